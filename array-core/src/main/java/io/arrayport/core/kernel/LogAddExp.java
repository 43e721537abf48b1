package io.arrayport.core.kernel;

/**
 * Logarithms of sums of numbers that are given by their logarithms. With the greater one a and t = e to the power of
 * what the other is less, at most 1, it is a + log(1 + t): within 1 ulp of the greater of result and a. t and the
 * logarithm are two numbers each, so that the sum is rounded once; base 2 differs in two factors. Binary32 is computed
 * as binary64.
 */
final class LogAddExp {
    private static final double LN2 = Exp64.LN2;
    private static final double LN2_REST = Exp64.LN2_REST;
    /** From here down t is its own logarithm, and near the subnormal numbers. */
    private static final double LEAST = -700;

    private LogAddExp() {}

    static float of(float a, float b) {
        return (float) of((double) a, (double) b);
    }

    static float two(float a, float b) {
        return (float) two((double) a, (double) b);
    }

    static double of(double a, double b) {
        return sum(a, b, false);
    }

    static double two(double a, double b) {
        return sum(a, b, true);
    }

    private static double sum(double a, double b, boolean two) {
        double great = a > b ? a : b;
        double difference = a > b ? b - a : a - b;
        if (!(difference <= 0)) { // two infinities of one sign, or nan
            return a == b ? a : Double.NaN;
        }
        if (difference < LEAST) {
            return great + (two ? Exp64.two(difference) : Exp64.of(difference));
        }
        double small = a > b ? b : a;
        double back = difference + great;
        double lost = small - back - (great - (back - difference));
        return two ? sumTwo(great, difference, lost) : sumE(great, difference, lost);
    }

    private static double sumE(double a, double x, double lost) {
        double shifted = Math.fma(x, Exp64.LOG2_E, Exp64.TO_INTEGER);
        double k = shifted - Exp64.TO_INTEGER;
        double high = Math.fma(-k, Exp64.LN2_HIGH, x);
        double low = k * Exp64.LN2_LOW;
        double r = high - low;
        return sum(a, r, high - r - low + lost, shifted, false);
    }

    private static double sumTwo(double a, double x, double lost) {
        double shifted = x + Exp64.TO_INTEGER;
        double fraction = x - (shifted - Exp64.TO_INTEGER);
        double r = fraction * LN2;
        return sum(a, r, Math.fma(lost, LN2, Math.fma(fraction, LN2_REST, Math.fma(fraction, LN2, -r))), shifted, true);
    }

    private static double sum(double a, double r, double lost, double shifted, boolean two) {
        double square = r * r;
        double tail = Math.fma(square, Math.fma(Exp64.q(r), r, 0.5), Math.fma(r, lost, lost));
        double one = r + 1;
        double small = 1 - one + r + tail;
        double t = one + small;
        double tLost = one - t + small;
        double scale = Double.longBitsToDouble(
                Double.doubleToRawLongBits(shifted) + Exp64.BIAS << Exp64.FRACTION);
        return log(a, t * scale, tLost * scale, two);
    }

    /** {@code a} plus the logarithm of {@code 1 + t + tLost}. */
    private static double log(double a, double t, double tLost, boolean two) {
        double u = t + 1;
        double uLost = t - (u - 1) + tLost;
        boolean upper = t > 0.4140625;
        double f = upper ? u * 0.5 - 1 : t;
        double c = upper ? uLost * 0.5 : tLost;
        double s = f / (f + 2);
        double z = s * s;
        double half = f * 0.5;
        double h = half * f;
        double y = f - h;
        double yLost = f - y - h - Math.fma(half, f, -h) + Math.fma(s, Math.fma(Log64.r(z), z, h),
                c * Math.fma(z - s, 2, 1));
        if (two) {
            double p = y * LogBase64.TWO_HIGH;
            yLost = Math.fma(y, LogBase64.TWO_LOW, Math.fma(yLost, LogBase64.TWO_HIGH,
                    Math.fma(y, LogBase64.TWO_HIGH, -p)));
            y = p;
        }
        double k = upper ? two ? 1 : LN2 : 0;
        double kLost = upper && !two ? LN2_REST : 0;
        double base = k + y;
        double baseLost = k - base + y + yLost + kLost;
        double sum = a + base;
        double part = sum - a;
        return sum + (a - (sum - part) + (base - part) + baseLost);
    }
}
