package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.append;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.correction;
import static io.arrayport.core.Options.ddof;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.includeInitial;
import static io.arrayport.core.Options.keepdims;
import static io.arrayport.core.Options.method;
import static io.arrayport.core.Options.n;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.prepend;
import static io.arrayport.core.Options.returned;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.QuantileMethod;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the statistics give; NumPy's golden cases hold them to the values. */
final class StatisticsTest {
    private final NdArray matrix = np.array(List.of(List.of(1.0, 5.0, 3.0), List.of(2.0, Double.NaN, 4.0)));

    @Test
    void nanSpreadsUnlessItIsLeftOut() {
        assertThat(np.median(matrix, axis(1)).tolist()).isEqualTo(List.of(3.0, Double.NaN));
        assertThat(np.nanmedian(matrix, axis(1)).tolist()).isEqualTo(List.of(3.0, 3.0));
        assertThat(np.percentile(matrix, 50, axis(1), keepdims(true)).shape()).isEqualTo(shape(2, 1));
        assertThat(np.nanpercentile(matrix, 50).toDouble()).isEqualTo(3);
        assertThat(np.nanvar(matrix, axis(1)).getDouble(1)).isEqualTo(1);
        assertThat(np.nanmax(matrix).toDouble()).isEqualTo(5);
        assertThat(np.nanargmin(matrix, axis(1)).tolist()).isEqualTo(List.of(0L, 0L));
        assertThat(np.argmax(matrix, axis(1)).tolist()).as("the first NaN").isEqualTo(List.of(1L, 1L));
        assertThatThrownBy(() -> np.nanargmax(np.array(Double.NaN))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("nanargmax: all elements of one result are NaN");
    }

    @Test
    void whatHasNoNanHasItsOwnMean() {
        NdArray whole = np.arange(1, 7).astype(np.float32).reshape(2, 3);
        assertThat(np.nanmean(whole).toDouble()).isEqualTo(3.5);
        assertThat(np.nanmean(whole).dtype()).isEqualTo(np.float32);
        assertThat(np.nanmean(whole, axis(1), keepdims(true)).tolist()).isEqualTo(List.of(List.of(2.0), List.of(5.0)));
        assertThat(np.nanmean(whole, axis(0), out(whole.get("1"))).tolist()).isEqualTo(List.of(2.5, 3.5, 4.5));
        assertThat(np.nansum(whole.get(":, ::2")).toDouble()).isEqualTo(11);
    }

    @Test
    void atOddAddressesSumsAreThoseOfACopyAsWell() {
        NdArray odd = np.zeros(Shape.of(400_001), np.uint8).get("1:").view(np.float32);
        np.copyto(odd, np.sin(np.arange(100_000)).astype(np.float32));
        assertThat(np.nansum(odd).toDouble()).isEqualTo(np.nansum(odd.copy()).toDouble());
    }

    @Test
    void aQuantileHasTheTypeThatItsPartLeavesTheElements() {
        NdArray singles = np.array(1f, 2f, 4f);
        assertThat(np.quantile(singles, 0.5).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(np.quantile(singles, np.array(0.5)).dtype()).as("an array is not weak").isEqualTo(DType.FLOAT64);
        assertThat(np.quantile(np.array(new int[]{1, 2, 4}), 1).dtype()).as("a whole part needs nothing computed")
                .isEqualTo(DType.INT32);
        assertThat(np.quantile(singles, np.array(0.25, 0.5), axis(0)).tolist()).isEqualTo(List.of(1.5, 2.0));
        assertThat(np.quantile(singles, 0.4, method(QuantileMethod.NEAREST)).toDouble()).isEqualTo(2);
        assertThat(np.quantile(singles, 0.5, method(QuantileMethod.INVERTED_CDF), weights(np.array(1, 0, 3)))
                .toDouble()).isEqualTo(4);
        assertThatThrownBy(() -> np.quantile(singles, 1.5)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantile: q is 1.5, it must be from 0 to 1");
        assertThatThrownBy(() -> np.percentile(singles, 50, weights(singles)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("takes no weights");
        assertThatThrownBy(() -> np.quantile(singles.astype(np.complex64), 0.5)).isInstanceOf(DTypeException.class);
    }

    @Test
    void whatIsLargerThanASampleIsSelectedToo() {
        NdArray many = np.array(new Random(1).doubles(100_001).map(x -> x * x).toArray());
        double[] sorted = new double[100_001];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = many.getDouble(i);
        }
        Arrays.sort(sorted);
        assertThat(np.median(many).toDouble()).isEqualTo(sorted[50_000]);
        assertThat(np.percentile(many, np.array(0.0, 10.0, 99.0, 100.0), method(QuantileMethod.LOWER)).tolist())
                .isEqualTo(List.of(sorted[0], sorted[10_000], sorted[99_000], sorted[100_000]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aVarianceHasTheBitsOfItsParts(int layout) {
        NdArray numbers = np.array(new Random(layout).doubles(2 * 3 * 41 * 97).toArray()).reshape(2, 3, 41, 97);
        NdArray a = switch (layout) {
            case 0 -> numbers;
            case 1 -> numbers.T();
            case 2 -> numbers.get("..., ::2");
            case 3 -> numbers.get("::-1, :, ::3");
            case 4 -> numbers.astype(np.float32).transpose(2, 0, 3, 1);
            default -> numbers.multiply(1000).astype(np.int16);
        };
        for (int[] axes : new int[][]{{0, 1, 2, 3}, {0}, {3}, {1, 3}, {0, 2}, {2, 3}}) {
            NdArray apart = np.subtract(a, np.mean(a, axis(axes), keepdims(true)));
            double count = (double) a.size() / np.sum(a, axis(axes)).size();
            NdArray wanted = np.divide(np.sum(np.square(apart), axis(axes)), count);
            assertThat(np.var(a, axis(axes)).tolist()).isEqualTo(wanted.tolist());
            assertThat(np.std(a, axis(axes)).tolist()).isEqualTo(np.sqrt(wanted).tolist());
        }
    }

    @Test
    void freedomIsTakenOffOnce() {
        NdArray a = np.array(1.0, 2.0, 4.0);
        assertThat(np.var(a, ddof(1)).toDouble()).isEqualTo(np.var(a, correction(1)).toDouble())
                .isCloseTo(7 / 3.0, offset(1e-15));
        assertThat(np.var(a, ddof(3)).toDouble()).isInfinite();
        assertThatThrownBy(() -> np.std(a, ddof(1), correction(1))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two names of one number");
        NdArray target = np.zeros(shape());
        assertThat(np.std(a, out(target))).isSameAs(target);
    }

    @Test
    void averagesTakeWeights() {
        NdArray a = np.arange(6, np.float64).reshape(2, 3);
        assertThat(np.average(a, axis(1), weights(np.array(0, 1, 1))).tolist()).isEqualTo(List.of(1.5, 4.5));
        List<NdArray> both = np.average(a, returned(), axis(0));
        assertThat(both.getLast().tolist()).isEqualTo(List.of(2.0, 2.0, 2.0));
        assertThat(np.call("average", List.of(a), Map.of("returned", true))).isInstanceOf(List.class);
        assertThat(np.call("average", List.of(a), Map.of("returned", false))).isInstanceOf(NdArray.class);
        assertThatThrownBy(() -> np.average(a, weights(np.zeros(shape(2, 3))))).isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("weights add up to 0");
    }

    @Test
    void differencesAreOfNeighbours() {
        NdArray a = np.array(1, 4, 9);
        assertThat(np.diff(a).tolist()).isEqualTo(List.of(3L, 5L));
        assertThat(np.diff(a, n(2)).tolist()).isEqualTo(List.of(2L));
        assertThat(np.diff(a, n(0))).isSameAs(a);
        assertThat(np.diff(a, prepend(0), append(np.array(9.5))).tolist()).isEqualTo(List.of(1.0, 3.0, 5.0, 0.5));
        assertThat(np.diff(np.array(List.of(true, false, false))).tolist()).isEqualTo(List.of(true, false));
        assertThat(np.ediff1d(a, Options.toEnd(7), Options.toBegin(np.array(5, 6))).tolist())
                .isEqualTo(List.of(5L, 6L, 3L, 5L, 7L));
        assertThat(np.ptp(a).toLong()).isEqualTo(8);
        assertThatThrownBy(() -> np.diff(np.zeros(shape()))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.diff(a, n(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyQuantilesLeaveNothingButTheirResult() {
        NdArray a = np.arange(3.0);
        NdArray q = np.array(0.0, 0.5, 1.0, 0.5).reshape(2, 2).transpose();
        long before = Settled.counts().nativeBlocks();
        NdArray quantiles = np.quantile(a, q);
        assertThat(quantiles.tolist()).isEqualTo(List.of(List.of(0.0, 2.0), List.of(1.0, 1.0)));
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before + 1);
    }

    @Test
    void differencesAreTakenHoweverOften() {
        assertThat(np.diff(np.arange(20_001), n(20_000)).tolist()).isEqualTo(List.of(0L));
        assertThat(np.diff(np.arange(3.0), n(Integer.MAX_VALUE)).size()).isZero();
    }

    @Test
    void whatCannotBeJoinedLeavesNothingBehind() {
        NdArray a = np.ones(shape(2, 3));
        NdArray wrong = np.ones(shape(5, 1));
        long before = Settled.counts().nativeBlocks();
        assertThatThrownBy(() -> np.diff(a, append(wrong))).isInstanceOf(ShapeException.class);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before);
    }

    @Test
    void runningSumsMayBeginWithNothing() {
        NdArray a = np.array(2, 3);
        assertThat(np.cumulativeSum(a, includeInitial(true)).tolist()).isEqualTo(List.of(0L, 2L, 5L));
        assertThat(np.cumulativeProd(a, dtype(np.float32)).tolist()).isEqualTo(List.of(2.0, 6.0));
        assertThat(np.nancumsum(np.array(1, Double.NaN, 2)).tolist()).isEqualTo(List.of(1.0, 1.0, 3.0));
        assertThatThrownBy(() -> np.cumulativeSum(matrix)).isInstanceOf(AxisException.class)
                .hasMessageContaining("name one with axis(...)");
    }

    @Test
    void positionsAreFoundAlongOneAxis() {
        NdArray a = np.array(List.of(List.of(0, 3, 3), List.of(5, 0, 1)));
        assertThat(np.argmax(a).toLong()).isEqualTo(3);
        assertThat(np.argmin(a, axis(1), keepdims(true)).tolist()).isEqualTo(List.of(List.of(0L), List.of(1L)));
        assertThat(np.nonzero(a).stream().map(NdArray::tolist).toList())
                .isEqualTo(List.of(List.of(0L, 0L, 1L, 1L), List.of(1L, 2L, 0L, 2L)));
        assertThat(np.countNonzero(a, axis(0)).tolist()).isEqualTo(List.of(1L, 1L, 2L));
        assertThat(np.all(a, axis(1)).tolist()).isEqualTo(List.of(false, false));
        assertThat(np.any(a.get(Index.slice(0, 0))).getBoolean()).isFalse();
        assertThatThrownBy(() -> np.argmax(np.zeros(shape(0, 2)), axis(0))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("has no elements along axis 0");
        assertThatThrownBy(() -> np.argmax(a, axis(0, 1))).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> np.nonzero(np.zeros(shape()))).isInstanceOf(ShapeException.class);
    }
}
