package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.copy;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.order;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** What the chapters' functions give: shapes, strides, view or copy. NumPy's golden cases hold them to the values. */
final class ChaptersTest {
    private final NdArray cube = np.arange(24, np.int16).reshape(2, 3, 4);

    @Test
    void newArraysAreFloat64AndRowMajorUnlessTold() {
        assertThat(np.zeros(shape(2, 3)).repr()).isEqualTo("array([[0., 0., 0.],\n       [0., 0., 0.]])");
        assertThat(np.ones(shape(2, 3), dtype(np.int8), order(Order.F)).strides()).containsExactly(1, 2);
        assertThat(np.full(shape(2), 7).dtype()).isEqualTo(DType.INT64);
        assertThat(np.full(shape(2), 0.5).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(np.full(shape(2, 2), np.array(1, 2)).repr())
                .isEqualTo("array([[1, 2],\n       [1, 2]])");
        assertThat(np.arange(1, 2.5).repr()).isEqualTo("array([1., 2.])");
        assertThat(np.arange(5, 1, -2).repr()).isEqualTo("array([5, 3])");
        assertThat(np.identity(2).repr()).isEqualTo("array([[1., 0.],\n       [0., 1.]])");
        assertThat(np.identity(0).shape()).isEqualTo(shape(0, 0));
        assertThatThrownBy(() -> np.zeros(shape(2), order(Order.K))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zeros: the order K");
    }

    @Test
    void madeAfterOthersTheyFollowTheirTypeAndAxes() {
        NdArray turned = cube.transpose(2, 0, 1);
        assertThat(np.zerosLike(turned).strides()).containsExactly(turned.strides());
        assertThat(np.zerosLike(turned).dtype()).isEqualTo(np.int16);
        assertThat(np.onesLike(turned, order(Order.C), dtype(np.int8)).strides()).containsExactly(6, 3, 1);
        assertThat(np.fullLike(turned, 3, shape(2)).repr()).isEqualTo("array([3, 3], dtype=int16)");
        assertThat(turned.copy().strides()).as("C, as NumPy's method").containsExactly(12, 6, 2);
        assertThat(np.copy(turned).strides()).as("K, as NumPy's function").containsExactly(turned.strides());
        assertThat(turned.astype(np.int32).strides()).containsExactly(4, 48, 16);
        assertThatThrownBy(() -> np.fullLike(cube, 40_000)).isInstanceOf(CastingException.class);
    }

    @Test
    void listsBecomeArrays() {
        assertThat(np.array(List.of(List.of(1, 2), List.of(3, 4.5))).repr())
                .isEqualTo("array([[1. , 2. ],\n       [3. , 4.5]])");
        assertThat(np.array(List.of(np.array(1f), new Complex(0, 1)), dtype(np.complex64)).repr())
                .isEqualTo("array([1.+0.j, 0.+1.j], dtype=complex64)");
        assertThat(np.array(List.of(np.array(1, 2), List.of(3, 4))).tolist())
                .isEqualTo(List.of(List.of(1L, 2L), List.of(3L, 4L)));
        assertThatThrownBy(() -> np.array(List.of(300), dtype(np.int8))).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.array(List.of(List.of(1), 2))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.asarray(List.of(1), copy(false))).isInstanceOf(ZeroCopyException.class);
    }

    @Test
    void asarraySharesWhatItCan() {
        assertThat(np.asarray(cube)).isSameAs(cube);
        assertThat(np.asarray(cube, dtype(np.int32)).storage()).isNotSameAs(cube.storage());
        assertThat(np.asarray(cube, copy(true)).storage()).isNotSameAs(cube.storage());
        assertThat(np.array(cube).storage()).isNotSameAs(cube.storage());
        assertThat(np.array(cube, copy(false))).isSameAs(cube);
        assertThat(np.array(cube, Options.copyIfNeeded(), order(Order.F)).storage()).isNotSameAs(cube.storage());
        assertThatThrownBy(() -> np.array(cube, copy(false), order(Order.F))).isInstanceOf(ZeroCopyException.class);
        assertThat(np.ascontiguousarray(np.array(List.of(1)).get(0)).shape()).isEqualTo(shape(1));
    }

    @Test
    void axesMoveAsViews() {
        assertThat(np.moveaxis(cube, 0, -1).shape()).isEqualTo(shape(3, 4, 2));
        assertThat(np.moveaxis(cube, new int[]{0, 1}, new int[]{-1, -2}).shape()).isEqualTo(shape(4, 3, 2));
        assertThat(np.rollaxis(cube, 2).shape()).isEqualTo(shape(4, 2, 3));
        assertThat(np.swapaxes(cube, 0, -1).shape()).isEqualTo(shape(4, 3, 2));
        assertThat(cube.mT().shape()).isEqualTo(shape(2, 4, 3));
        assertThat(np.expandDims(cube, 0, -1).shape()).isEqualTo(shape(1, 2, 3, 4, 1));
        assertThat(np.flip(cube, 2).getLong(0, 0, 0)).isEqualTo(3);
        assertThat(np.flip(cube).getLong(0, 0, 0)).isEqualTo(23);
        assertThat(np.rot90(np.arange(4).reshape(2, 2)).tolist()).isEqualTo(List.of(List.of(1L, 3L), List.of(0L, 2L)));
        assertThat(np.rot90(cube, -1, new int[]{1, 2}).shape()).isEqualTo(shape(2, 4, 3));
        assertThat(np.squeeze(np.expandDims(cube, 1)).storage()).isSameAs(cube.storage());
        assertThat(np.squeeze(np.expandDims(cube, 1), new int[0]).ndim()).as("no axis is named").isEqualTo(4);
        assertThat(np.broadcastArrays(np.zeros(shape(2, 1)), np.zeros(shape(3)))).extracting(NdArray::shape)
                .containsExactly(shape(2, 3), shape(2, 3));
        assertThatThrownBy(() -> np.moveaxis(cube, 0, 3)).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> np.moveaxis(cube, new int[]{0, 0}, new int[]{1, 2}))
                .isInstanceOf(AxisException.class).hasMessageContaining("axis 0 is named twice");
        assertThatThrownBy(() -> np.expandDims(cube, 0, 0)).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> cube.transpose(new int[0])).isInstanceOf(AxisException.class);
    }

    @Test
    void elementsAreReadInAnyOrder() {
        NdArray a = np.arange(6).reshape(2, 3);
        assertThat(a.ravel(order(Order.F)).tolist()).isEqualTo(List.of(0L, 3L, 1L, 4L, 2L, 5L));
        assertThat(a.T().ravel(order(Order.K)).storage()).as("as they lie: a view").isSameAs(a.storage());
        assertThat(a.T().ravel().storage()).isNotSameAs(a.storage());
        assertThat(a.flatten().storage()).isNotSameAs(a.storage());
        assertThat(a.reshape(new long[]{3, 2}, order(Order.F)).tolist())
                .isEqualTo(List.of(List.of(0L, 4L), List.of(3L, 2L), List.of(1L, 5L)));
        assertThatThrownBy(() -> a.T().reshape(new long[]{6}, copy(false))).isInstanceOf(ZeroCopyException.class);
        assertThat(a.item(4)).as("counted in C order").isEqualTo(4L);
        assertThatThrownBy(() -> np.zeros(shape(2, 2, 2)).item(0, 1)).isInstanceOf(ShapeException.class);
    }

    @Test
    void assignmentBroadcastsConvertsAndReadsFirst() {
        NdArray a = np.arange(6, np.int8).reshape(2, 3);
        a.set(np.array(1.9, -2.9, 0), Options.index(0));
        a.set(9, Options.all(), Options.index(2));
        assertThat(a.tolist()).isEqualTo(List.of(List.of(1L, -2L, 9L), List.of(3L, 4L, 9L)));
        NdArray row = np.arange(4);
        row.get("1:").set(row.get(":-1"));
        assertThat(row.tolist()).as("as if read first").isEqualTo(List.of(0L, 0L, 1L, 2L));
        assertThatThrownBy(() -> a.set(300, Options.index(0))).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> a.set(np.zeros(shape(2)))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("set: the value has shape (2,)");
        assertThatThrownBy(() -> np.copyto(a, np.zeros(shape(3)))).isInstanceOf(CastingException.class);
    }

    @Test
    void arraysAreMadeOnTheNamespacesDevice() {
        assertThat(np.on(Device.CPU).ones(shape(2)).device()).isEqualTo(Device.CPU);
        assertThat(np.device()).isEqualTo(Device.CPU);
        assertThatThrownBy(() -> np.on(Device.cuda(0))).isInstanceOf(DeviceException.class)
                .hasMessageStartingWith("on: no module here computes on cuda:0")
                .hasMessageContaining("only on [CPU]");
    }

    @Test
    void printingTakesNumpysKeywords() {
        NdArray a = np.array(1.23456, -1e-9);
        assertThat(np.arrayStr(a, Options.precision(2), Options.suppressSmall(true))).isEqualTo("[ 1.23 -0.  ]");
        assertThat(np.array2string(a.get("0"), Options.precision(2))).isEqualTo("1.23");
        assertThat(np.array2string(np.arange(4), Options.separator(", "), Options.threshold(2), Options.edgeitems(1)))
                .isEqualTo("[0, ..., 3]");
        assertThat(np.arrayRepr(np.arange(2, np.int8))).isEqualTo("array([0, 1], dtype=int8)");
    }

    @Test
    void copytoWritesUnderAMaskAsIfAllHadBeenReadFirst() {
        NdArray a = np.arange(6, np.int32).reshape(2, 3);
        np.copyto(a, np.array(7f), casting(Casting.UNSAFE), where(np.array(List.of(true, false, true))));
        assertThat(a.repr()).isEqualTo("array([[7, 1, 7],\n       [7, 4, 7]], dtype=int32)");
        NdArray bools = np.array(List.of(true, false, true));
        np.copyto(bools, bools.get("::-1"), where(bools));
        assertThat(bools.repr()).isEqualTo("array([ True, False,  True])");
        np.copyto(bools, np.array(List.of(false)), where(bools.get("::-1")));
        assertThat(bools.repr()).isEqualTo("array([False, False, False])");
        np.copyto(a, np.array(0), where(false));
        assertThat(a.getLong(0, 0)).isEqualTo(7);
        assertThatThrownBy(() -> np.copyto(a, np.array(1), where(np.array(1, 0, 1))))
                .isInstanceOf(CastingException.class).hasMessageContaining("where is int64, it must be bool");
        assertThatThrownBy(() -> np.copyto(a, np.array(1, 2), where(false))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("(2,)");
    }

    @Test
    void whatDoesNotBroadcastIsNamedWithTheOperationAndBothShapes() {
        NdArray a = np.zeros(shape(2, 3));
        assertThatThrownBy(() -> np.add(a, np.zeros(shape(2, 4)))).isInstanceOf(ShapeException.class).hasMessage(
                "add: operand 1 has shape (2, 4), operand 0 has (2, 3): axis 1 is 4, not 3; "
                        + "only axes of length 1 stretch");
        assertThatThrownBy(() -> a.addi(np.zeros(shape(2)))).isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("addi: operand 1 has shape (2,), operand 0 has (2, 3)");
        assertThatThrownBy(() -> np.add(a, a, where(np.zeros(shape(5), dtype(np.bool)))))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("add: where has shape (5,), operands broadcast");
        assertThatThrownBy(() -> np.add(a, a, out(np.zeros(shape(2, 2))))).isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("add: out has shape (2, 2), operands broadcast to (2, 3)");
    }
}
