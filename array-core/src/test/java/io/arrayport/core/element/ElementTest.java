package io.arrayport.core.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Elements in every type and byte order, at every alignment, judged byte by byte. */
class ElementTest {
    static final List<DType> ALL = DType.ALL;
    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private final Storage storage = Storage.allocate(64);
    private final long at = storage.address() + 16;

    @AfterEach
    void close() {
        storage.close();
    }

    /** What lies at {@code address} as one number, the first byte the highest. */
    private static BigInteger bigEndian(long address, int bytes) {
        return new BigInteger(1, Memory.segment(address, bytes).toArray(ValueLayout.JAVA_BYTE));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void writesWhatItReadsInBothOrdersAndTouchesNothingElse(DType type) {
        for (ByteOrder order : ORDERS) {
            for (int misaligned = 0; misaligned < 8; misaligned++) {
                DType ordered = type.withOrder(order);
                long address = at + misaligned;
                Memory.segment(storage.address(), 64).fill((byte) 0x77);
                Element.set(ordered, address, 1L);
                assertThat(Element.toDouble(type.kind() == 'c' ? part(ordered) : ordered, address)).isEqualTo(1);
                assertThat(Element.toComplex(ordered, address)).isEqualTo(new Complex(1, 0));
                Element.set(ordered, address, 0.0);
                assertThat(Element.toComplex(ordered, address)).isEqualTo(new Complex(0, 0));
                for (long i = 0; i < 64; i++) {
                    long here = storage.address() + i;
                    if (here < address || here >= address + type.itemsize()) {
                        assertThat(Memory.RAW.get(ValueLayout.JAVA_BYTE, here)).isEqualTo((byte) 0x77);
                    }
                }
            }
        }
    }

    private static DType part(DType complex) {
        return (complex.itemsize() == 8 ? DType.FLOAT32 : DType.FLOAT64).withOrder(complex.order());
    }

    @Test
    void theOrderOfTheBytesIsTheTypes() {
        for (DType type : List.of(DType.INT16, DType.UINT32, DType.INT64, DType.UINT64)) {
            Element.set(type.withOrder(ByteOrder.BIG_ENDIAN), at, 0x0102L);
            assertThat(bigEndian(at, type.itemsize())).isEqualTo(0x0102);
            Element.set(type.withOrder(ByteOrder.LITTLE_ENDIAN), at, 0x0102L);
            assertThat(bigEndian(at, type.itemsize())).isEqualTo(
                    BigInteger.valueOf(0x0201).shiftLeft(8 * (type.itemsize() - 2)));
        }
        Element.set(DType.FLOAT32.withOrder(ByteOrder.BIG_ENDIAN), at, 1.5);
        assertThat(bigEndian(at, 4)).isEqualTo(0x3FC00000);
        Element.set(DType.COMPLEX64.withOrder(ByteOrder.BIG_ENDIAN), at, new Complex(1.5, -2));
        assertThat(bigEndian(at, 8)).isEqualTo(new BigInteger("3FC00000C0000000", 16));
        Element.set(DType.BFLOAT16.withOrder(ByteOrder.BIG_ENDIAN), at, 1.5);
        assertThat(bigEndian(at, 2)).isEqualTo(0x3FC0);
    }

    @Test
    void integersReachTheirLimitsAndNoFurther() {
        for (DType type : ALL) {
            if (type.kind() != 'i' && type.kind() != 'u') {
                continue;
            }
            int bits = 8 * type.itemsize();
            BigInteger high = BigInteger.ONE.shiftLeft(type.kind() == 'i' ? bits - 1 : bits).subtract(BigInteger.ONE);
            BigInteger low = type.kind() == 'i' ? high.negate().subtract(BigInteger.ONE) : BigInteger.ZERO;
            for (ByteOrder order : ORDERS) {
                DType ordered = type.withOrder(order);
                takesOrRefuses(ordered, low, low, high);
                takesOrRefuses(ordered, high, low, high);
                takesOrRefuses(ordered, low.subtract(BigInteger.ONE), low, high);
                takesOrRefuses(ordered, high.add(BigInteger.ONE), low, high);
                takesOrRefuses(ordered, BigInteger.valueOf(Long.MIN_VALUE), low, high);
                takesOrRefuses(ordered, BigInteger.valueOf(Long.MAX_VALUE), low, high);
            }
        }
    }

    private void takesOrRefuses(DType type, BigInteger value, BigInteger low, BigInteger high) {
        boolean fits = value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
        Element.set(type, at, 1L);
        if (value.bitLength() < 64) {
            outcome(type, fits, value, () -> Element.set(type, at, value.longValueExact()));
        }
        // Through a double only where that holds it exactly.
        if (new BigDecimal(value.doubleValue()).toBigInteger().equals(value)) {
            outcome(type, fits, value, () -> Element.set(type, at, value.doubleValue()));
        }
    }

    private void outcome(DType type, boolean fits, BigInteger value, Runnable set) {
        if (fits) {
            set.run();
            assertThat(new BigInteger(Element.item(type, at).toString())).isEqualTo(value);
            assertThat(Element.toLong(type, at)).isEqualTo(value.longValue());
            assertThat(Element.toDouble(type, at)).isEqualTo(value.doubleValue());
        } else {
            Object before = Element.item(type, at);
            assertThatThrownBy(set::run).isInstanceOf(CastingException.class)
                    .hasMessageContaining("is out of range for " + type);
            assertThat(Element.item(type, at)).isEqualTo(before);
        }
    }

    @Test
    void doublesBecomeIntegersByDroppingTheirFraction() {
        double[][] cases = {{1.9, 1}, {-1.9, -1}, {-0.9, 0}, {127.99, 127}, {-128.99, -128}};
        for (double[] one : cases) {
            Element.set(DType.INT8, at, one[0]);
            assertThat(Element.toLong(DType.INT8, at)).isEqualTo((long) one[1]);
        }
        Element.set(DType.UINT8, at, -0.9);
        assertThat(Element.toLong(DType.UINT8, at)).isZero();
        Element.set(DType.UINT64, at, Math.nextDown(0x1p64));
        assertThat(Element.item(DType.UINT64, at)).isEqualTo(new BigInteger("18446744073709549568"));
        assertThat(Element.toDouble(DType.UINT64, at)).isEqualTo(Math.nextDown(0x1p64));
        for (DType type : List.of(DType.INT8, DType.INT64, DType.UINT8, DType.UINT64)) {
            for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300}) {
                assertThatThrownBy(() -> Element.set(type, at, bad)).isInstanceOf(CastingException.class)
                        .hasMessage("set: " + bad + " is out of range for " + type);
            }
        }
    }

    @Test
    void unsignedLongsRoundToTheNearestDouble() {
        long[] bits = {-1L, Long.MIN_VALUE, Long.MIN_VALUE + 1024, Long.MIN_VALUE + 1025, Long.MIN_VALUE + 3072, -1024L,
                -1025L, Long.MAX_VALUE, 0};
        for (long one : bits) {
            Memory.RAW.set(ValueLayout.JAVA_LONG, at, one);
            BigInteger exact = new BigInteger(Long.toUnsignedString(one));
            assertThat(Element.item(DType.UINT64, at)).isEqualTo(exact);
            assertThat(Element.toDouble(DType.UINT64, at)).isEqualTo(exact.doubleValue());
            assertThat(Element.toLong(DType.UINT64, at)).isEqualTo(one);
        }
    }

    @Test
    void itemsAreWhatJavaHoldsBest() {
        Memory.segment(at, 16).fill((byte) 0);
        assertThat(Element.item(DType.BOOL, at)).isEqualTo(false);
        assertThat(Element.item(DType.INT8, at)).isEqualTo(0L);
        assertThat(Element.item(DType.UINT32, at)).isEqualTo(0L);
        assertThat(Element.item(DType.UINT64, at)).isEqualTo(BigInteger.ZERO);
        assertThat(Element.item(DType.FLOAT16, at)).isEqualTo(0.0);
        assertThat(Element.item(DType.COMPLEX64, at)).isEqualTo(new Complex(0, 0));
        // A neighbour may leave any byte; all but 0 are true.
        Memory.RAW.set(ValueLayout.JAVA_BYTE, at, (byte) 0x80);
        assertThat(Element.item(DType.BOOL, at)).isEqualTo(true);
        assertThat(Element.toLong(DType.BOOL, at)).isEqualTo(1);
        assertThat(Element.toDouble(DType.BOOL, at)).isEqualTo(1);
        Element.set(DType.BOOL, at, Double.NaN);
        assertThat(Memory.RAW.get(ValueLayout.JAVA_BYTE, at)).isEqualTo((byte) 1);
        Element.set(DType.BOOL, at, -7L);
        assertThat(Memory.RAW.get(ValueLayout.JAVA_BYTE, at)).isEqualTo((byte) 1);
    }

    @Test
    void lossyConversionsSayWhatToCallInstead() {
        assertThatThrownBy(() -> Element.toDouble(DType.COMPLEX64, at)).isInstanceOf(CastingException.class)
                .hasMessage("getDouble: an element of complex64 has two parts; use getComplex");
        assertThatThrownBy(() -> Element.toLong(DType.FLOAT32, at)).isInstanceOf(CastingException.class)
                .hasMessage("getLong: an element of float32 may not be a whole number; use getDouble and round");
        assertThatThrownBy(() -> Element.set(DType.FLOAT64, at, new Complex(1, 2)))
                .isInstanceOf(CastingException.class)
                .hasMessage("set: (1.0+2.0j) has an imaginary part, float64 has none");
        Element.set(DType.INT32, at, new Complex(3, 0));
        assertThat(Element.toLong(DType.INT32, at)).isEqualTo(3);
    }
}
