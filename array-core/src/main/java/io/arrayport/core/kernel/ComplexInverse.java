package io.arrayport.core.kernel;

import io.arrayport.core.dtype.Complex;

/**
 * Inverse sine, cosine and hyperbolic tangent of complex numbers; the others are these, turned. Computed in the first
 * quadrant after Hull, Fairgrieve and Tang (1997), whose formulas cancel nowhere; signs, those of zeros too, choose the
 * side of a branch cut.
 */
final class ComplexInverse {
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double HALF_PI = 0x1.921fb54442d18p0;
    private static final double PI = 0x1.921fb54442d18p1;
    private static final double EPSILON = 0x1p-52;
    /** Squares of numbers between the two are neither infinite nor of few digits. */
    private static final double LEAST = 0x1p-509;
    private static final double MOST = 0x1p508;
    /** Below it the quotient that is the sine of the real part gives it exactly enough; so Hull and others. */
    private static final double CROSSOVER = 0.6417;
    private static final double NEAR_ONE = 1.5;

    private ComplexInverse() {}

    static Complex arcsin(double r, double i) {
        double x = Math.abs(r);
        double y = Math.abs(i);
        if (!(x < Double.POSITIVE_INFINITY) || !(y < Double.POSITIVE_INFINITY)) {
            return arcsinBeyond(r, i);
        }
        double real = x == 0 ? 0 : real(x, y, false);
        return new Complex(Math.copySign(real, r), Math.copySign(imag(x, y), i));
    }

    static Complex arccos(double r, double i) {
        double x = Math.abs(r);
        double y = Math.abs(i);
        if (!(x < Double.POSITIVE_INFINITY) || !(y < Double.POSITIVE_INFINITY)) {
            return arccosBeyond(r, i);
        }
        double real = real(x, y, true);
        return new Complex(r < 0 ? PI - real : real, Math.copySign(imag(x, y), -i));
    }

    static Complex arccosh(double r, double i) {
        Complex value = arccos(r, i);
        if (Double.isNaN(r) && i == 0 || Double.isNaN(i) && r == 0) {
            return new Complex(Double.NaN, r == 0 ? HALF_PI : Double.NaN);
        }
        return new Complex(Math.abs(value.imag()), Math.copySign(value.real(), i));
    }

    /** The inverse sine's real part, or the inverse cosine's, of a point in the first quadrant. */
    private static double real(double x, double y, boolean cosine) {
        double more = x + 1;
        double less = x - 1;
        if (!usual(x, y)) {
            return cosine ? extremeCosine(x, y) : extremeSine(x, y);
        }
        double far = ComplexRoot.absolute(more, y);
        double near = ComplexRoot.absolute(less, y);
        double a = 0.5 * (far + near);
        double b = x / a;
        if (b <= CROSSOVER) {
            return cosine ? StrictMath.acos(b) : StrictMath.asin(b);
        }
        double apx = a + x;
        double side = x <= 1 ? Math.sqrt(0.5 * apx * (y * y / (far + more) + (near - less)))
                : y * Math.sqrt(0.5 * (apx / (far + more) + apx / (near + less)));
        return cosine ? StrictMath.atan2(side, x) : StrictMath.atan2(x, side);
    }

    private static double extremeSine(double x, double y) {
        if (y <= EPSILON * Math.abs(x - 1)) {
            return x < 1 ? StrictMath.asin(x) : HALF_PI;
        }
        if (y <= LEAST) {
            return HALF_PI - Math.sqrt(y);
        }
        if (EPSILON * y - 1 >= x) {
            return x / y;
        }
        return x > 1 ? StrictMath.atan2(x, y) : x / Math.sqrt(1 + y * y);
    }

    private static double extremeCosine(double x, double y) {
        if (y <= EPSILON * Math.abs(x - 1)) {
            return x <= 1 ? StrictMath.acos(x) : y / Math.sqrt(x - 1) / Math.sqrt(x + 1);
        }
        if (y <= LEAST) {
            return Math.sqrt(y);
        }
        if (EPSILON * y - 1 >= x) {
            return HALF_PI;
        }
        return x > 1 ? StrictMath.atan2(y, x) : HALF_PI - x / Math.sqrt(1 + y * y);
    }

    /** The absolute value of the imaginary part of the inverse sine, and of the cosine. */
    private static double imag(double x, double y) {
        if (!usual(x, y)) {
            return extremeImag(x, y);
        }
        double more = x + 1;
        double less = x - 1;
        double far = ComplexRoot.absolute(more, y);
        double near = ComplexRoot.absolute(less, y);
        double a = 0.5 * (far + near);
        if (a > NEAR_ONE) {
            return Log64.of(a + Math.sqrt(a * a - 1));
        }
        double excess = x < 1 ? 0.5 * (y * y / (far + more) + y * y / (near - less))
                : 0.5 * (y * y / (far + more) + (near + less));
        return StrictMath.log1p(excess + Math.sqrt(excess * (a + 1)));
    }

    private static double extremeImag(double x, double y) {
        if (y <= EPSILON * Math.abs(x - 1)) {
            if (x < 1) {
                return y / Math.sqrt((x + 1) * (1 - x));
            }
            return x > MOST ? LN2 + Log64.of(x) : StrictMath.log1p(x - 1 + Math.sqrt((x - 1) * (x + 1)));
        }
        if (y <= LEAST) {
            return Math.sqrt(y);
        }
        if (EPSILON * y - 1 >= x) {
            return LN2 + Log64.of(y);
        }
        if (x > 1) {
            double ratio = x / y;
            return LN2 + Log64.of(y) + 0.5 * StrictMath.log1p(ratio * ratio);
        }
        return 0.5 * StrictMath.log1p(2 * y * (y + Math.sqrt(1 + y * y)));
    }

    private static boolean usual(double x, double y) {
        return x > LEAST && x < MOST && y > LEAST && y < MOST;
    }

    private static Complex arcsinBeyond(double r, double i) {
        if (Double.isInfinite(i)) {
            return new Complex(Double.isNaN(r) ? r : Double.isInfinite(r) ? Math.copySign(HALF_PI / 2, r)
                    : Math.copySign(0, r), i);
        }
        if (Double.isInfinite(r)) {
            return Double.isNaN(i) ? new Complex(Double.NaN, Double.POSITIVE_INFINITY)
                    : new Complex(Math.copySign(HALF_PI, r), Math.copySign(Double.POSITIVE_INFINITY, i));
        }
        return new Complex(r == 0 ? r : Double.NaN, Double.NaN);
    }

    private static Complex arccosBeyond(double r, double i) {
        if (Double.isInfinite(i)) {
            double real = Double.isNaN(r) ? r : !Double.isInfinite(r) ? HALF_PI : r > 0 ? PI / 4 : 3 * (PI / 4);
            return new Complex(real, -i);
        }
        if (Double.isInfinite(r)) {
            return Double.isNaN(i) ? new Complex(Double.NaN, Double.NEGATIVE_INFINITY)
                    : new Complex(r > 0 ? 0 : PI, Math.copySign(Double.POSITIVE_INFINITY, -i));
        }
        return new Complex(r == 0 ? HALF_PI : Double.NaN, Double.NaN);
    }

    /** A quarter of log1p(4x / ((1 - x)^2 + y^2)), and half of the angle of (1 - x) (1 + x) - y^2 + 2yi. */
    static Complex arctanh(double r, double i) {
        double x = Math.abs(r);
        double y = Math.abs(i);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return new Complex(
                    r == 0 || Double.isInfinite(r) || Double.isInfinite(i) ? Math.copySign(0, r) : Double.NaN,
                    Double.isInfinite(i) ? Math.copySign(HALF_PI, i) : Double.NaN);
        }
        double real;
        double imag;
        if (x > MOST || y > MOST) {
            real = Double.isInfinite(x) || Double.isInfinite(y) ? 0 : inverse(x, y);
            imag = HALF_PI;
        } else if (x == 1 && y < LEAST) {
            real = y == 0 ? Double.POSITIVE_INFINITY : 0.5 * (LN2 - Log64.of(y));
            imag = y == 0 ? 0 : HALF_PI / 2;
        } else {
            double less = 1 - x;
            real = 0.25 * StrictMath.log1p(4 * x / Math.fma(less, less, y * y));
            imag = 0.5 * StrictMath.atan2(2 * y, Math.fma(less, 1 + x, -y * y));
        }
        return new Complex(Math.copySign(real, r), Math.copySign(imag, i));
    }

    /** The real part of the inverse of x + iy, which are large. */
    private static double inverse(double x, double y) {
        double large = Math.max(x, y) * 0.5;
        double length = ComplexRoot.absolute(x * 0.5 / large, y * 0.5 / large);
        return x * 0.5 / large / length / length / large * 0.5;
    }
}
