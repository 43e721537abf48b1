package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.all;
import static io.arrayport.core.Options.index;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays and masks between the brackets; NumPy's golden cases hold them to shapes and values. */
final class AdvancedIndexTest {
    private final NdArray matrix = np.arange(12).reshape(3, 4);

    @Test
    void anArrayInAnIndexGivesACopyAndSlicesAView() {
        matrix.get(index(0, 2)).fill(-1);
        assertThat(matrix.getLong(0, 0)).isZero();
        matrix.get(slice(0, 2)).fill(-1);
        assertThat(matrix.getLong(0, 0)).isEqualTo(-1);
        assertThat(matrix.get(np.array(1L)).storage()).as("a 0-d array is an array").isNotSameAs(matrix.storage());
    }

    @Test
    void textListsAndArraysAreTheSameIndex() {
        NdArray rows = np.array(2L, 0L);
        List<?> wanted = List.of(List.of(9L, 11L), List.of(1L, 3L));
        assertThat(matrix.get(rows, slice(1, null, 2)).tolist()).isEqualTo(wanted);
        assertThat(matrix.get(index(2, 0), Index.of("1::2")).tolist()).isEqualTo(wanted);
        assertThat(matrix.get("[2, 0], 1::2").tolist()).isEqualTo(wanted);
        assertThat(matrix.get("[[2], [0]], [1, 3]").tolist()).isEqualTo(wanted);
        assertThat(matrix.get("[True, False, True], 1").tolist()).isEqualTo(List.of(1L, 9L));
        assertThat(matrix.get("True, 0").shape()).isEqualTo(shape(1, 4));
        assertThat(matrix.get("[]").shape()).isEqualTo(shape(0, 4));
    }

    @Test
    void ofPositionsThatComeTwiceTheLastOneIsSet() {
        matrix.set(np.array(7L, 8L, 9L), Index.at(0), index(1, 1, -1));
        assertThat(matrix.get(0).tolist()).isEqualTo(List.of(0L, 8L, 2L, 9L));
    }

    @Test
    void whatIsSetIsReadFirstEvenIfItIsThisArray() {
        NdArray a = np.array(2L, 0L, 1L, 3L);
        a.set(a.get("::-1"), a);
        assertThat(a.tolist()).isEqualTo(List.of(1L, 0L, 3L, 2L));
        NdArray bools = np.array(List.of(true, false, true));
        bools.set(np.array(List.of(false)), bools);
        assertThat(bools.tolist()).isEqualTo(List.of(false, false, false));
    }

    @Test
    void aMaskSetsNumbersAndArrays() {
        NdArray mask = np.greater(matrix, 8);
        matrix.set(0, mask);
        assertThat(matrix.get(2).tolist()).isEqualTo(List.of(8L, 0L, 0L, 0L));
        matrix.set(np.array(1L, 2L, 3L), mask);
        assertThat(matrix.get(mask).tolist()).isEqualTo(List.of(1L, 2L, 3L));
        assertThatThrownBy(() -> matrix.set(np.array(1L, 2L), mask)).isInstanceOf(ShapeException.class)
                .hasMessage("set: the value has shape (2,), which does not stretch to (3,) of what is selected");
    }

    @Test
    void aWrongIndexSaysWhatIsWrongAndWritesNothing() {
        NdArray before = matrix.copy();
        Ledger.Counts counts = Settled.counts();
        assertThatThrownBy(() -> matrix.set(5, index(0, 3))).isInstanceOf(IndexException.class)
                .hasMessage("set: index 3 is out of bounds for axis 0 with size 3");
        assertThatThrownBy(() -> matrix.get(all(), index(0, -5))).isInstanceOf(IndexException.class)
                .hasMessage("get: index -5 is out of bounds for axis 1 with size 4");
        assertThatThrownBy(() -> matrix.get(index(0, 1), index(0, 1, 2))).isInstanceOf(IndexException.class)
                .hasMessageContaining("do not stretch to one shape");
        assertThatThrownBy(() -> matrix.get("[True, False]")).isInstanceOf(IndexException.class)
                .hasMessageContaining("the mask has shape (2,), but axis 0 of the array has size 3");
        assertThatThrownBy(() -> matrix.asReadOnly().set(1, index(0, 0))).isInstanceOf(ReadOnlyException.class);
        assertThat(Ledger.counts()).isEqualTo(counts);
        assertThatThrownBy(() -> matrix.get(np.array(1.0))).isInstanceOf(IndexException.class)
                .hasMessage("get: an index array is float64, it must be of integers, or of bools for a mask");
        assertThat(np.equal(matrix, before).all().getBoolean()).isTrue();
    }

    @Test
    void nothingIsLeftBehindButTheResult() {
        NdArray turned = np.arange(24).reshape(2, 3, 4).T();
        NdArray small = np.array(List.of(1L, 0L), Options.dtype(DType.INT8));
        NdArray mask = np.array(List.of(true, false, true));
        NdArray values = np.array(1.5, 2.5);
        Ledger.Counts before = Settled.counts();
        turned.get(small, mask).close();
        turned.get(all(), mask).close();
        turned.get("[[0, 1]], ..., True").close();
        turned.set(values, small, mask);
        turned.set(7, index(1), all(), index(0));
        np.add.at(turned, List.of(small, mask), values.get(0));
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void anIndexIntoMoreElementsThanThereIsMemoryForTakesOnlyWhatItSelects() {
        NdArray huge = np.arange(4).broadcastTo(1L << 40, 4);
        assertThat(huge.get(index((1L << 40) - 1, 0), index(3, 2)).tolist()).isEqualTo(List.of(3L, 2L));
        assertThat(np.take(huge, np.array(new long[]{5}), Options.axis(0)).shape()).isEqualTo(shape(1, 4));
    }

    @Test
    void atTakesAnyIndexAndCountsRepeatedPositions() {
        np.add.at(matrix, List.of(index(0, 0, 2), index(1, 1, 3)), 10);
        assertThat(matrix.getLong(0, 1)).isEqualTo(21);
        assertThat(matrix.getLong(2, 3)).isEqualTo(21);
        np.negative.at(matrix, slice(null, null, 2));
        assertThat(matrix.get(":, 0").tolist()).isEqualTo(List.of(0L, 4L, -8L));
    }

    /** More positions than any block has, from and to every stride, against one element at a time. */
    @ParameterizedTest
    @ValueSource(strings = {"bool", "int16", "float32", "int64", "complex128"})
    void elementsOfEverySizeAreReadAndWrittenAtAnyStride(String type) {
        Random random = new Random(5);
        int n = 9001;
        NdArray values = np.arange(3 * n, np.int64).astype(DType.of(type));
        NdArray positions = np.arange(n, np.int64);
        NdArray mask = np.zeros(shape(n), np.bool);
        for (int i = 0; i < n; i++) {
            positions.setLong(random.nextInt(2 * n) - n, i);
            mask.setBoolean(random.nextInt(3) > 0, i);
        }
        for (NdArray a : List.of(values.get(slice(null, n)), values.get("::3"), values.get("::-3"))) {
            NdArray taken = a.get(positions);
            NdArray kept = a.get(mask);
            NdArray set = a.copy();
            set.set(a.get("::-1"), positions);
            NdArray blank = a.copy();
            blank.set(0, mask);
            NdArray mixed = np.where(mask, a, a.get("::-1"));
            Object[] expected = new Object[n];
            long to = 0;
            for (int i = 0; i < n; i++) {
                long at = positions.getLong(i);
                assertThat(taken.item(i)).isEqualTo(a.item(at));
                expected[(int) (at < 0 ? at + n : at)] = a.item(n - 1 - i);
                assertThat(blank.getComplex(i).real()).isEqualTo(mask.getBoolean(i) ? 0 : a.getComplex(i).real());
                assertThat(mixed.item(i)).isEqualTo(a.item(mask.getBoolean(i) ? i : n - 1 - i));
                if (mask.getBoolean(i)) {
                    assertThat(kept.item(to++)).isEqualTo(a.item(i));
                }
            }
            assertThat(kept.size()).isEqualTo(to);
            for (int i = 0; i < n; i++) {
                assertThat(set.item(i)).isEqualTo(expected[i] == null ? a.item(i) : expected[i]);
            }
        }
    }
}
