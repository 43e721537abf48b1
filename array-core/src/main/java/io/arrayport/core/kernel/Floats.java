package io.arrayport.core.kernel;

/** What the rows say of floating-point numbers that takes more than an expression. */
final class Floats {
    static final double DEGREES_64 = 180 / Math.PI;
    static final double RADIANS_64 = Math.PI / 180;
    static final float DEGREES_32 = 180 / (float) Math.PI;
    static final float RADIANS_32 = (float) Math.PI / 180;

    private static final double TWO_TO_54 = 0x1p54;
    private static final int BIAS = 1022; // of an exponent that leaves 0.5 to 1

    private Floats() {}

    /** Returns the nearest whole number; of NaN itself, with its sign. */
    static double rint(double a) {
        return Double.isNaN(a) ? a : Math.rint(a);
    }

    static double trunc(double a) {
        return Math.copySign(Math.floor(Math.abs(a)), a);
    }

    /** Returns what {@link #trunc} leaves, with {@code a}'s sign; nothing of infinity. */
    static double fraction(double a) {
        return Double.isInfinite(a) ? Math.copySign(0, a) : Math.copySign(a - trunc(a), a);
    }

    /** Returns the distance to the next number further from 0, with {@code a}'s sign; of 0 it is positive. */
    static double spacing(double a) {
        if (Double.isInfinite(a)) {
            return Double.NaN;
        }
        double next = Math.abs(a) + Math.ulp(a);
        return a == 0 ? Double.MIN_VALUE : Math.copySign(next - Math.abs(a), a);
    }

    /** As {@link #spacing(double)}. */
    static float spacing(float a) {
        if (Float.isInfinite(a)) {
            return Float.NaN;
        }
        float next = Math.abs(a) + Math.ulp(a);
        return a == 0 ? Float.MIN_VALUE : Math.copySign(next - Math.abs(a), a);
    }

    /** Returns {@code a} with its exponent taken out: from 0.5 to below 1; what has none as it is. */
    static double mantissa(double a) {
        return has(a) ? Math.scalb(normal(a), -Math.getExponent(normal(a)) - 1) : a;
    }

    /** Returns the exponent that goes with {@link #mantissa}; 0 of what has none. */
    static int exponent(double a) {
        if (!has(a)) {
            return 0;
        }
        return Math.getExponent(normal(a)) + 1 - (Math.abs(a) < Double.MIN_NORMAL ? 54 : 0);
    }

    private static boolean has(double a) {
        return a != 0 && Double.isFinite(a);
    }

    private static double normal(double a) {
        return Math.abs(a) < Double.MIN_NORMAL ? a * TWO_TO_54 : a;
    }

    /** Returns {@code a} times 2 to the power of {@code exponent}, rounded once. */
    static double scaled(double a, long exponent) {
        return Math.scalb(a, Math.clamp(exponent, -4 * BIAS, 4 * BIAS));
    }

    /** As {@link #scaled(double, long)}. */
    static float scaled(float a, long exponent) {
        return Math.scalb(a, Math.clamp(exponent, -4 * BIAS, 4 * BIAS));
    }

    /** Returns {@code a} with the sign of {@code b}, of nan too. */
    static double copySign(double a, double b) {
        long bits = Double.doubleToRawLongBits(a) & Long.MAX_VALUE;
        return Double.longBitsToDouble(bits | Double.doubleToRawLongBits(b) & Long.MIN_VALUE);
    }

    /** As {@link #copySign(double, double)}. */
    static float copySign(float a, float b) {
        int bits = Float.floatToRawIntBits(a) & Integer.MAX_VALUE;
        return Float.intBitsToFloat(bits | Float.floatToRawIntBits(b) & Integer.MIN_VALUE);
    }

    /** Returns 0 below 0, {@code b} at 0, 1 above; nan of nan. */
    static double heaviside(double a, double b) {
        return a == 0 ? b : a < 0 ? 0 : a > 0 ? 1 : a;
    }

    /** Returns {@code a - b * floor(a / b)} of the exact quotient; 0 has {@code b}'s sign. */
    static double remainder(double a, double b) {
        double rest = a % b;
        if (b == 0) {
            return rest;
        }
        return rest == 0 ? Math.copySign(0.0, b) : rest < 0 == b < 0 ? rest : rest + b;
    }

    /** As {@link #remainder(double, double)}. */
    static float remainder(float a, float b) {
        float rest = a % b;
        if (b == 0) {
            return rest;
        }
        return rest == 0 ? Math.copySign(0.0f, b) : rest < 0 == b < 0 ? rest : rest + b;
    }

    /** Returns the whole number that goes with {@link #remainder(double, double)}. */
    static double floorDivide(double a, double b) {
        if (b == 0) {
            return a / b;
        }
        double rest = a % b;
        double quotient = (a - rest) / b;
        if (rest != 0 && rest < 0 != b < 0) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    /** As {@link #floorDivide(double, double)}. */
    static float floorDivide(float a, float b) {
        if (b == 0) {
            return a / b;
        }
        float rest = a % b;
        float quotient = (a - rest) / b;
        if (rest != 0 && rest < 0 != b < 0) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0f, a / b);
        }
        float floor = (float) Math.floor(quotient);
        return quotient - floor > 0.5f ? floor + 1 : floor;
    }
}
