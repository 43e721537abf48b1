package io.arrayport.core.kernel;

import io.arrayport.core.dtype.Complex;

/** Hyperbolic sine, cosine and tangent of complex numbers; those of angles are the same, turned. */
final class ComplexHyperbolic {
    /** From here on both functions are half of e to the |x|, which is taken in steps. */
    private static final double LARGE = 709;
    /** Half of e to the {@link #LARGE}. */
    private static final double HALF_EXP_LARGE = 0x1.d422d2be5dc9bp1021;
    /** From here on the tangent's real part rounds to 1. */
    private static final double FLAT = 22;

    private ComplexHyperbolic() {}

    static Complex sinh(double r, double i) {
        if (!Double.isFinite(r) || !Double.isFinite(i)) {
            return sinhBeyond(r, i);
        }
        if (i == 0) {
            return new Complex(StrictMath.sinh(r), i);
        }
        double cos = Trig64.cos(i);
        double sin = Trig64.sin(i);
        if (Math.abs(r) < LARGE) {
            return new Complex(StrictMath.sinh(r) * cos, StrictMath.cosh(r) * sin);
        }
        double length = Exp64.of(Math.abs(r) - LARGE);
        return new Complex(Math.copySign(length, r) * cos * HALF_EXP_LARGE, length * sin * HALF_EXP_LARGE);
    }

    private static Complex sinhBeyond(double r, double i) {
        if (Double.isInfinite(r)) {
            return !Double.isFinite(i) ? new Complex(Double.POSITIVE_INFINITY, Double.NaN)
                    : i == 0 ? new Complex(r, i)
                            : new Complex(r * Trig64.cos(i), Double.POSITIVE_INFINITY * Trig64.sin(i));
        }
        return r == 0 ? new Complex(r, Double.NaN) : new Complex(Double.NaN, i == 0 ? i : Double.NaN);
    }

    static Complex cosh(double r, double i) {
        if (!Double.isFinite(r) || !Double.isFinite(i)) {
            return coshBeyond(r, i);
        }
        if (i == 0) {
            return new Complex(StrictMath.cosh(r), i * Math.copySign(1, r));
        }
        double cos = Trig64.cos(i);
        double sin = Trig64.sin(i);
        if (Math.abs(r) < LARGE) {
            return new Complex(StrictMath.cosh(r) * cos, StrictMath.sinh(r) * sin);
        }
        double length = Exp64.of(Math.abs(r) - LARGE);
        return new Complex(length * cos * HALF_EXP_LARGE, Math.copySign(length, r) * sin * HALF_EXP_LARGE);
    }

    private static Complex coshBeyond(double r, double i) {
        if (Double.isInfinite(r)) {
            return !Double.isFinite(i) ? new Complex(Double.POSITIVE_INFINITY, Double.NaN)
                    : i == 0 ? new Complex(Double.POSITIVE_INFINITY, i * Math.copySign(1, r))
                            : new Complex(Double.POSITIVE_INFINITY * Trig64.cos(i), r * Trig64.sin(i));
        }
        return new Complex(Double.NaN, i == 0 ? i : r == 0 ? 0 : Double.NaN);
    }

    /** By the squares of sinh r and cos i, whose sum loses nothing. */
    static Complex tanh(double r, double i) {
        if (!Double.isFinite(r) || !Double.isFinite(i)) {
            return tanhBeyond(r, i);
        }
        double cos = Trig64.cos(i);
        double sin = Trig64.sin(i);
        if (Math.abs(r) > FLAT) {
            return new Complex(Math.copySign(1, r), 4 * sin * cos * Exp64.of(-2 * Math.abs(r)));
        }
        double sinh = StrictMath.sinh(r);
        double cosh = StrictMath.cosh(r);
        double squares = Math.fma(sinh, sinh, cos * cos);
        return new Complex(sinh * cosh / squares, sin * cos / squares);
    }

    private static Complex tanhBeyond(double r, double i) {
        if (Double.isInfinite(r)) {
            double sign = Double.isFinite(i) ? Trig64.sin(i) * Trig64.cos(i) : i;
            return new Complex(Math.copySign(1, r), Math.copySign(0, sign));
        }
        return r == 0 ? new Complex(r, Double.NaN) : new Complex(Double.NaN, i == 0 ? i : Double.NaN);
    }
}
