package io.arrayport.core;

import io.arrayport.core.ndarray.BitsOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UnpackbitsOption;
import io.arrayport.core.numeric.Bits;
import io.arrayport.core.numeric.Radix;

/** Bits of bytes, digits of numbers. */
public sealed interface Encoding permits Np {
    /**
     * Whether elements are other than 0, eight in a byte, along an axis or of all elements; the last byte is filled up
     * with zeros.
     *
     * @return new, uint8
     * @throws io.arrayport.core.error.DTypeException if {@code a} is not of bools or integers
     */
    default NdArray packbits(NdArray a, BitsOption... options) {
        return Bits.pack(a, options);
    }

    /**
     * The bits of bytes, along an axis or of all elements.
     *
     * @return new, uint8, of zeros and ones
     * @throws io.arrayport.core.error.DTypeException if {@code a} is not uint8
     */
    default NdArray unpackbits(NdArray a, UnpackbitsOption... options) {
        return Bits.unpack(a, options);
    }

    /** A whole number in binary digits, a negative one behind a sign. */
    default String binaryRepr(Number num) {
        return Radix.binary(num, null);
    }

    /**
     * A whole number in so many binary digits, a negative one in two's complement.
     *
     * @throws IllegalArgumentException if they are too few
     */
    default String binaryRepr(Number num, int width) {
        return Radix.binary(num, width);
    }

    /** {@link #binaryRepr(Number)}, by its name for all bases. */
    default String baseRepr(Number number) {
        return Radix.digits(number, 2, 0);
    }

    /** A whole number in digits of a base from 2 to 36. */
    default String baseRepr(Number number, int base) {
        return Radix.digits(number, base, 0);
    }

    /** As {@link #baseRepr(Number, int)}, with {@code padding} zeros before it. */
    default String baseRepr(Number number, int base, int padding) {
        return Radix.digits(number, base, padding);
    }
}
