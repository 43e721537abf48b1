package io.arrayport.core.kernel;

/**
 * A binary64 to the power of another, within 0.8 ulp: 2 to the power of y times the logarithm to base 2 of x, which
 * two doubles hold to some 65 bits. x is 2 to the k times m, about 1; with s = (m - 1) / (m + 1) the logarithm of m is
 * s (C0 + z (C1 + z Q(z))) where z = s^2. {@link VectorPowerLog} and {@link VectorPower} have the same operations, one
 * for one, and so the bits.
 */
final class Power64 {
    /** The logarithm of a number is two doubles C0 + z C1 and the like up to z; beyond, one suffices. */
    static final double C0 = 0x1.71547652b82fep1;
    static final double C0_LOW = 0x1.777d0ffda0d24p-55;
    static final double C1 = 0x1.ec709dc3a03fdp-1;
    static final double C1_LOW = 0x1.d27f05548af0cp-55;
    static final double Q0 = 0x1.2776c50ef9bfcp-1;
    static final double Q1 = 0x1.a61762a7aedddp-2;
    static final double Q2 = 0x1.484b13d6acffp-2;
    static final double Q3 = 0x1.0c9a853ae8be7p-2;
    static final double Q4 = 0x1.c68ee966bced5p-3;
    static final double Q5 = 0x1.8a09b6a6f6151p-3;
    static final double Q6 = 0x1.58fce5a60c83ep-3;
    static final double Q7 = 0x1.61efff27d7018p-3;
    /** A greater exponent gives infinity, one below the negative of {@link #LEAST} 0. */
    static final double MOST = 1025;
    static final double LEAST = -1080;
    /** From here on every number is an even integer. */
    static final double EVEN = 0x1p53;

    private Power64() {}

    static double of(double x, double y) {
        if (y == 0 || x == 1) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        if (y == 2) {
            return x * x;
        }
        double absolute = Math.abs(x);
        boolean odd = Math.abs(y) < EVEN && y == Math.rint(y) && ((long) y & 1) != 0;
        if (absolute == 0 || absolute == Double.POSITIVE_INFINITY) {
            double limit = absolute == 0 == y > 0 ? 0 : Double.POSITIVE_INFINITY;
            return odd ? Math.copySign(limit, x) : limit;
        }
        if (x < 0 && y != Math.rint(y)) {
            return Double.NaN;
        }
        double value = Math.abs(y) < EVEN ? positive(absolute, y) : huge(absolute, y);
        return odd ? Math.copySign(value, x) : value;
    }

    private static double huge(double x, double y) {
        return x == 1 ? 1 : x > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    private static double positive(double x, double y) {
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? x * Log64.SUBNORMAL_SCALE : x);
        long exponent = bits - Log64.START >> Log64.FRACTION;
        double k = Double.longBitsToDouble(exponent + Log64.INTEGER_BITS) - Log64.INTEGER
                - (subnormal ? Log64.SUBNORMAL_K : 0);
        double m = Double.longBitsToDouble(bits - (exponent << Log64.FRACTION));
        double f = m - 1;
        double inverse = 1 / (m + 1);
        double s = f * inverse;
        double twice = s + s;
        double sLow = Math.fma(-s, f, f - twice) * inverse;
        double z = s * s;
        double zLow = Math.fma(twice, sLow, Math.fma(s, s, -z));
        double q = q(z);
        double c = Math.fma(z, q, C1);
        double cLow = Math.fma(z, q, C1 - c) + C1_LOW;
        double w = Math.fma(z, c, C0);
        double wLow = Math.fma(z, c, C0 - w) + Math.fma(z, cLow, Math.fma(zLow, c, C0_LOW));
        double log = Math.fma(s, w, k);
        double logLow = Math.fma(s, wLow, Math.fma(sLow, w, Math.fma(s, w, k - log)));
        double high = y * log;
        if (high > MOST) {
            return Double.POSITIVE_INFINITY;
        }
        if (high < LEAST) {
            return 0;
        }
        return two(high, Math.fma(y, logLow, Math.fma(y, log, -high)));
    }

    /** In pairs, which do not wait for each other. */
    private static double q(double z) {
        double z2 = z * z;
        double low = Math.fma(Math.fma(z, Q3, Q2), z2, Math.fma(z, Q1, Q0));
        double high = Math.fma(Math.fma(z, Q7, Q6), z2, Math.fma(z, Q5, Q4));
        return Math.fma(high, z2 * z2, low);
    }

    /** 2 to the power of {@code high + low}. */
    private static double two(double high, double low) {
        double shifted = high + Exp64.TO_INTEGER;
        double rest = high - (shifted - Exp64.TO_INTEGER);
        double fraction = rest + low;
        double lost = rest - fraction + low;
        double r = fraction * Exp64.LN2;
        double rLow = Math.fma(lost, Exp64.LN2,
                Math.fma(fraction, Exp64.LN2_REST, Math.fma(fraction, Exp64.LN2, -r)));
        double r2 = r * r;
        double tail = Math.fma(r2, Math.fma(e(r, r2), r, 0.5), rLow);
        double one = r + 1;
        double value = 1 - one + r + tail + one;
        long bits = Double.doubleToRawLongBits(shifted) << Exp64.FRACTION;
        long half = bits >> Exp64.FRACTION + 1;
        long left = (bits >> Exp64.FRACTION) - half;
        return value * Double.longBitsToDouble(half + Exp64.BIAS << Exp64.FRACTION)
                * Double.longBitsToDouble(left + Exp64.BIAS << Exp64.FRACTION);
    }

    /** {@link Exp64#q} in pairs. */
    private static double e(double r, double r2) {
        double r4 = r2 * r2;
        double low = Math.fma(Math.fma(r, Exp64.C6, Exp64.C5), r2, Math.fma(r, Exp64.C4, Exp64.C3));
        double high = Math.fma(Math.fma(r, Exp64.C10, Exp64.C9), r2, Math.fma(r, Exp64.C8, Exp64.C7));
        return Math.fma(Math.fma(Math.fma(r, Exp64.C12, Exp64.C11), r4, high), r4, low);
    }
}
