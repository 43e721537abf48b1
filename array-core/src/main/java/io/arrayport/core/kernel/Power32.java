package io.arrayport.core.kernel;

/**
 * A binary32 to the power of another, within 0.6 ulp, as {@link Power64} has it, but by way of binary64, of which no
 * low parts are needed. {@link VectorPower32} has the same operations, one for one, and so the bits.
 */
final class Power32 {
    static final double C0 = 0x1.71547652bee7cp1;
    static final double C1 = 0x1.ec709d123d59fp-1;
    static final double C2 = 0x1.27778049aa556p-1;
    static final double C3 = 0x1.a58d5f74b752ap-2;
    static final double C4 = 0x1.5ceb13c82c41cp-2;

    static final double E0 = 0x1.00000002614aep0;
    static final double E1 = 0x1.62e430c7e8f05p-1;
    static final double E2 = 0x1.ebfbdadcbfefp-3;
    static final double E3 = 0x1.c6aed4b995cbep-5;
    static final double E4 = 0x1.3b2dbbb63c6c5p-7;
    static final double E5 = 0x1.5f456a7255bacp-10;
    static final double E6 = 0x1.41d33a9c12837p-13;

    /** Of exponents, whose powers are beyond the floats' but not the doubles'. */
    static final double MOST = 200;

    private Power32() {}

    static float of(float x, float y) {
        if (y == 0 || x == 1) {
            return 1;
        }
        if (Float.isNaN(x) || Float.isNaN(y)) {
            return Float.NaN;
        }
        if (y == 2) {
            return x * x;
        }
        double absolute = Math.abs(x);
        boolean odd = Math.abs(y) < 0x1p24f && y == Math.rint(y) && ((long) y & 1) != 0;
        float value;
        if (absolute == 0 || absolute == Double.POSITIVE_INFINITY) {
            value = absolute == 0 == y > 0 ? 0 : Float.POSITIVE_INFINITY;
        } else if (x < 0 && y != Math.rint(y)) {
            return Float.NaN;
        } else if (Float.isInfinite(y)) {
            value = absolute == 1 ? 1 : absolute > 1 == y > 0 ? Float.POSITIVE_INFINITY : 0;
        } else {
            value = (float) two(y * log(absolute));
        }
        return odd ? Math.copySign(value, x) : value;
    }

    private static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long exponent = bits - Log64.START >> Log64.FRACTION;
        double k = Double.longBitsToDouble(exponent + Log64.INTEGER_BITS) - Log64.INTEGER;
        double m = Double.longBitsToDouble(bits - (exponent << Log64.FRACTION));
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double w = Math.fma(Math.fma(Math.fma(Math.fma(z, C4, C3), z, C2), z, C1), z, C0);
        return Math.fma(s, w, k);
    }

    private static double two(double y) {
        double inside = y > MOST ? MOST : y < -MOST ? -MOST : y;
        double shifted = inside + Exp64.TO_INTEGER;
        double r = inside - (shifted - Exp64.TO_INTEGER);
        double e = Math.fma(Math.fma(Math.fma(r, E6, E5), r, E4), r, E3);
        e = Math.fma(Math.fma(Math.fma(e, r, E2), r, E1), r, E0);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(e) + (Double.doubleToRawLongBits(shifted) << Log64.FRACTION));
    }
}
