package io.arrayport.core.element;

/** Between 64-bit integers, the unsigned ones as their bits, and doubles: how a cast converts. */
public final class Integers {
    /** Bits of a long beyond the 53 that a double holds. */
    private static final int SPARE = 11;

    private Integers() {}

    /** The nearest double, ties to even. */
    public static double nearest(long value, boolean signed) {
        // Halved with a sticky last bit: the double rounds as it would have with all bits
        return signed || value >= 0 ? (double) value : (double) (value >>> 1 | value & 1) * 2;
    }

    /** A double that rounds to any format of at most 51 bits as the integer itself does. */
    public static double sticky(long value, boolean signed) {
        long high = signed ? value >> SPARE : value >>> SPARE;
        if (high >>> 42 == 0 || signed && high >> 42 == -1) {
            return (double) value;
        }
        return (double) (value << Long.SIZE - SPARE == 0 ? high : high | 1) * (1 << SPARE);
    }
}
