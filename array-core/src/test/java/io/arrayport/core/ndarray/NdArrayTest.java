package io.arrayport.core.ndarray;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Layouts;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Views share, copies do not, and nothing reaches outside of its storage. */
class NdArrayTest {
    static final List<DType> ALL = DType.ALL;

    @Test
    void describesItself() {
        NdArray array = np.zeros(Shape.of(3, 4), np.int16);
        assertThat(array.ndim()).isEqualTo(2);
        assertThat(array.size()).isEqualTo(12);
        assertThat(array.itemsize()).isEqualTo(2);
        assertThat(array.nbytes()).isEqualTo(24);
        assertThat(array.address()).isEqualTo(array.storage().address());
        assertThat(array.get("1:").address()).isEqualTo(array.address() + 8);
        assertThat(array).isEqualTo(array).isNotEqualTo(array.reshape(3, 4));
    }

    @Test
    void everyViewSharesItsBytes() {
        NdArray array = np.arange(24, np.int32).reshape(2, 3, 4);
        for (NdArray view : List.of(array.transpose(), array.transpose(1, 2, 0), array.reshape(6, 4),
                array.expandDims(1), array.expandDims(0).squeeze(), array.get("::-1, :, ::2"), array.asShape(24),
                array.get("1"))) {
            assertThat(view.storage()).isSameAs(array.storage());
            assertThat(view.isWriteable()).isTrue();
            long[] last = new long[view.ndim()];
            Arrays.fill(last, -1);
            long before = view.getLong(last);
            view.setLong(before + 1000, last);
            assertThat(view.getLong(last)).isEqualTo(before + 1000);
            assertThat(array.reshape(24).getLong(before)).as("seen through the first array").isEqualTo(before + 1000);
            array.reshape(24).setLong(before, before);
            assertThat(view.getLong(last)).as("seen through the view").isEqualTo(before);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aCopyHasTheSameElementsAndNoSharedByte(DType type) {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            NdArray array = np.zeros(Shape.of(3, 4), type.withOrder(order)).get("::-1, 1:").transpose();
            array.setLong(1, 2, 1);
            NdArray copy = array.copy();
            NdArray natively = array.copyNative();
            assertThat(copy.dtype()).isEqualTo(array.dtype());
            assertThat(natively.dtype()).isEqualTo(type);
            for (NdArray one : List.of(copy, natively)) {
                assertThat(one.storage()).isNotSameAs(array.storage());
                assertThat(one.shape()).isEqualTo(Shape.of(3, 3));
                assertThat(one.isCContiguous()).isTrue();
                assertThat(one.isWriteable()).isTrue();
                for (long i = 0; i < 3; i++) {
                    for (long j = 0; j < 3; j++) {
                        assertThat(one.getComplex(i, j)).isEqualTo(array.getComplex(i, j));
                    }
                }
                one.setLong(0, 2, 1);
                assertThat(array.getBoolean(2, 1)).isTrue();
            }
        }
    }

    @Test
    void arithmeticNamesTheOperationThatWasCalledAndTheTypesByName() {
        NdArray truth = np.zeros(Shape.of(3), np.bool);
        assertThatThrownBy(() -> truth.subtract(truth)).isInstanceOf(DTypeException.class)
                .hasMessageStartingWith("subtract: no loop for (bool, bool)");
        assertThatThrownBy(() -> truth.subtracti(truth)).isInstanceOf(DTypeException.class)
                .hasMessageStartingWith("subtracti: no loop for (bool, bool)");
        assertThatThrownBy(() -> np.arange(3, np.int32).subtracti(0.5)).isInstanceOf(CastingException.class)
                .hasMessageStartingWith("subtracti: ").hasMessageContaining("float64").hasMessageContaining("int32");
        assertThatThrownBy(() -> np.arange(3, np.int32).addi(np.zeros(Shape.of(2, 3), np.int32)))
                .isInstanceOf(ShapeException.class).hasMessageStartingWith("addi: this array has shape (3,)");
        NdArray foreign = np.arange(3, DType.INT32.withOrder(ByteOrder.BIG_ENDIAN));
        assertThat(foreign.addi(1).sum().toLong()).isEqualTo(6);
        assertThat(foreign.divide(2).repr()).isEqualTo("array([0.5, 1. , 1.5])");
        assertThat(np.arange(3, np.float32).dividei(2).repr()).isEqualTo("array([0. , 0.5, 1. ], dtype=float32)");
    }

    @Test
    void copyNativeTurnsTheBytesOfEachPart() {
        NdArray array = np.zeros(Shape.of(2), DType.COMPLEX64.withOrder(ByteOrder.BIG_ENDIAN));
        array.setComplex(new Complex(1.5, -2), 1);
        assertThat(array.copyNative().getComplex(1)).isEqualTo(new Complex(1.5, -2));
        NdArray longs = np.arange(3, DType.INT64.withOrder(ByteOrder.BIG_ENDIAN));
        assertThat(longs.copyNative().getLong(2)).isEqualTo(2);
    }

    @Test
    void reshapeSharesWhereItCanAndCopiesWhereItMust() {
        NdArray array = np.arange(12, np.float64).reshape(3, 4);
        assertThat(array.reshape(2, -1).storage()).isSameAs(array.storage());
        assertThat(array.reshape(2, -1).shape()).isEqualTo(Shape.of(2, 6));
        NdArray copied = array.transpose().reshape(12);
        assertThat(copied.storage()).isNotSameAs(array.storage());
        assertThat(copied.getDouble(1)).isEqualTo(4);
        copied.setDouble(99, 0);
        assertThat(array.getDouble(0, 0)).isZero();
        assertThatThrownBy(() -> array.transpose().asShape(12)).isInstanceOf(ZeroCopyException.class)
                .hasMessage("asShape: shape (4, 3), strides (8, 32), offset 0 cannot be seen as (12,) without a copy;"
                        + " use reshape, which copies");
        assertThat(np.zeros(Shape.of(0, 3), np.int8).reshape(3, 0, 7).size()).isZero();
        assertThat(np.array(5.0).reshape().item()).isEqualTo(5.0);
    }

    @Test
    void reshapeSaysWhatDoesNotAddUp() {
        NdArray array = np.zeros(Shape.of(3, 4), np.int8);
        assertThatThrownBy(() -> array.reshape(5, 2)).isInstanceOf(ShapeException.class)
                .hasMessage("reshape: shape (3, 4) has 12 elements, (5, 2) has 10");
        assertThatThrownBy(() -> array.reshape(-1, -1)).isInstanceOf(ShapeException.class)
                .hasMessage("reshape: lengths 0 and 1 are both left open; only one can be");
        assertThatThrownBy(() -> array.reshape(5, -1)).isInstanceOf(ShapeException.class)
                .hasMessage("reshape: 12 elements of shape (3, 4) do not divide by the 5 of the other axes");
        assertThatThrownBy(() -> np.array(new int[1]).reshape(-1, 2)).isInstanceOf(ShapeException.class)
                .hasMessage("reshape: 1 element of shape (1,) does not divide by the 2 of the other axes");
        assertThatThrownBy(() -> np.array(new int[1]).reshape(2)).isInstanceOf(ShapeException.class)
                .hasMessage("reshape: shape (1,) has 1 element, (2,) has 2");
        assertThatThrownBy(() -> np.array(new int[1]).get("0, 0")).isInstanceOf(IndexException.class)
                .hasMessage("get: 2 axes are indexed, an array of shape (1,) has 1");
        assertThatThrownBy(() -> np.array(new int[1]).get("0").get("0")).isInstanceOf(IndexException.class)
                .hasMessage("get: 1 axis is indexed, an array of shape () has 0");
        assertThat(array.reshape(-2, 6).shape()).as("NumPy takes any negative length as open")
                .isEqualTo(Shape.of(2, 6));
        assertThatThrownBy(() -> array.reshape(Long.MAX_VALUE, 3, -1)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("more elements");
        assertThatThrownBy(() -> np.zeros(Shape.of(0), np.int8).reshape(0, -1)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> array.reshape(new long[65])).isInstanceOf(ShapeException.class);
    }

    @Test
    void nothingIsMadeOutsideOfItsStorage() {
        try (Storage storage = Storage.allocate(100)) {
            Shape three = Shape.of(3);
            NdArray.of(storage, np.float64, Layout.of(three, new long[]{8}, 76));
            NdArray.of(storage, np.float64, Layout.of(three, new long[]{-8}, 16));
            NdArray.of(storage, np.float64, Layout.of(Shape.of(0), new long[]{1L << 60}, 100));
            NdArray.of(storage, np.float64, Layout.of(Shape.of(1), new long[]{Long.MAX_VALUE}, 92));
            for (Layout outside : List.of(Layout.of(three, new long[]{8}, 77), Layout.of(three, new long[]{-8}, 15),
                    Layout.of(three, new long[]{8}, -8), Layout.of(three, new long[]{1L << 61}, 0),
                    Layout.of(three, new long[]{-(1L << 61)}, 0), Layout.of(Shape.of(), new long[0], 93),
                    Layout.of(Shape.of(), new long[0], Long.MAX_VALUE - 16),
                    Layout.of(Shape.of(), new long[0], Long.MIN_VALUE), Layout.of(Shape.of(0), new long[]{8}, 101),
                    Layout.of(Shape.of(0), new long[]{8}, -1))) {
                assertThatThrownBy(() -> NdArray.of(storage, np.float64, outside)).as(outside.toString())
                        .isInstanceOf(ShapeException.class).hasMessageContaining("the storage has 100")
                        .hasMessageContaining(outside.toString());
            }
        }
    }

    @Test
    void noArrayHasMoreBytesThanALongCounts() {
        NdArray one = np.zeros(Shape.of(1), np.float64);
        assertThat(one.broadcastTo((1L << 60) - 1).nbytes()).isEqualTo((1L << 63) - 8);
        assertThatThrownBy(() -> one.broadcastTo(1L << 60)).isInstanceOf(ShapeException.class)
                .hasMessage("array: shape (1152921504606846976,) of float64 has more bytes than a long counts");
        Layout many = Layout.of(Shape.of(1L << 61), new long[]{0}, 0);
        assertThatThrownBy(() -> NdArray.of(one.storage(), np.float64, many)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> one.broadcastTo((1L << 60) - 1).copy()).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> one.broadcastTo((1L << 60) - 8).copy())
                .isInstanceOf(MemoryBudgetException.class);
    }

    @Test
    void randomViewsOfViewsStayInsideTheStorage() {
        Random random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            Shape shape = Layouts.shape(random, 4);
            Layout layout = Layouts.disjoint(random, shape, 4);
            try (Storage storage = Storage.allocate(layout.endByte(4))) {
                NdArray view = NdArray.of(storage, np.int32, layout);
                for (int step = 0; step < 5; step++) {
                    view = randomView(random, view);
                }
                if (view.size() > 0) {
                    assertThat(view.layout().minByte()).as(view.layout().toString()).isNotNegative();
                    assertThat(view.layout().endByte(4)).as(view.layout().toString())
                            .isLessThanOrEqualTo(storage.byteSize());
                }
            }
        }
    }

    private static NdArray randomView(Random random, NdArray view) {
        int ndim = view.ndim();
        return switch (random.nextInt(6)) {
            case 0 -> view.transpose();
            case 1 -> ndim < 8 ? view.expandDims(random.nextInt(ndim + 1)) : view;
            case 2 -> view.squeeze();
            case 3 -> ndim < 8 ? view.broadcastTo(prepend(random.nextInt(4), view.shape().toArray())) : view;
            case 4 -> ndim > 0
                    ? view.get("%s%d:%d:%d".formatted(random.nextBoolean() ? "..., " : "", random.nextInt(9) - 4,
                            random.nextInt(9) - 4, random.nextBoolean() ? -2 : 1))
                    : view;
            default -> ndim > 0 && view.shape().dim(0) > 0 ? view.get("-1") : view;
        };
    }

    private static long[] prepend(long first, long[] rest) {
        long[] all = new long[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    @Test
    void itemsOfOneElement() {
        assertThat(np.array(2.5).item()).isEqualTo(2.5);
        assertThat(np.ones(Shape.of(1, 1), np.uint64).item()).isEqualTo(BigInteger.ONE);
        assertThat(np.ones(Shape.of(), np.bool).item()).isEqualTo(true);
        assertThat(np.array(7L).toLong()).isEqualTo(7);
        assertThat(np.array(7L).toDouble()).isEqualTo(7);
        assertThat(np.arange(3, np.int8).item(-1)).isEqualTo(2L);
        for (NdArray array : List.of(np.arange(3, np.int8), np.zeros(Shape.of(0), np.int8))) {
            assertThatThrownBy(array::item).isInstanceOf(ShapeException.class)
                    .hasMessage("item: an array of shape (" + array.size() + ",) has " + array.size()
                            + " elements, not 1; give an index");
            assertThatThrownBy(array::toDouble).isInstanceOf(ShapeException.class).hasMessageStartingWith("toDouble: ");
            assertThatThrownBy(array::toLong).isInstanceOf(ShapeException.class).hasMessageStartingWith("toLong: ");
        }
        assertThatThrownBy(() -> np.array(1.5).toLong()).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.zeros(Shape.of(), np.complex64).toDouble()).isInstanceOf(CastingException.class);
    }

    @Test
    void elementAccessChecksItsIndex() {
        NdArray array = np.arange(6, np.int32).reshape(2, 3);
        assertThat(array.getLong(-1, -3)).isEqualTo(3);
        for (long[] bad : new long[][]{{2, 0}, {0, 3}, {-3, 0}, {0, -4}, {Long.MAX_VALUE, 0}, {0, Long.MIN_VALUE}, {},
                {0}, {0, 0, 0}}) {
            assertThatThrownBy(() -> array.getLong(bad)).isInstanceOf(IndexException.class);
            assertThatThrownBy(() -> array.getDouble(bad)).isInstanceOf(IndexException.class);
            assertThatThrownBy(() -> array.getComplex(bad)).isInstanceOf(IndexException.class);
            assertThatThrownBy(() -> array.getBoolean(bad)).isInstanceOf(IndexException.class);
            assertThatThrownBy(() -> array.setLong(1, bad)).isInstanceOf(IndexException.class);
            assertThatThrownBy(() -> array.setDouble(1, bad)).isInstanceOf(IndexException.class);
            assertThatThrownBy(() -> array.setComplex(new Complex(1, 0), bad)).isInstanceOf(IndexException.class);
            assertThatThrownBy(() -> array.setBoolean(true, bad)).isInstanceOf(IndexException.class);
        }
        assertThatThrownBy(() -> array.transpose(0, 2)).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> array.expandDims(4)).isInstanceOf(AxisException.class);
    }

    @Test
    void truthIsBeingDifferentFromZero() {
        NdArray array = np.array(0.0, -0.0, 0.5, Double.NaN, Double.MIN_VALUE);
        assertThat(array.getBoolean(0)).isFalse();
        assertThat(array.getBoolean(1)).isFalse();
        assertThat(array.getBoolean(2)).isTrue();
        assertThat(array.getBoolean(3)).isTrue();
        assertThat(array.getBoolean(4)).isTrue();
        NdArray complex = np.zeros(Shape.of(1), np.complex128);
        complex.setComplex(new Complex(0, 1), 0);
        assertThat(complex.getBoolean(0)).isTrue();
        complex.setBoolean(true, 0);
        assertThat(complex.getComplex(0)).isEqualTo(new Complex(1, 0));
    }
}
