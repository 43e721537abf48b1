package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.where;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large operands give what their contiguous copies give, however they lie. */
class LayoutsOfOperandsTest {
    private static final long[][] SHAPES = {{8, 256}, {9, 301}, {67, 64}, {130, 129}, {1, 3001}};

    static Stream<DType> types() {
        return Stream.of(np.float64, np.float32, np.int64, np.int32, np.int16, np.uint8, np.complex128);
    }

    private static NdArray numbers(DType type, long... shape) {
        long n = 1;
        for (long dim : shape) {
            n *= dim;
        }
        return np.remainder(np.multiply(np.arange(n, np.int64), 7919), 251).astype(type).reshape(shape);
    }

    @ParameterizedTest
    @MethodSource("types")
    void columnsGapsAndBackwards(DType type) {
        for (long[] shape : SHAPES) {
            try (var _ = np.scope()) {
                NdArray b = numbers(type, shape);
                for (NdArray a : List.of(numbers(type, shape[1], shape[0]).transpose(),
                        numbers(type, shape[0], 2 * shape[1]).get(":, ::2"), b.get("::-1, ::-1"), b.get(":, ::-1"),
                        numbers(type, shape[0], 3 * shape[1]).get(":, ::3"))) {
                    NdArray copy = np.array((List<?>) a.tolist(), dtype(type));
                    assertSame(a.add(b), copy.add(b));
                    assertSame(b.subtract(a), b.subtract(copy));
                    assertSame(a.multiply(a), copy.multiply(copy));
                    assertSame(np.less(a, b), np.less(copy, b));
                    assertSame(np.add(a, 1), np.add(copy, 1));
                    NdArray into = np.zeros(a.shape(), type).get("::-1");
                    assertSame(np.add(a, b, out(into)), copy.add(b));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void masksChooseWhatIsWritten(DType type) {
        for (int period : new int[]{1, 2, 3, 40, 5000}) {
            try (var _ = np.scope()) {
                NdArray a = numbers(type, 4099);
                NdArray mask = np.equal(np.remainder(np.arange(4099L), period), 0);
                NdArray target = numbers(type, 4100).get("1:");
                NdArray expected = np.where(mask, a.add(a), target);
                np.add(a, a, out(target), where(mask));
                assertSame(target, expected);
            }
        }
    }

    @Test
    void rowsAreAddedOneAfterTheOther() {
        try (var _ = np.scope()) {
            NdArray rows = np.divide(numbers(np.float64, 11, 1029), 7);
            NdArray expected = rows.get("0").copy();
            for (int i = 1; i < 11; i++) {
                expected.addi(rows.get(String.valueOf(i)));
            }
            assertSame(np.sum(rows, axis(0)), expected);
            assertSame(np.max(rows, axis(0)), np.max(rows.transpose().copy(), axis(1)));
        }
    }

    /** More than the second cache holds, in rows that fit it. */
    @Test
    void rowsFarAwayHaveTheSumsOfEachRowAlone() {
        try (var _ = np.scope()) {
            NdArray rows = np.divide(numbers(np.float32, 300, 1500), 7);
            NdArray sums = np.sum(rows, axis(1));
            for (int i = 0; i < 300; i += 37) {
                assertThat(sums.getDouble(i)).isEqualTo(np.sum(rows.get(String.valueOf(i))).toDouble());
            }
        }
    }

    @Test
    void doublesOutOfRangeAmongOthersBecomeTheLeastInteger() {
        try (var _ = np.scope()) {
            NdArray doubles = numbers(np.float64, 200).subtract(100.5);
            NdArray expected = np.trunc(doubles).astype(np.int64).astype(np.int32);
            for (double odd : new double[]{Double.NaN, 0x1p31, -0x1p31 - 1, 1e300, Double.NEGATIVE_INFINITY}) {
                doubles.setDouble(odd, 77);
                expected.setLong(Integer.MIN_VALUE, 77);
                assertSame(doubles.astype(np.int32), expected);
            }
            doubles.setDouble(0x1p31 - 1, 77);
            expected.setLong(Integer.MAX_VALUE, 77);
            assertSame(doubles.astype(np.int32), expected);
        }
    }

    private static void assertSame(NdArray came, NdArray wanted) {
        assertThat(came.dtype()).isEqualTo(wanted.dtype());
        assertThat(np.arrayEqual(came, wanted)).isTrue();
    }
}
