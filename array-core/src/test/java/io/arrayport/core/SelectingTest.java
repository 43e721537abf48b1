package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.allAxes;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.mode;
import static io.arrayport.core.Options.order;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.IndexMode;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** The functions that choose elements; NumPy's golden cases hold them to the values. */
final class SelectingTest {
    private final NdArray matrix = np.arange(6).reshape(2, 3);

    @Test
    void positionsBeyondAnAxisAreWhatTheModeSays() {
        NdArray positions = np.array(4L, -4L);
        assertThatThrownBy(() -> np.take(matrix, positions, axis(1))).isInstanceOf(IndexException.class)
                .hasMessage("take: index 4 is out of bounds for axis 1 with size 3");
        assertThat(np.take(matrix, positions, axis(1), mode(IndexMode.WRAP)).tolist())
                .isEqualTo(List.of(List.of(1L, 2L), List.of(4L, 5L)));
        assertThat(np.take(matrix, positions, axis(1), mode(IndexMode.CLIP)).tolist())
                .isEqualTo(List.of(List.of(2L, 0L), List.of(5L, 3L)));
        assertThatThrownBy(() -> np.take(matrix, positions, mode(IndexMode.WRAP, IndexMode.CLIP)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("take: 2 modes are given; give one");
    }

    @Test
    void outIsWrittenWhenAllHasBeenRead() {
        NdArray a = np.array(1L, 2L, 3L);
        assertThat(np.take(a, np.array(2L, 1L, 0L), out(a))).isSameAs(a);
        assertThat(a.tolist()).isEqualTo(List.of(3L, 2L, 1L));
        NdArray floats = np.zeros(shape(3), np.float64);
        assertThat(np.take(a, np.array(0L, 0L, 1L), out(floats)).tolist()).isEqualTo(List.of(3.0, 3.0, 2.0));
        assertThatThrownBy(() -> np.take(floats, np.array(0L, 0L, 1L), out(a))).isInstanceOf(CastingException.class)
                .hasMessageContaining("take: the result is float64, which does not cast to out's int64");
        assertThatThrownBy(() -> np.take(a, np.array(0L), out(a))).isInstanceOf(ShapeException.class);
    }

    @Test
    void putRepeatsValuesAndCountsInCOrderWhateverTheStrides() {
        NdArray turned = matrix.T();
        turned.put(np.array(0L, 1L, -1L), np.array(7.9, 8.9));
        assertThat(turned.tolist()).isEqualTo(List.of(List.of(7L, 8L), List.of(1L, 4L), List.of(2L, 7L)));
        turned.put(np.array(0L), -1);
        assertThat(matrix.getLong(0, 0)).as("written through the view").isEqualTo(-1);
        assertThatThrownBy(() -> turned.put(np.array(0L, 6L), 5)).isInstanceOf(IndexException.class);
        assertThat(matrix.getLong(0, 0)).isEqualTo(-1);
    }

    @Test
    void wherePromotesItsTwoSidesAndNumbersAreWeak() {
        NdArray mask = np.array(List.of(true, false));
        NdArray small = np.array(1L, 2L).astype(DType.INT8);
        assertThat(np.where(mask, small, 0).repr()).isEqualTo("array([1, 0], dtype=int8)");
        assertThat(np.where(mask, small, np.array(0.5)).repr()).isEqualTo("array([1. , 0.5])");
        assertThat(np.where(mask, 1, 2.5).repr()).isEqualTo("array([1. , 2.5])");
        assertThat(np.where(np.array(0.0, Double.NaN), 1, 2).tolist()).as("NaN is not 0").isEqualTo(List.of(2L, 1L));
        assertThatThrownBy(() -> np.where(mask, small, 1000)).isInstanceOf(CastingException.class);
    }

    @Test
    void chooseTakesArraysAndNumbers() {
        NdArray which = np.array(0L, 1L, 2L);
        assertThat(np.choose(which, List.of(5, matrix.get(1), matrix.get(0))).tolist())
                .isEqualTo(List.of(5L, 4L, 2L));
        assertThatThrownBy(() -> np.choose(which, List.of(matrix.get(0), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose: there is no choice 2 among 2");
        assertThat(np.choose(which, List.of(0, 1), mode(IndexMode.CLIP)).tolist()).isEqualTo(List.of(0L, 1L, 1L));
    }

    @Test
    void placeGoesOnFromValueToValueAndPutmaskByPosition() {
        NdArray mask = np.array(List.of(false, true, false, true));
        NdArray a = np.zeros(shape(4), np.int64);
        np.place(a, mask, List.of(1, 2, 3));
        assertThat(a.tolist()).isEqualTo(List.of(0L, 1L, 0L, 2L));
        np.putmask(a, mask, List.of(1, 2, 3));
        assertThat(a.tolist()).isEqualTo(List.of(0L, 2L, 0L, 1L));
        np.putmask(a, mask, 9);
        assertThat(a.tolist()).isEqualTo(List.of(0L, 9L, 0L, 9L));
        assertThatThrownBy(() -> np.place(a, mask, np.array(1.5))).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.place(a, mask, np.zeros(shape(0), np.int64))).isInstanceOf(ShapeException.class)
                .hasMessage("place: there are no values to set 2 elements to");
    }

    @Test
    void alongAnAxisEachLineHasItsOwnPositions() {
        NdArray a = np.array(List.of(List.of(3L, 1L, 2L), List.of(4L, 6L, 5L)));
        NdArray order = np.array(List.of(List.of(1L, 2L, 0L), List.of(0L, 2L, 1L)));
        assertThat(np.takeAlongAxis(a, order).tolist())
                .isEqualTo(List.of(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L)));
        np.putAlongAxis(a, np.argmax(a, axis(1), Options.keepdims(true)), np.zeros(shape(1, 1)), axis(1));
        assertThat(a.tolist()).isEqualTo(List.of(List.of(0L, 1L, 2L), List.of(4L, 0L, 5L)));
        NdArray turned = a.T();
        np.putAlongAxis(turned, np.array(new long[]{1}), np.array(-7L), allAxes());
        assertThat(a.getLong(1, 0)).isEqualTo(-7);
    }

    @Test
    void positionsOfAllElementsAndThoseAlongAxesAreOneAnothersInverse() {
        NdArray flat = np.array(0L, 5L, 3L);
        List<NdArray> columns = np.unravelIndex(flat, shape(2, 3), order(Order.F));
        assertThat(columns.get(0).tolist()).isEqualTo(List.of(0L, 1L, 1L));
        assertThat(np.ravelMultiIndex(columns, shape(2, 3), order(Order.F)).tolist()).isEqualTo(flat.tolist());
        assertThat(np.ravelMultiIndex(np.array(List.of(List.of(4L), List.of(-1L))), shape(2, 3),
                mode(IndexMode.CLIP, IndexMode.WRAP)).tolist()).isEqualTo(List.of(5L));
        assertThatThrownBy(() -> np.unravelIndex(np.array(6L), shape(2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unravelIndex: position 6 is out of bounds for 6; it must be from 0 to 5");
        assertThat(
                matrix.get(
                        np.ix_(np.array(new long[]{1}), np.array(List.of(true, false, true))).toArray(NdArray[]::new))
                        .tolist())
                .isEqualTo(List.of(List.of(3L, 5L)));
        assertThat(np.argwhere(np.greater(matrix, 3)).tolist()).isEqualTo(List.of(List.of(1L, 1L), List.of(1L, 2L)));
    }

    @Test
    void valuesThatHoldThemselvesAreRefused() {
        List<Object> values = new ArrayList<>();
        values.add(values);
        values.add(values);
        assertThatThrownBy(() -> np.putmask(np.zeros(shape(3)), np.ones(shape(3)), values))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void nothingIsLeftBehindButTheResult() {
        NdArray turned = matrix.T();
        NdArray small = np.array(List.of(1L, 0L), Options.dtype(DType.INT8));
        NdArray mask = np.array(1.0, 0.0);
        Ledger.Counts before = Settled.counts();
        np.take(turned, small).close();
        np.take(turned, small, mode(IndexMode.WRAP)).close();
        np.compress(mask, turned, axis(1)).close();
        np.extract(turned, turned).close();
        np.where(mask, turned, 1.5).close();
        np.choose(small, List.of(turned, 1.5)).close();
        np.takeAlongAxis(turned, small.reshape(1, 2), axis(0)).close();
        np.putAlongAxis(turned, small, small, allAxes());
        np.put(turned, small, 3);
        np.place(turned, turned, List.of(1, 2));
        np.putmask(turned, turned, small);
        np.flatnonzero(turned).close();
        np.unravelIndex(small, shape(2, 3)).getFirst().close();
        np.ravelMultiIndex(List.of(small, small), shape(2, 3)).close();
        assertThatThrownBy(() -> np.unravelIndex(small, shape(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.ravelMultiIndex(List.of(small, small), shape(2, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }
}
