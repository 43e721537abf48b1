package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.index;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** What Java's types let a caller write: numbers, Java's arrays, shapes, text, operators. */
final class ArrayFormsTest {
    @Test
    void oneNumberIsAnArrayWithoutAxes() {
        assertThat(np.array(5).repr()).isEqualTo("array(5)");
        assertThat(np.array(2.5f).dtype()).isEqualTo(np.float32);
        assertThat(np.array((short) 3).dtype()).isEqualTo(np.int16);
        assertThat(np.array(true).dtype()).isEqualTo(np.bool);
        assertThat(np.array(BigInteger.ONE.shiftLeft(63)).dtype()).isEqualTo(np.uint64);
        assertThat(np.array(new Complex(1, -2)).item()).isEqualTo(new Complex(1, -2));
        assertThat(np.array(300, dtype(np.float16)).toDouble()).isEqualTo(300);
        assertThatThrownBy(() -> np.array(300, dtype(np.int8))).isInstanceOf(CastingException.class);
    }

    @Test
    void listsHoldJavasArraysAndArraysOfFurtherAxes() {
        double[] row = {1, 2};
        NdArray view = np.arange(4.0).reshape(2, 2).T();
        assertThat(np.array(List.of(row, row)).repr()).isEqualTo("array([[1., 2.],\n       [1., 2.]])");
        assertThat(np.array(List.of(new int[]{1, 2}, row)).dtype()).isEqualTo(np.float64);
        assertThat(np.array(List.of(new int[][]{{1, 2}, {3, 4}}, view)).get(1).tolist()).isEqualTo(view.tolist());
        assertThat(np.array(List.of(List.of(true), new boolean[]{false})).dtype()).isEqualTo(np.bool);
        row[0] = 9;
        assertThatThrownBy(() -> np.array(List.of(row, new double[3]))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.array(List.of(row, 1))).isInstanceOf(ShapeException.class);
    }

    @Test
    void elementsAreSetInPythonsWords() {
        NdArray a = np.zeros(shape(2, 3), np.int64);
        a.set(7, "1, ::2");
        a.set(np.array(1, 2, 3), "0");
        assertThat(a.tolist()).isEqualTo(List.of(List.of(1L, 2L, 3L), List.of(7L, 0L, 7L)));
        NdArray z = np.zeros(shape(2), np.complex64);
        z.set(new Complex(0, 1), "-1");
        assertThat(z.getComplex(1)).isEqualTo(new Complex(0, 1));
        assertThatThrownBy(() -> a.set(7, "1, 2, 3")).isInstanceOf(IndexException.class);
    }

    @Test
    void shapesAreShapes() {
        NdArray a = np.arange(6);
        NdArray like = np.zeros(shape(2, 3));
        assertThat(a.reshape(like.shape()).shape()).isEqualTo(like.shape());
        assertThat(np.reshape(a, like.shape()).storage()).isSameAs(a.storage());
        assertThat(np.broadcastTo(np.arange(3), like.shape()).strides()).containsExactly(0, 8);
        assertThat(np.resize(a, shape(2, 2)).tolist()).isEqualTo(List.of(List.of(0L, 1L), List.of(2L, 3L)));
    }

    @Test
    void anArrayIsGoneThroughAlongItsFirstAxis() {
        NdArray a = np.arange(6).reshape(3, 2);
        List<Object> rows = new ArrayList<>();
        for (NdArray row : a) {
            rows.add(row.tolist());
            row.set(0, index(0));
        }
        assertThat(rows).isEqualTo(List.of(List.of(0L, 1L), List.of(2L, 3L), List.of(4L, 5L)));
        assertThat(a.get(":, 0").tolist()).as("rows are views").isEqualTo(List.of(0L, 0L, 0L));
        assertThatThrownBy(() -> np.array(5).iterator()).isInstanceOf(ShapeException.class);
    }

    @Test
    void comparisonsGiveMasks() {
        NdArray a = np.arange(6);
        assertThat(a.get(a.greater(1).bitwiseAnd(a.lessEqual(4))).tolist()).isEqualTo(List.of(2L, 3L, 4L));
        assertThat(a.get(a.equal(a.power(2)).bitwiseOr(a.notEqual(a).invert())).size()).isEqualTo(6);
        assertThat(a.less(np.array(1)).tolist()).isEqualTo(List.of(true, false, false, false, false, false));
    }

    @Test
    void numbersStandForArraysOfOne() {
        NdArray a = np.arange(3, np.int8);
        assertThat(np.polyval(np.array(1, 2, 3), 2).repr()).isEqualTo("array(11)");
        assertThat(np.interp(2.5, np.array(2, 3), np.array(20, 30)).toDouble()).isEqualTo(25);
        assertThat(np.append(a, 4.5).tolist()).isEqualTo(List.of(0.0, 1.0, 2.0, 4.5));
        assertThat(np.insert(a, 1, 7).repr()).isEqualTo("array([0, 7, 1, 2], dtype=int8)");
        assertThat(np.insert(a, index(0, 3), 7).tolist()).isEqualTo(List.of(7L, 0L, 1L, 2L, 7L));
        assertThatThrownBy(() -> np.insert(a, 1, 300)).isInstanceOf(CastingException.class);
        assertThat(np.clip(a, null, 1).tolist()).isEqualTo(List.of(0L, 1L, 1L));
        assertThat(a.clip(1, null).tolist()).isEqualTo(List.of(1L, 1L, 2L));
        assertThat(np.call("sum", List.of(a.reshape(3, 1)), Map.of("axis", 1, "keepdims", true)))
                .hasToString("[[0]\n [1]\n [2]]");
    }

    @Test
    void aResizedArrayGoesOnInPlaceOfTheOther() {
        NdArray a = np.arange(6).reshape(2, 3);
        NdArray view = a.get(0);
        Ledger.Counts before = Settled.counts();
        NdArray longer = a.resize(2, 4);
        assertThat(longer.tolist()).isEqualTo(List.of(List.of(0L, 1L, 2L, 3L), List.of(4L, 5L, 0L, 0L)));
        assertThatThrownBy(view::tolist).isInstanceOf(ClosedException.class);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks());
        NdArray columns = longer.resize(4, 2).copy(Options.order(Order.F));
        assertThat(columns.resize(2, 1).strides()).as("in the order of memory").containsExactly(8, 16);
        for (DType texts : List.of(DType.of("U3"), DType.of("S3"), DType.STRING)) {
            assertThat(np.array(List.of("a", "b")).astype(texts).resize(3).get(2).toString()).as("%s", texts)
                    .doesNotContain("0");
        }
    }

    @Test
    void onlyTheWholeOfAStorageIsResized() {
        NdArray a = np.arange(6);
        NdArray part = a.get("1:");
        NdArray closed = a.asReadOnly();
        assertThatThrownBy(() -> part.resize(2)).isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("resize: this array shows 40 of the 48 bytes");
        assertThatThrownBy(() -> closed.resize(2)).isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> a.resize(-1)).isInstanceOf(ShapeException.class);
        try (Lease _ = a.storage().lease("a neighbour")) {
            assertThatThrownBy(() -> a.resize(2)).isInstanceOf(ZeroCopyException.class);
        }
        assertThat(a.resize(2).size()).isEqualTo(2);
    }
}
