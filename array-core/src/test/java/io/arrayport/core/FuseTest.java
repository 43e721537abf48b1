package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.initial;
import static io.arrayport.core.Options.keepdims;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.where;
import static io.arrayport.core.backend.FloatErrors.Action.RAISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.FloatingPointException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.ExprPair;
import io.arrayport.core.ndarray.FusedFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Expressions that are computed at once: arguments, where results go, what is refused, and what is left behind. */
class FuseTest {
    private static final FusedFunction.Ternary MULTIPLY_ADD = np.fuse((a, b, c) -> a.multiply(b).add(c));

    private static String text(NdArray array) {
        return array.repr();
    }

    @Test
    void extremaGoToWiderResults() {
        try (Scope _ = Scope.open()) {
            NdArray x = np.arange(6, np.int16).reshape(2, 3);
            for (DType wide : List.of(DType.INT32, DType.INT64, DType.FLOAT64)) {
                NdArray least = np.zeros(shape(2), wide);
                np.fuse(q -> q.subtract(9).min(axis(1))).call(x, out(least));
                assertThat(least.tolist()).as(wide.name()).isEqualTo(np.array(-9, -6).astype(wide).tolist());
                NdArray most = np.zeros(shape(), wide);
                np.fuse(q -> q.multiply(-1).max()).call(x, out(most));
                assertThat(most.toDouble()).as(wide.name()).isZero();
            }
        }
    }

    @Test
    void numbersAreAsWeakAsBesideArrays() {
        try (Scope _ = Scope.open()) {
            NdArray halves = np.array(1.5f, 2.5f);
            assertThat(text(MULTIPLY_ADD.call(halves, 2, 0.5))).isEqualTo("array([3.5, 5.5], dtype=float32)");
            assertThat(text(MULTIPLY_ADD.call(halves, 3, 0.25))).isEqualTo("array([4.75, 7.75], dtype=float32)");
            assertThat(text(MULTIPLY_ADD.call(2, np.array(1, 2), true))).isEqualTo("array([3, 5])");
            NdArray bytes = np.array(1, 2).astype(np.uint8);
            assertThat(text(np.fuse((a, b) -> a.less(b)).call(bytes, 300))).isEqualTo("array([ True,  True])");
            assertThat(text(np.fuse((a, b) -> np.less(300, a)).call(bytes, bytes))).isEqualTo("array([False, False])");
            assertThatThrownBy(() -> MULTIPLY_ADD.call(bytes, 300, 0)).isInstanceOf(CastingException.class)
                    .hasMessageContaining("multiply").hasMessageContaining("300");
        }
    }

    @Test
    void partsAreComputedInTheTypesThatTheyWouldHaveAlone() {
        try (Scope _ = Scope.open()) {
            NdArray a = np.array(200, 100).astype(np.uint8);
            assertThat(text(np.fuse(x -> x.add(x).divide(2)).call(a))).isEqualTo("array([ 72., 100.])");
            assertThat(text(np.fuse(x -> x.add(x).sum()).call(a))).isEqualTo(text(a.add(a).sum()));
            assertThat(text(np.fuse(x -> x.astype(np.float64).multiply(2)).call(a))).isEqualTo("array([400., 200.])");
            NdArray days = np.array(1L, 3L).astype(DType.of("m8[D]"));
            assertThat(text(np.fuse(x -> x.add(x)).call(days))).isEqualTo(text(days.add(days)));
        }
    }

    @Test
    void reductionsMayStandAnywhere() {
        try (Scope _ = Scope.open()) {
            NdArray a = np.arange(6, np.float64).reshape(2, 3);
            assertThat(text(np.fuse(x -> x.multiply(x).sum()).call(a))).isEqualTo(text(a.multiply(a).sum()));
            FusedFunction.Unary centred = np.fuse(x -> x.subtract(x.mean(axis(1), keepdims(true))));
            assertThat(text(centred.call(a))).isEqualTo("array([[-1.,  0.,  1.],\n       [-1.,  0.,  1.]])");
            assertThat(text(np.fuse(x -> x.add(1).sum(axis(0), initial(10))).call(a)))
                    .isEqualTo("array([15., 17., 19.])");
            assertThat(text(np.fuse(x -> x.add(1).sum(initial((Number) null))).call(a)))
                    .isEqualTo(text(a.add(1).sum(initial((Number) null))));
            assertThat(text(np.fuse(x -> x.add(0.5).sum(axis(0), dtype(np.float32))).call(a)))
                    .isEqualTo(text(a.add(0.5).sum(axis(0), dtype(np.float32))));
            assertThat(text(np.fuse(x -> x.greater(2).mean()).call(a))).isEqualTo(text(a.greater(2).mean()));
        }
    }

    @Test
    void longRowsAreSummedInNumpysOrder() {
        try (Scope _ = Scope.open()) {
            NdArray a = np.sin(np.arange(3 * 100_001, np.float64)).reshape(3, 100_001);
            NdArray b = a.astype(np.float32);
            NdArray c = a.astype(np.complex64);
            FusedFunction.Unary all = np.fuse(x -> x.multiply(x).add(0.1).sum());
            FusedFunction.Unary rows = np.fuse(x -> x.multiply(x).add(0.1).sum(axis(1)));
            FusedFunction.Unary columns = np.fuse(x -> x.multiply(x).add(0.1).max(axis(0)));
            for (NdArray array : List.of(a, b, c, a.T(), b.get("..., ::-2"))) {
                NdArray eager = array.multiply(array).add(0.1);
                assertThat(text(all.call(array))).isEqualTo(text(eager.sum()));
                assertThat(text(rows.call(array))).isEqualTo(text(eager.sum(axis(1))));
                assertThat(np.arrayEqual(columns.call(array), eager.max(axis(0)))).isTrue();
            }
        }
    }

    @Test
    void whatOneKernelTakesAtOnceHasTheBitsOfItsParts() {
        FusedFunction.Ternary bent = np.fuse((a, b, c) -> {
            Expr apart = a.subtract(b);
            return np.where(a.greaterEqual(b), np.absolute(apart.multiply(apart)).add(2).multiply(c),
                    apart.negative().add(np.square(b)));
        });
        for (DType type : List.of(np.float32, np.float64, np.int32, np.int64, np.uint32, np.uint64)) {
            for (int n : new int[]{1, 7, 8, 15, 16, 17, 33, 4099}) {
                try (Scope _ = Scope.open()) {
                    NdArray a = np.sin(np.arange(n, np.float64)).multiply(100).add(120).astype(type);
                    NdArray b = a.get("::-1").copy();
                    NdArray one = a.get(":1");
                    NdArray apart = a.subtract(b);
                    NdArray expected = np.where(a.greaterEqual(b),
                            np.absolute(apart.multiply(apart)).add(2).multiply(one),
                            apart.negative().add(np.square(b)));
                    assertThat(np.arrayEqual(bent.call(a, b, one), expected)).as(type + " " + n).isTrue();
                    assertThat(np.arrayEqual(bent.call(a, b, a.get(0), out(a)), expected)).as(type + " " + n)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void arraysOfAnyLengthThatLieWithoutGapsHaveTheBitsOfTheParts() {
        try (Scope _ = Scope.open()) {
            for (DType type : List.of(DType.FLOAT32, DType.FLOAT64, DType.INT32)) {
                for (int n : new int[]{1, 2, 7, 8, 15, 17, 1000, 65_536, 65_537, 100_003}) {
                    NdArray rows = np.arange(2L * n).multiply(0.37).astype(type).reshape(2, n);
                    for (NdArray a : List.of(rows, rows.transpose(), rows.reshape(-1))) {
                        NdArray b = a.add(a);
                        NdArray expected = a.multiply(b).add(3).subtract(np.array(5).astype(type));
                        FusedFunction.Ternary fused = np.fuse((x, y, z) -> x.multiply(y).add(3).subtract(z));
                        NdArray result = fused.call(a, b, np.array(5).astype(type));
                        assertThat(result.strides()).isEqualTo(expected.strides());
                        assertThat(np.arrayEqual(result, expected)).as("%s %s", type, a.shape()).isTrue();
                        fused.call(a, b, np.array(5).astype(type), out(b));
                        assertThat(np.arrayEqual(b, expected)).as("%s %s", type, a.shape()).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void arraysThatNoCacheHoldsHaveTheBitsOfTheParts() {
        int rows = 601;
        int n = rows * 877; // of float32 more than 2 MiB: shorter vectors, unless there is much to compute
        for (DType type : List.of(np.float32, np.float64, np.int32, np.int64)) {
            for (int more : new int[]{0, 12}) {
                FusedFunction.Ternary fused = np.fuse((a, b, c) -> {
                    Expr result = a.multiply(b).add(c);
                    for (int i = 0; i < more; i++) {
                        result = result.subtract(b);
                    }
                    return result;
                });
                try (Scope _ = Scope.open()) {
                    NdArray a = np.arange(n).multiply(0.37).astype(type);
                    NdArray b = a.get("::-1").copy();
                    NdArray c = a.get("7:8");
                    NdArray expected = a.multiply(b).add(c);
                    for (int i = 0; i < more; i++) {
                        np.subtract(expected, b, out(expected));
                    }
                    assertThat(np.arrayEqual(fused.call(a, b, c), expected)).as(type + " " + more).isTrue();
                    NdArray row = np.broadcastTo(c, 877).copy();
                    NdArray matrix = fused.call(a.reshape(rows, -1), b.reshape(rows, -1), row);
                    assertThat(np.arrayEqual(matrix.reshape(-1), expected)).as(type + " " + more).isTrue();
                    fused.call(a.reshape(rows, -1), b.reshape(rows, -1), row, out(b.reshape(rows, -1)));
                    assertThat(np.arrayEqual(b, expected)).as(type + " " + more).isTrue();
                }
                try (Scope _ = Scope.open()) {
                    NdArray a = np.arange(n).multiply(0.37).astype(type);
                    NdArray expected = fused.call(a, a.copy(), a.get("7:8").copy());
                    assertThat(np.arrayEqual(fused.call(a, a, a.get("7:8").copy(), out(a)), expected))
                            .as(type + " " + more).isTrue();
                }
            }
        }
    }

    @Test
    void ufuncsOfTwoOutputsGiveBoth() {
        try (Scope _ = Scope.open()) {
            FusedFunction.Binary again = np.fuse((a, b) -> {
                ExprPair parts = np.divmod(a, b);
                return parts.first().multiply(b).add(parts.second());
            });
            assertThat(text(again.call(np.array(7, -7, 9), 4))).isEqualTo("array([ 7, -7,  9])");
        }
    }

    @Test
    void resultsGoWhereTheyAreToGo() {
        try (Scope _ = Scope.open()) {
            NdArray a = np.arange(5, np.float64);
            NdArray single = np.zeros(shape(2, 5), np.float32);
            assertThat(MULTIPLY_ADD.call(a, 2, 1, out(single))).isSameAs(single);
            assertThat(text(single.get(1))).isEqualTo("array([1., 3., 5., 7., 9.], dtype=float32)");
            NdArray mask = np.greater(a, 2);
            assertThat(text(MULTIPLY_ADD.call(a, 10, 0, where(mask)))).isEqualTo("array([ 0.,  0.,  0., 30., 40.])");
            assertThat(text(MULTIPLY_ADD.call(a, 10, 0, where(mask), out(a))))
                    .isEqualTo("array([ 0.,  1.,  2., 30., 40.])");
            NdArray sum = np.zeros(shape(), np.float32);
            assertThat(np.fuse(x -> x.add(1).sum()).call(a, out(sum))).isSameAs(sum);
            assertThat(sum.toDouble()).isEqualTo(78);
            assertThatThrownBy(() -> MULTIPLY_ADD.call(a, 2, 1, out(np.zeros(shape(5), np.int32))))
                    .isInstanceOf(CastingException.class).hasMessageContaining("int32");
            assertThat(text(MULTIPLY_ADD.call(a, 2, 1, out(np.zeros(shape(5), np.int32)), casting(Casting.UNSAFE))))
                    .isEqualTo("array([ 1,  3,  5, 61, 81], dtype=int32)");
        }
    }

    @Test
    void whatIsWrittenMayBeOrOverlapAnArgument() {
        try (Scope _ = Scope.open()) {
            NdArray a = np.arange(10_000, np.float64);
            NdArray expected = a.multiply(a).add(a);
            assertThat(MULTIPLY_ADD.call(a, a, a, out(a))).isSameAs(a);
            assertThat(np.arrayEqual(a, expected)).isTrue();
            NdArray b = np.arange(10_001, np.float64);
            NdArray shifted = b.get("1:");
            NdArray moved = b.get(":-1").multiply(2).add(1);
            MULTIPLY_ADD.call(b.get(":-1"), 2, 1, out(shifted));
            assertThat(np.arrayEqual(shifted, moved)).isTrue();
            NdArray c = np.arange(10_000, np.float64);
            NdArray reversed = c.get("::-1").copy();
            np.fuse(x -> x).call(c.get("::-1"), out(c));
            assertThat(np.arrayEqual(c, reversed)).isTrue();
            NdArray square = np.arange(9, np.float64).reshape(3, 3);
            NdArray sums = np.fuse((x, y) -> x.add(y)).call(square, square.T()).copy();
            np.fuse((x, y) -> x.add(y)).call(square, square.T(), out(square));
            assertThat(np.arrayEqual(square, sums)).isTrue();
        }
    }

    @Test
    void aCopyOfAnArgumentIsNew() {
        try (Scope _ = Scope.open()) {
            NdArray a = np.arange(6).reshape(2, 3).T();
            NdArray copy = np.fuse(x -> x).call(a);
            assertThat(copy.strides()).isEqualTo(a.strides());
            copy.set(9, Options.index(0), Options.index(0));
            assertThat(a.getLong(0, 0)).isZero();
        }
    }

    @Test
    void errorsSayWhatIsWrong() {
        try (Scope _ = Scope.open()) {
            NdArray a = np.zeros(shape(3));
            NdArray b = np.zeros(shape(2));
            assertThatThrownBy(() -> MULTIPLY_ADD.call(a, a, b)).isInstanceOf(ShapeException.class)
                    .hasMessageContaining("add").hasMessageContaining("operand 1 has shape (2,)");
            assertThatThrownBy(() -> MULTIPLY_ADD.call(a, a, a, out(b))).isInstanceOf(ShapeException.class)
                    .hasMessageContaining("out has shape (2,)");
            assertThatThrownBy(() -> MULTIPLY_ADD.call(a, a, a, out(a.asReadOnly())))
                    .isInstanceOf(ReadOnlyException.class);
            assertThatThrownBy(() -> MULTIPLY_ADD.call(np.array(List.of("x")), a, a)).isInstanceOf(DTypeException.class)
                    .hasMessageContaining("argument 0").hasMessageContaining("one by one");
            assertThatThrownBy(() -> MULTIPLY_ADD.call(List.of(a, a))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("3 arguments, not 2");
            assertThatThrownBy(() -> MULTIPLY_ADD.call(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> MULTIPLY_ADD.call(a, "x", a)).isInstanceOf(DTypeException.class);
            assertThatThrownBy(() -> MULTIPLY_ADD.call(1, 2, a)).isInstanceOf(DTypeException.class)
                    .hasMessageContaining("numbers only");
            assertThatThrownBy(() -> np.fuse(x -> x.sum()).call(a, where(np.ones(shape(3), np.bool))))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("np.where");
            assertThatThrownBy(() -> np.fuse(x -> x.add((Expr) null))).isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("fuse: an operand is null");
            assertThatThrownBy(() -> np.fuse(x -> x.add((Number) null))).isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("fuse: an operand is null");
            NdArray closed = np.zeros(shape(3));
            closed.close();
            assertThatThrownBy(() -> MULTIPLY_ADD.call(a, closed, a)).isInstanceOf(ClosedException.class);
        }
    }

    @Test
    void functionsThatComputeNothingOfTheirArgumentsAreRefused() {
        assertThatThrownBy(() -> np.fuse(_ -> null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.fuse(0, List::getFirst)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.fuse(x -> {
            np.fuse(y -> y.add(x));
            return x;
        })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("another");
        assertThatThrownBy(() -> np.fuse(x -> x.sum(out(np.zeros(shape())))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("out");
    }

    @Test
    void floatingPointErrorsAreFoundInEachPart() {
        try (Scope _ = Scope.open(); var _ = np.errstate(Options.divide(RAISE))) {
            NdArray a = np.array(1.0, 0.0);
            assertThatThrownBy(() -> np.fuse(x -> np.divide(1, x).multiply(0).add(1)).call(a))
                    .isInstanceOf(FloatingPointException.class).hasMessageContaining("divide");
            assertThat(np.fuse(x -> x.add(1).sum()).call(a).toDouble()).isEqualTo(3);
        }
    }

    @Test
    void expressionsMayBeAsDeepAsOneLikes() {
        try (Scope _ = Scope.open()) {
            FusedFunction.Unary deep = np.fuse(x -> {
                Expr sum = x;
                for (int i = 0; i < 5_000; i++) {
                    sum = sum.add(x);
                }
                return sum;
            });
            assertThat(deep.call(np.ones(shape(3))).get(0).toDouble()).isEqualTo(5_001);
        }
    }

    @Test
    void onlyTheResultIsLeft() {
        NdArray a = np.arange(3_000, np.float64);
        NdArray column = np.arange(3, np.float64).reshape(3, 1);
        FusedFunction.Binary softmax = np.fuse((x, y) -> {
            Expr bell = np.exp(x.subtract(x.max()).multiply(y));
            return bell.divide(bell.sum(axis(-1), keepdims(true)));
        });
        softmax.call(a, column).close();
        Ledger.Counts before = Settled.counts();
        NdArray result = softmax.call(a, column);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks() + 1);
        result.close();
        softmax.call(a, 2.0, out(a));
        softmax.call(a.get("::2"), 2.0, out(a.get(":1500")));
        assertThatThrownBy(() -> softmax.call(a, column, out(column))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.fuse((x, y) -> np.power(x.max().astype(np.int64), y)).call(a, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
        a.close();
        column.close();
    }

    @Test
    void anyNumberOfThreadsMayCallOneFunction() throws Exception {
        try (Scope scope = Scope.open(); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            NdArray a = np.arange(20_000, np.float64);
            double expected = MULTIPLY_ADD.call(a, a, a).sum().toDouble();
            assertThat(scope).isNotNull();
            List<Callable<Double>> calls = IntStream.range(0, 16).<Callable<Double>>mapToObj(_ -> () -> {
                try (Scope _ = Scope.open()) {
                    return MULTIPLY_ADD.call(a, a, a).sum().toDouble();
                }
            }).toList();
            for (Future<Double> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(expected);
            }
        }
    }
}
