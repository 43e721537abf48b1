package io.arrayport.core.kernel;

import io.arrayport.core.dtype.Complex;

/**
 * The absolute value, the sign and the principal square root of a complex number. Operands are scaled by powers of two,
 * which is exact, so that no square overflows or vanishes.
 */
final class ComplexRoot {
    /** Above it a square, or a sum of two, could overflow. */
    static final double LARGE = 0x1p510;
    /** Below it the square's last bits could vanish. */
    static final double SMALL = 0x1p-450;

    private static final double NEAR_SMALL = 0x1p-300;

    private ComplexRoot() {}

    /** Returns the distance from 0, within 0.51 ulp; infinite if either part is, whatever the other. */
    static double absolute(double r, double i) {
        double a = Math.abs(r);
        double b = Math.abs(i);
        if (a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double large = Math.max(a, b);
        double small = Math.min(a, b);
        if (small == 0 || Double.isNaN(large)) {
            return large;
        }
        if (small < SMALL && large > NEAR_SMALL) {
            return large; // the other part's square is far below its last bit
        }
        double scale = large > LARGE ? 0x1p-600 : small < SMALL ? 0x1p600 : 1;
        return length(large * scale, small * scale) / scale;
    }

    /** As {@link #absolute(double, double)} of binary32, whose squares a binary64 holds exactly. */
    static float absolute(float r, float i) {
        if (Math.abs(r) == Float.POSITIVE_INFINITY || Math.abs(i) == Float.POSITIVE_INFINITY) {
            return Float.POSITIVE_INFINITY;
        }
        return (float) Math.sqrt((double) r * r + (double) i * i);
    }

    /** The square root of the sum of squares, with the rounding errors of both made good. */
    private static double length(double large, double small) {
        double x = large * large;
        double y = small * small;
        double sum = x + y;
        double lost = x - sum + y + Math.fma(large, large, -x) + Math.fma(small, small, -y);
        double root = Math.sqrt(sum);
        return root + (Math.fma(-root, root, sum) + lost) / (root + root);
    }

    /** Returns the root whose real part is not negative; its imaginary part has the sign of {@code i}. */
    static Complex root(double r, double i) {
        if (Double.isFinite(r) && Double.isFinite(i)) {
            double greater = greater(r, i);
            double lesser = greater == 0 ? 0 : Math.abs(i) / greater * 0.5;
            return r >= 0 ? new Complex(greater, Math.copySign(lesser, i))
                    : new Complex(lesser, Math.copySign(greater, i));
        }
        if (Double.isInfinite(i)) {
            return new Complex(Double.POSITIVE_INFINITY, i);
        }
        if (r == Double.POSITIVE_INFINITY) {
            return new Complex(r, Double.isNaN(i) ? i : Math.copySign(0, i));
        }
        return r == Double.NEGATIVE_INFINITY
                ? new Complex(Double.isNaN(i) ? i : 0, Math.copySign(Double.POSITIVE_INFINITY, i))
                : new Complex(Double.NaN, Double.NaN);
    }

    /** The root of half of {@code |z| + |r|}: the greater part of the result. */
    private static double greater(double r, double i) {
        double large = Math.max(Math.abs(r), Math.abs(i));
        if (large == 0) {
            return 0;
        }
        // An even power of two, of which the root is exact
        double scale = large > 0x1p1000 ? 0x1p-1000 : large < 0x1p-900 ? 0x1p1000 : 1;
        double back = large > 0x1p1000 ? 0x1p500 : large < 0x1p-900 ? 0x1p-500 : 1;
        double real = Math.abs(r) * scale;
        return Math.sqrt((real + absolute(real, i * scale)) * 0.5) * back;
    }

    /** Returns {@code z / |z|}; of one infinite part its sign, whatever the other. */
    static Complex sign(double r, double i) {
        double length = absolute(r, i);
        if (Double.isInfinite(length)) {
            boolean real = Double.isInfinite(r);
            boolean imag = Double.isInfinite(i);
            return real && imag ? new Complex(Double.NaN, Double.NaN)
                    : new Complex(real ? Math.copySign(1, r) : 0, imag ? Math.copySign(1, i) : 0);
        }
        return length == 0 ? new Complex(0, 0) : new Complex(r / length, i / length);
    }
}
