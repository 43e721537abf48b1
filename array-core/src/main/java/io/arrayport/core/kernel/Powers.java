package io.arrayport.core.kernel;

/** Whole numbers to the power of whole numbers, by squaring, modulo 2 to the 64. */
final class Powers {
    private Powers() {}

    /** @throws IllegalArgumentException if {@code b} is negative */
    static long of(long a, long b) {
        if (b < 0) {
            throw new IllegalArgumentException("power: operand 1 has the integer " + b + ", and integers to negative"
                    + " integer powers are not allowed: they are no integers; convert operand 0 to float64, or use"
                    + " float_power");
        }
        return ofUnsigned(a, b);
    }

    /** Of exponents that are unsigned. */
    static long ofUnsigned(long a, long b) {
        long result = 1;
        long square = a;
        for (long left = b; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
