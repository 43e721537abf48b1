package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.bins;
import static io.arrayport.core.Options.density;
import static io.arrayport.core.Options.minlength;
import static io.arrayport.core.Options.range;
import static io.arrayport.core.Options.right;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;

import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.BinMethod;
import io.arrayport.core.ndarray.Histogram;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Histograms: what golden cases do not say. */
final class HistogramsTest {
    private final NdArray a = np.array(0.0, 1.0, 1.5, 4.0, Double.NaN, 9.0);

    @Test
    void binsHaveTheirLowerEdgeAndTheLastOneBoth() {
        ArrayPair both = np.histogram(a, bins(4), range(0, 4));
        assertThat(both.first().tolist()).isEqualTo(List.of(1L, 2L, 0L, 1L));
        assertThat(both.second().tolist()).isEqualTo(List.of(0.0, 1.0, 2.0, 3.0, 4.0));
        ArrayPair area = np.histogram(a, bins(np.array(0, 1, 5)), density(true));
        assertThat(area.first().getDouble(0) + 4 * area.first().getDouble(1)).isEqualTo(1, offset(1e-12));
        assertThatThrownBy(() -> np.histogram(a)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not finite");
        assertThatThrownBy(() -> np.histogram(a, bins(0), range(0, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.histogram(a, bins(BinMethod.FD), weights(a))).isInstanceOf(DTypeException.class);
    }

    @Test
    void aGridCountsPoints() {
        Histogram grid = np.histogramdd(np.array(List.of(List.of(0, 0), List.of(1, 1), List.of(1, 1))), bins(2));
        assertThat(grid.counts().tolist()).isEqualTo(List.of(List.of(1.0, 0.0), List.of(0.0, 2.0)));
        assertThat(grid.edges()).hasSize(2);
        assertThat(np.histogram2d(np.array(0, 1), np.array(5, 5), bins(1)).getFirst().shape()).isEqualTo(shape(1, 1));
        assertThatThrownBy(() -> np.histogram2d(np.array(new int[1]), np.array(1, 2)))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void numbersAreCountedFromZero() {
        assertThat(np.bincount(np.array(1, 3, 1)).tolist()).isEqualTo(List.of(0L, 2L, 0L, 1L));
        assertThat(np.bincount(np.array(new int[]{1}), minlength(3)).tolist()).isEqualTo(List.of(0L, 1L, 0L));
        assertThat(np.bincount(np.array(1, 1), weights(np.array(0.5, 2))).tolist()).isEqualTo(List.of(0.0, 2.5));
        assertThatThrownBy(() -> np.bincount(np.array(new int[]{-1}))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is a -1");
    }

    /** So many that blocks of them go into tables; also where they lie apart. */
    @Test
    void manyNumbersAreCountedAsFewAre() {
        int n = 20_001;
        NdArray numbers = np.remainder(np.multiply(np.arange(2L * n), 7919), 997);
        NdArray halves = np.divide(np.arange(2L * n), 2);
        for (Index every : List.of(Index.slice(0, n), Index.slice(null, 2L * n, 2L),
                Index.slice(null, null, -2L))) {
            NdArray some = numbers.get(every);
            NdArray added = halves.get(every);
            long[] counts = new long[997];
            double[] sums = new double[997];
            for (long i = 0; i < some.size(); i++) {
                counts[(int) some.getLong(i)]++;
                sums[(int) some.getLong(i)] += added.getDouble(i);
            }
            assertThat(np.bincount(some, minlength(997)).tolist()).isEqualTo(np.array(counts).tolist());
            assertThat(np.bincount(some, weights(added), minlength(997)).tolist()).isEqualTo(np.array(sums).tolist());
        }
    }

    @Test
    void edgesMayDescend() {
        NdArray x = np.array(0, 1, 2, 3);
        assertThat(np.digitize(x, np.array(1, 2)).tolist()).isEqualTo(List.of(0L, 1L, 2L, 2L));
        assertThat(np.digitize(x, np.array(2, 1)).tolist()).isEqualTo(List.of(2L, 1L, 0L, 0L));
        assertThat(np.digitize(x, np.array(2, 1), right(true)).tolist()).isEqualTo(List.of(2L, 2L, 1L, 0L));
        assertThatThrownBy(() -> np.digitize(x, np.array(1, 3, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingButTheResultsIsLeft() {
        NdArray numbers = np.array(List.of(List.of(3.0, 1.0), List.of(2.0, 5.0))).T();
        Ledger.Counts before = Settled.counts();
        np.histogram(numbers).close();
        np.histogram(numbers, density(true), weights(numbers)).close();
        for (BinMethod method : BinMethod.values()) {
            np.histogramBinEdges(numbers, bins(method)).close();
        }
        np.histogramdd(numbers, density(true)).close();
        np.histogramdd(List.of(numbers.get(0), numbers.get(1)), bins(3)).close();
        np.digitize(2, numbers.get(0)).close();
        assertThatThrownBy(() -> np.histogram(numbers, range(5, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.histogram(a)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }
}
