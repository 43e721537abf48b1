package io.arrayport.core.kernel;

/**
 * Angles of which the double's own precision is coarser than a turn's fraction: x 2/pi modulo 4, from as many bits of
 * 2/pi as matter, by integers of 192 bits. What is left of an angle then has more than 70 correct bits.
 */
final class HugeAngle {
    /** The bits of 2/pi, highest first, after 64 that are 0. */
    private static final long[] TWO_BY_PI = {0, 0xA2F9836E4E441529L, 0xFC2757D1F534DDC0L, 0xDB6295993C439041L,
            0xFE5163ABDEBBC561L, 0xB7246E3A424DD2E0L, 0x06492EEA09D1921CL, 0xFE1DEB1CB129A73EL, 0xE88235F52EBB4484L,
            0xE99C7026B45F7E41L, 0x3991D639835339F4L, 0x9C845F8BBDF9283BL, 0x1FF897FFDE05980FL, 0xEF2F118B5A0A6D1FL,
            0x6D367ECF27CB09B7L, 0x4F463F669E5FEA2DL, 0x7527BAC7EBE5F17BL, 0x3D0739F78A5292EAL, 0x6BFB5FB11F8D5D08L,
            0x56033046FC7B6BABL, 0xF0CFBC209AF4361DL};
    private static final int FRACTION = 52;

    private HugeAngle() {}

    /** As {@link Trig64#of}, of {@code x} finite and at least {@link Trig64#LIMIT}. */
    static double of(double x, int turns) {
        long m = Double.doubleToRawLongBits(x) & (1L << FRACTION) - 1 | 1L << FRACTION;
        // x = m 2^e; the bits up to the (e - 2)th behind the point contribute multiples of 4
        int skipped = 64 + Math.getExponent(x) - FRACTION - 2;
        long w2 = m * word(skipped + 128);
        long carried = Math.unsignedMultiplyHigh(m, word(skipped + 128));
        long w1 = m * word(skipped + 64) + carried;
        long carry = Math.unsignedMultiplyHigh(m, word(skipped + 64)) + (Long.compareUnsigned(w1, carried) < 0 ? 1 : 0);
        long w0 = m * word(skipped) + carry;
        // The product's low 192 bits: 2 of quarter turns, then their fraction
        long quarters = w0 >>> 62;
        long high = w0 << 2 | w1 >>> 62;
        long low = w1 << 2 | w2 >>> 62;
        boolean over = high < 0;
        if (over) { // nearer to the next quarter, from below
            quarters++;
            low = -low;
            high = ~high + (low == 0 ? 1 : 0);
        }
        return rest(high, low, over ? -1 : 1, quarters, turns);
    }

    private static double rest(long high, long low, int sign, long quarters, int turns) {
        int zeros = Long.numberOfLeadingZeros(high);
        long top = high << zeros | (zeros == 0 ? 0 : low >>> 64 - zeros);
        double first = (top >>> 11) * Math.scalb(1.0, -53 - zeros);
        double second = (top << 53 >>> 11 | low << zeros >>> 22) * Math.scalb(1.0, -106 - zeros);
        double angle = first * Trig64.HALF_PI_1;
        double lost = Math.fma(first, Trig64.HALF_PI_1, -angle)
                + Math.fma(first, Trig64.HALF_PI_2, second * Trig64.HALF_PI_1);
        double r = angle + lost;
        return Trig64.of(sign * r, sign * (angle - r + lost), quarters, turns);
    }

    /** The 64 bits of the table from {@code bit} on. */
    private static long word(int bit) {
        int at = bit >>> 6;
        int within = bit & 63;
        return within == 0 ? TWO_BY_PI[at] : TWO_BY_PI[at] << within | TWO_BY_PI[at + 1] >>> 64 - within;
    }
}
