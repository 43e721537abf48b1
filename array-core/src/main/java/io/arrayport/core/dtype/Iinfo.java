package io.arrayport.core.dtype;

import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * What an integer type can hold: NumPy's {@code iinfo}.
 *
 * @param dtype in native order
 * @param bits of a number
 */
public record Iinfo(DType dtype, int bits) {
    /**
     * @param dtype signed or unsigned
     * @throws IllegalArgumentException if it is neither
     */
    public static Iinfo of(DType dtype) {
        if (!(dtype instanceof IntegerType integer)) {
            throw new IllegalArgumentException("iinfo: " + dtype + " is no integer type; finfo tells of floating ones");
        }
        return new Iinfo(dtype.withOrder(ByteOrder.nativeOrder()), integer.bits());
    }

    /** The least number. */
    public long min() {
        return dtype.kind() == 'i' ? Long.MIN_VALUE >> Long.SIZE - bits : 0;
    }

    /** The greatest number: a Long, of uint64 a BigInteger. */
    public Number max() {
        return dtype.kind() == 'i' ? (Number) (Long.MAX_VALUE >> Long.SIZE - bits)
                : bits < Long.SIZE ? (Number) ((1L << bits) - 1)
                        : BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    }
}
