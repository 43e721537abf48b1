package io.arrayport.core.kernel;

/**
 * The absolute value and the principal square root of a complex number. Operands are scaled by powers of two, which is
 * exact, so that no square overflows or vanishes.
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

    /** Returns the root's real part, never negative. */
    static double real(double r, double i) {
        if (Double.isFinite(r) && Double.isFinite(i)) {
            double root = root(r, i);
            return r >= 0 ? root : quotient(i, root);
        }
        if (Double.isInfinite(i) || r == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        return r == Double.NEGATIVE_INFINITY && !Double.isNaN(i) ? 0 : Double.NaN;
    }

    /** Returns the root's imaginary part, of the sign of {@code i}. */
    static double imag(double r, double i) {
        if (Double.isFinite(r) && Double.isFinite(i)) {
            double root = root(r, i);
            return Math.copySign(r >= 0 ? quotient(i, root) : root, i);
        }
        if (Double.isInfinite(i)) {
            return i;
        }
        if (r == Double.NEGATIVE_INFINITY) {
            return Math.copySign(Double.POSITIVE_INFINITY, i);
        }
        return r == Double.POSITIVE_INFINITY && !Double.isNaN(i) ? Math.copySign(0, i) : Double.NaN;
    }

    /** The root of half of {@code |z| + |r|}: the greater part of the result. */
    private static double root(double r, double i) {
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

    /** The lesser part of the result: half of the imaginary part by the greater one. */
    private static double quotient(double i, double root) {
        return root == 0 ? 0 : Math.abs(i) / root * 0.5;
    }
}
