package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.copy;
import static io.arrayport.core.Options.edgeOrder;
import static io.arrayport.core.Options.equalNan;
import static io.arrayport.core.Options.left;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.period;
import static io.arrayport.core.Options.rtol;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** What the golden cases of numerical functions cannot say: who owns what, what is refused and how, and sizes. */
final class NumericTest {

    @Test
    void partsAreViewsAndZerosAreNot() {
        try (NdArray z = np.zeros(shape(3), np.complex128)) {
            z.imag().fill(2);
            z.real().set(1, slice(0, 2));
            assertThat(z.str()).isEqualTo("[1.+2.j 1.+2.j 0.+2.j]");
            assertThat(z.asReadOnly().real().isWriteable()).isFalse();
        }
        try (NdArray x = np.ones(shape(2)); NdArray zeros = x.imag()) {
            assertThat(x.real()).isSameAs(x);
            assertThat(zeros.isWriteable()).isFalse();
            assertThat(zeros.storage()).isNotSameAs(x.storage());
        }
    }

    @Test
    void realIfCloseIsAViewOrTheArrayItself() {
        try (NdArray z = np.ones(shape(2), np.complex64)) {
            z.imag().fill(1e-6);
            try (Scope _ = Scope.open()) {
                assertThat(np.realIfClose(z).storage()).isSameAs(z.storage());
                assertThat(np.realIfClose(z).dtype()).isEqualTo(np.float32);
                assertThat(np.realIfClose(z, 2)).isSameAs(z);
            }
        }
    }

    @Test
    void nothingIsLeftOfWhatIsMadeOnTheWay() {
        try (NdArray x = np.arange(12.0).reshape(3, 4); NdArray points = np.arange(4.0)) {
            Ledger.Counts before = Settled.counts();
            np.isclose(x, x.get(0)).close();
            assertThat(np.allclose(x, x)).isTrue();
            np.round(x, 2).close();
            np.interp(x, points, points, period(3)).close();
            np.gradient(x, List.of(0.5, points)).forEach(NdArray::close);
            np.unwrap(x).close();
            np.trapezoid(x).close();
            np.softmax(x, 0).close();
            np.sinc(x).close();
            np.i0(x).close();
            np.piecewise(x, List.of(), v -> np.negative(v)).close();
            np.polydiv(points, points.get(slice(1, 3))).first().close();
            assertThatThrownBy(() -> np.gradient(x, List.of(points, points))).isInstanceOf(ShapeException.class)
                    .hasMessage("gradient: the places along axis 0 have shape (4,), f has (3, 4); they must be of one"
                            + " axis and as many");
            assertThatThrownBy(() -> np.isclose(x, points.get(slice(0, 3)))).isInstanceOf(ShapeException.class);
            assertThat(Ledger.counts().nativeBlocks()).isLessThanOrEqualTo(before.nativeBlocks() + 1);
        }
    }

    @Test
    void whatIsCloseDoesNotDependOnErrstate() {
        try (NdArray inf = np.array(Double.POSITIVE_INFINITY, Double.NaN);
                var _ = np.errstate(Options.all(FloatErrors.Action.RAISE));
                NdArray close = np.isclose(inf, inf);
                NdArray nan = np.isclose(inf, inf, equalNan(true))) {
            assertThat(close.tolist()).isEqualTo(List.of(true, false));
            assertThat(nan.tolist()).isEqualTo(List.of(true, true));
            assertThat(np.geterr()).isEqualTo(FloatErrors.of(FloatErrors.Action.RAISE));
        }
    }

    @Test
    void numbersTakeTheWidthOfWhatTheyAreComparedTo() {
        try (NdArray tenth = np.full(shape(2), 0.1, np.float32)) {
            assertThat(np.allclose(tenth, 0.1, rtol(0))).isTrue();
            assertThatThrownBy(() -> np.isclose(tenth, tenth, rtol(0), rtol(1)))
                    .isInstanceOf(ArrayportException.class).hasMessageContaining("rtol is given twice");
        }
    }

    @Test
    void equalArraysAreAskedForWithoutAnOrderOfAxes() {
        try (NdArray a = np.arange(6).reshape(2, 3); NdArray copy = a.T().copy(); NdArray huge = np.ones(shape(1))) {
            assertThat(np.arrayEqual(a, copy.T())).isTrue();
            assertThat(np.arrayEqual(a, copy)).isFalse();
            assertThat(np.arrayEquiv(huge, huge.broadcastTo(1000))).isTrue();
        }
    }

    @Test
    void roundingWritesWhereItIsTold() {
        try (NdArray x = np.array(1.25, -0.5, 2.5); NdArray out = np.zeros(shape(3))) {
            assertThat(np.round(x, 1, out(out))).isSameAs(out);
            assertThat(out.tolist()).isEqualTo(List.of(1.2, -0.5, 2.5));
            x.round(out(x));
            assertThat(x.tolist()).isEqualTo(List.of(1.0, -0.0, 2.0));
        }
        try (NdArray truth = np.ones(shape(2), np.bool)) {
            assertThatThrownBy(() -> truth.round(1)).isInstanceOf(CastingException.class);
        }
    }

    @Test
    void nanToNumMayWriteItsOperand() {
        try (NdArray x = np.array(Double.NaN, 1, Double.NEGATIVE_INFINITY)) {
            assertThat(np.nanToNum(x, copy(false), Options.neginf(-7))).isSameAs(x);
            assertThat(x.tolist()).isEqualTo(List.of(0.0, 1.0, -7.0));
            assertThatThrownBy(() -> np.nanToNum(x.asReadOnly(), copy(false))).isInstanceOf(ReadOnlyException.class);
        }
    }

    @Test
    void interpolatesAsLinesDoWhereverItLooks() {
        Random random = new Random(5);
        double[] places = random.doubles(50).sorted().toArray();
        double[] values = random.doubles(50).toArray();
        double[] wanted = random.doubles(200, -0.1, 1.1).toArray();
        try (NdArray xp = np.array(places); NdArray fp = np.array(values); NdArray x = np.array(wanted);
                NdArray all = np.interp(x, xp, fp, left(9))) {
            for (int i = 0; i < wanted.length; i++) {
                int after = 0;
                while (after < places.length && places[after] <= wanted[i]) {
                    after++;
                }
                double line = after == 0 ? 9 : after == places.length ? values[after - 1]
                        : values[after - 1] + (values[after] - values[after - 1]) * (wanted[i] - places[after - 1])
                                / (places[after] - places[after - 1]);
                assertThat(all.getDouble(i)).as("at " + wanted[i]).isCloseTo(line, within(1e-9));
            }
        }
    }

    @Test
    void gradientsOfSeveralAxesAreSeveralArrays() {
        try (NdArray f = np.arange(20.0).reshape(4, 5)) {
            List<NdArray> slopes = np.gradient(f, List.of(2), edgeOrder(2));
            assertThat(slopes).hasSize(2);
            assertThat(slopes.getFirst().getDouble(3, 4)).isEqualTo(2.5);
            assertThat(slopes.getLast().getDouble(0, 0)).isEqualTo(0.5);
            slopes.forEach(NdArray::close);
            List<NdArray> one = np.gradient(f, axis(1));
            assertThat(one).hasSize(1);
            one.getFirst().close();
            assertThatThrownBy(() -> np.gradient(f, edgeOrder(3))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("gradient: edgeOrder is 3, it must be 1 or 2");
        }
    }

    @Test
    void packedBitsComeOutAgain() {
        Random random = new Random(7);
        for (int n : new int[]{0, 1, 7, 8, 9, 63, 64, 65, 1000}) {
            double[] bits = random.ints(n, 0, 2).asDoubleStream().toArray();
            try (NdArray truth = np.array(bits).astype(np.uint8); NdArray packed = np.packbits(truth);
                    NdArray again = np.unpackbits(packed, Options.count(n))) {
                assertThat(packed.size()).isEqualTo((n + 7) / 8);
                assertThat(np.arrayEqual(truth, again)).as("of " + n).isTrue();
            }
        }
    }

    @Test
    void softmaxStaysFiniteAndAddsUpToOne() {
        try (NdArray x = np.array(1000.0, 1001, -1000).reshape(1, 3); NdArray p = np.softmax(x);
                NdArray log = np.logSoftmax(x); NdArray sum = p.sum()) {
            assertThat(sum.toDouble()).isCloseTo(1, within(1e-15));
            assertThat(log.getDouble(0, 2)).isCloseTo(-2001.3132616875183, within(1e-9));
            assertThat(p.getDouble(0, 1)).isCloseTo(0.7310585786300049, within(1e-15));
        }
        try (NdArray whole = np.arange(3); NdArray p = np.softmax(whole); NdArray none = np.zeros(shape(2, 0));
                NdArray empty = np.softmax(none)) {
            assertThat(p.dtype()).isEqualTo(np.float64);
            assertThat(empty.shape()).isEqualTo(shape(2, 0));
        }
        try (NdArray z = np.ones(shape(2), np.complex128)) {
            assertThatThrownBy(() -> np.softmax(z)).isInstanceOf(DTypeException.class);
        }
    }

    @Test
    void functionsOfPiecesSeeOnlyWhatIsTheirs() {
        try (NdArray x = np.array(-4.0, 9, -16, 25); NdArray positive = np.greater(x, 0);
                NdArray roots = np.piecewise(x, List.of(positive), v -> {
                    assertThat(v.size()).isEqualTo(2);
                    return np.sqrt(v);
                }, v -> np.negative(v))) {
            assertThat(roots.tolist()).isEqualTo(List.of(4.0, 3.0, 16.0, 5.0));
        }
    }

    @Test
    void selectTakesTheFirstChoiceThatHolds() {
        try (NdArray x = np.arange(4); NdArray small = np.less(x, 2); NdArray odd = np.equal(np.remainder(x, 2), 1);
                NdArray chosen = np.select(List.of(small, odd), List.of(x, 0.5), -1)) {
            assertThat(chosen.tolist()).isEqualTo(List.of(0.0, 1.0, -1.0, 0.5));
            assertThatThrownBy(() -> np.select(List.of(x), List.of(x))).isInstanceOf(DTypeException.class)
                    .hasMessage("select: a condition is int64, it must be of bools");
        }
    }

    @Test
    void wholeNumbersAreWrittenToAnyBase() {
        assertThat(np.binaryRepr(-3, 5)).isEqualTo("11101");
        assertThat(np.baseRepr(255, 16, 2)).isEqualTo("00FF");
        assertThatThrownBy(() -> np.binaryRepr(9, 3)).hasMessage("binaryRepr: 9 takes 4 bits, width is 3");
        assertThatThrownBy(() -> np.baseRepr(2.5)).hasMessage("baseRepr: 2.5 is no whole number");
    }
}
