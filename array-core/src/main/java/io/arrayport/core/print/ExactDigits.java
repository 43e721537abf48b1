package io.arrayport.core.print;

/** Exact decimal digits of doubles in 128 bits, where these are enough; {@link Decimal} has the rest. */
final class ExactDigits {
    /** What does not fit. */
    static final long NONE = -1;

    private static final int SIGNIFICAND = 52;
    private static final long HIDDEN = 1L << SIGNIFICAND;
    private static final int BIAS = 1075;
    private static final long[] POWERS_OF_5 = powers();

    private ExactDigits() {}

    private static long[] powers() {
        long[] powers = new long[28];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 5 * powers[i - 1];
        }
        return powers;
    }

    /**
     * {@code value * 10^scale}, rounded half-even to a whole number.
     *
     * @param value finite, not negative
     * @return {@link #NONE} if the scale is negative or large, or the number has more than 63 bits
     */
    static long scaled(double value, int scale) {
        if (scale < 0 || scale >= POWERS_OF_5.length) {
            return NONE;
        }
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> SIGNIFICAND);
        long significand = biased == 0 ? bits : bits & HIDDEN - 1 | HIDDEN;
        int shift = BIAS - Math.max(biased, 1) - scale; // of m * 5^scale to the right
        long high = Math.multiplyHigh(significand, POWERS_OF_5[scale]);
        long low = significand * POWERS_OF_5[scale];
        if (shift <= 0) {
            int room = high == 0 ? Long.numberOfLeadingZeros(low) : 0;
            return -shift < room ? low << -shift : NONE;
        }
        if (shift >= 2 * Long.SIZE - 1) {
            return NONE;
        }
        return rounded(high, low, shift);
    }

    private static long rounded(long high, long low, int shift) {
        long whole;
        boolean half;
        boolean more;
        if (shift < Long.SIZE) {
            if (high >>> shift - 1 != 0) {
                return NONE;
            }
            whole = high << Long.SIZE - shift | low >>> shift;
            half = (low >>> shift - 1 & 1) != 0;
            more = (low & (1L << shift - 1) - 1) != 0;
        } else if (shift == Long.SIZE) {
            whole = high;
            half = low < 0;
            more = low << 1 != 0;
        } else {
            int rest = shift - Long.SIZE;
            whole = high >>> rest;
            half = (high >>> rest - 1 & 1) != 0;
            more = (high & (1L << rest - 1) - 1 | low) != 0;
        }
        return half && (more || (whole & 1) != 0) ? whole + 1 : whole;
    }
}
