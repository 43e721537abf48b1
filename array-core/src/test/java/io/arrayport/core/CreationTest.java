package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CreationTest {
    static final List<DType> ALL = DType.ALL;

    @ParameterizedTest
    @FieldSource("ALL")
    void zerosAndOnesOfEveryTypeAndShape(DType dtype) {
        for (Shape shape : List.of(Shape.of(), Shape.of(0), Shape.of(3, 0, 2), Shape.of(7), Shape.of(3, 5, 2))) {
            for (int value = 0; value <= 1; value++) {
                NdArray array = value == 0 ? np.zeros(shape, dtype) : np.ones(shape, dtype);
                assertThat(array.shape()).isEqualTo(shape);
                assertThat(array.dtype()).isEqualTo(dtype);
                assertThat(array.isCContiguous()).isTrue();
                assertThat(array.isWriteable()).isTrue();
                assertThat(array.nbytes()).isEqualTo(shape.size() * dtype.itemsize());
                NdArray flat = array.reshape(shape.size());
                for (long i = 0; i < shape.size(); i++) {
                    assertThat(flat.getComplex(i).real()).isEqualTo(value);
                    assertThat(flat.getComplex(i).imag()).isZero();
                }
            }
        }
    }

    @Test
    void arraysAreCopiesOfTheirValues() {
        double[] doubles = {0.1, -0.0, Double.NaN};
        NdArray array = np.array(doubles);
        doubles[0] = 9;
        assertThat(array.dtype()).isEqualTo(np.float64);
        assertThat(array.getDouble(0)).isEqualTo(0.1);
        assertThat(Double.doubleToRawLongBits(array.getDouble(1))).isEqualTo(Long.MIN_VALUE);
        assertThat(array.getDouble(2)).isNaN();
        assertThat(np.array(1.5f, 2.5f).dtype()).isEqualTo(np.float32);
        assertThat(np.array(1.5f, 2.5f).getDouble(1)).isEqualTo(2.5);
        assertThat(np.array(Long.MIN_VALUE, Long.MAX_VALUE).getLong(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(np.array(new int[]{Integer.MIN_VALUE}).dtype()).isEqualTo(np.int32);
        assertThat(np.array(1, 2).dtype()).as("numbers one by one are as those of arange and of lists")
                .isEqualTo(np.int64);
        assertThat(np.array(new double[0]).shape()).isEqualTo(Shape.of(0));
    }

    @Test
    void longsStayExactBeyondADouble() {
        long odd = (1L << 53) + 1;
        assertThat(np.full(Shape.of(2), odd, np.int64).getLong(1)).isEqualTo(odd);
        assertThat(np.arange(odd, odd + 3, 1, np.int64).getLong(2)).isEqualTo(odd + 2);
        assertThat(np.arange(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, np.int64).size()).isEqualTo(3);
        assertThat(np.arange(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, np.int64).getLong(1)).isEqualTo(-1);
    }

    @Test
    void longRangesAreMadeAtOnce() {
        NdArray array = np.arange(1_000_000, np.int32);
        assertThat(array.size()).isEqualTo(1_000_000);
        assertThat(array.getLong(999_999)).isEqualTo(999_999);
        assertThat(np.arange(-5, np.int32).size()).isZero();
        assertThat(np.arange(3, np.bfloat16).getDouble(2)).isEqualTo(2);
    }

    @Test
    void rangesOfAnyLengthGoOnByTheirStep() {
        for (DType type : List.of(np.int8, np.uint16, np.int32, np.int32.withOrder(ByteOrder.BIG_ENDIAN), np.int64)) {
            int step = type.itemsize() == 1 ? -1 : type.equals(np.int64) ? -7 : 7;
            for (int n : new int[]{3, 4, 5, 8, 9, 100, 1023, 1024, 1025, 1537, 2049}) {
                if (type.itemsize() > 1 || n <= 100) {
                    try (NdArray range = np.arange(0, n * step, step, type)) {
                        assertThat(range.size()).isEqualTo(n);
                        for (int i = 0; i < n; i++) {
                            assertThat(range.getLong(i)).as("%s %s %s", type, n, i).isEqualTo((long) i * step);
                        }
                    }
                }
            }
        }
    }

    @Test
    void refusesRangesThatAreNone() {
        assertThatThrownBy(() -> np.arange(0, 5, 0, np.int32)).isInstanceOf(ShapeException.class)
                .hasMessage("arange: from 0 to 5 by 0 never ends; give another step");
        assertThatThrownBy(() -> np.arange(0, 5, 0.0, np.int32)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("by 0 never ends");
        assertThatThrownBy(() -> np.arange(0, Double.NaN, 1, np.int32)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("from 0.0 to NaN by 1.0 is not a range");
        assertThatThrownBy(() -> np.arange(0, Double.POSITIVE_INFINITY, 1, np.int32))
                .isInstanceOf(ShapeException.class).hasMessageContaining("more elements than an array can hold");
        assertThatThrownBy(() -> np.arange(Long.MIN_VALUE, Long.MAX_VALUE, 1, np.int8))
                .isInstanceOf(ShapeException.class).hasMessageContaining("more elements than an array can hold");
        assertThatThrownBy(() -> np.arange(1L << 58, np.int8)).isInstanceOf(MemoryBudgetException.class);
        assertThatThrownBy(() -> np.arange(3, np.bool)).isInstanceOf(CastingException.class)
                .hasMessage("arange: 3 numbers of type bool; at most 2");
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertThatThrownBy(() -> np.zeros(Shape.of(1L << 60, 8), np.float64)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.empty(Shape.of(0, 1L << 61), np.float64)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.empty(Shape.of(1L << 59), np.float64)).isInstanceOf(MemoryBudgetException.class);
        assertThatThrownBy(() -> np.zeros(Shape.of(-1), np.float64)).isInstanceOf(ShapeException.class);
    }

    @Test
    void whatCannotBeFilledIsGivenBackAtOnce() {
        long blocks = Settled.counts().nativeBlocks();
        assertThatThrownBy(() -> np.full(Shape.of(1000), 300, np.int8)).isInstanceOf(CastingException.class)
                .hasMessage("set: 300 is out of range for int8");
        assertThatThrownBy(() -> np.full(Shape.of(1000), Double.NaN, np.int8)).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.arange(-1, 9, 1, np.uint8)).isInstanceOf(CastingException.class);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(blocks);
    }

    @Test
    void aScopeClosesWhatWasMadeInIt() {
        NdArray dropped;
        NdArray kept;
        try (Scope scope = np.scope()) {
            dropped = np.zeros(Shape.of(2), np.int8);
            kept = scope.keep(np.ones(Shape.of(2), np.int8));
        }
        assertThat(kept.getLong(0)).isEqualTo(1);
        NdArray closed = dropped;
        assertThatThrownBy(() -> closed.getLong(0)).isInstanceOf(ClosedException.class);
    }

    @Test
    void theNamespaceNamesEveryType() {
        assertThat(List.of(np.bool, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64,
                np.float16, np.bfloat16, np.float32, np.float64, np.complex64, np.complex128)).isEqualTo(DType.ALL);
    }
}
