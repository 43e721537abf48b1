package io.arrayport.core.kernel;

import io.arrayport.core.dtype.Complex;

/**
 * Logarithms of complex numbers, with the branch cut along the negative real axis. Where the absolute value is near 1
 * its square less 1 is summed from exact products, so that the real part has its digits however small it is.
 */
final class ComplexLogarithm {
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LOG10_E = 0x1.bcb7b1526e50ep-2;

    private ComplexLogarithm() {}

    static Complex log(double r, double i) {
        return new Complex(length(r, i), StrictMath.atan2(i, r));
    }

    static Complex log2(double r, double i) {
        return new Complex(length(r, i) * LOG2_E, StrictMath.atan2(i, r) * LOG2_E);
    }

    static Complex log10(double r, double i) {
        return new Complex(length(r, i) * LOG10_E, StrictMath.atan2(i, r) * LOG10_E);
    }

    static Complex log1p(double r, double i) {
        double next = 1 + r;
        double angle = StrictMath.atan2(i, next);
        double square = next * next + i * i;
        if (square > 0.5 && square < 2) { // |1 + z|^2 - 1 = 2r + r^2 + i^2
            double rr = r * r;
            double ii = i * i;
            return new Complex(half(r + r, rr, ii, Math.fma(r, r, -rr), Math.fma(i, i, -ii)), angle);
        }
        return new Complex(length(next, i), angle);
    }

    /** The logarithm of the distance from 0. */
    static double length(double r, double i) {
        double a = Math.abs(r);
        double b = Math.abs(i);
        double large = Math.max(a, b);
        double small = Math.min(a, b);
        if (large > 0.5 && large < 1.5) {
            double square = large * large + small * small;
            if (square > 0.5 && square < 2) { // its product less 1 is (large - 1) (large + 1), of exact factors
                double less = large - 1;
                double more = large + 1;
                double product = less * more;
                double rest = (large - (more - 1)) * less;
                double ss = small * small;
                return half(product, ss, Math.fma(less, more, -product), Math.fma(small, small, -ss), rest);
            }
        }
        if (large < 0x1p-960) {
            return Log64.of(ComplexRoot.absolute(a * 0x1p110, b * 0x1p110)) - 110 * LN2;
        }
        return large > 0x1p1020 && large < Double.POSITIVE_INFINITY
                ? Log64.of(ComplexRoot.absolute(a * 0x1p-4, b * 0x1p-4)) + 4 * LN2
                : Log64.of(ComplexRoot.absolute(r, i));
    }

    /** Half of the logarithm of 1 more than the exact sum, of which no more than the last bits are lost. */
    private static double half(double a, double b, double c, double d, double e) {
        double[] parts = {a, b, c, d, e};
        for (int pass = 0; pass < 3; pass++) {
            for (int k = 1; k < parts.length; k++) {
                double sum = parts[k - 1] + parts[k];
                double part = sum - parts[k - 1];
                parts[k - 1] = parts[k - 1] - (sum - part) + (parts[k] - part);
                parts[k] = sum;
            }
        }
        double rest = parts[3] + (parts[2] + (parts[1] + parts[0]));
        return 0.5 * (StrictMath.log1p(parts[4]) + rest / (1 + parts[4]));
    }
}
