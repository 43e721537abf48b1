package io.arrayport.core.kernel;

import io.arrayport.core.dtype.Complex;

/** Powers of e and 2 with complex exponents. */
final class ComplexExponential {
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    /** What {@link #LN2} lacks. */
    private static final double LN2_REST = 0x1.abc9e3b39803fp-56;
    /** From here on what the product with {@link #LN2} lacks is more than an angle. */
    private static final double MOST_DIGITS = 0x1p50;
    /** From here on e to the x is taken in steps: times a sine it may be finite where alone it is not. */
    private static final double LARGE = 709;
    private static final double EXP_LARGE = 0x1.d422d2be5dc9bp1022;

    private ComplexExponential() {}

    static Complex exp(double r, double i) {
        return i == 0 ? new Complex(Exp64.of(r), i) : polar(r, i, Trig64.cos(i), Trig64.sin(i));
    }

    /** The angle is that of 2 to the i: what it lacks as a double is made good. */
    static Complex exp2(double r, double i) {
        double angle = i * LN2;
        if (i == 0) {
            return new Complex(StrictMath.pow(2, r), i);
        }
        double lost = Math.abs(i) < MOST_DIGITS ? Math.fma(i, LN2, -angle) + i * LN2_REST : 0;
        double lostCos = Trig64.cos(lost);
        double lostSin = Trig64.sin(lost);
        double cos = Math.fma(Trig64.cos(angle), lostCos, -Trig64.sin(angle) * lostSin);
        double sin = Math.fma(Trig64.sin(angle), lostCos, Trig64.cos(angle) * lostSin);
        double whole = Math.rint(r);
        if (!Double.isFinite(r) || Math.abs(r) > 3000) {
            return polar(r * LN2, angle, cos, sin);
        }
        double scale = Math.scalb(1.0, (int) whole / 2);
        double rest = Math.scalb(1.0, (int) whole - (int) whole / 2);
        double power = Exp64.of((r - whole) * LN2);
        return new Complex(power * cos * scale * rest, power * sin * scale * rest);
    }

    /** e to the r, times the point at {@code angle} on the unit circle, whose coordinates are given. */
    private static Complex polar(double r, double angle, double cos, double sin) {
        if (!Double.isFinite(angle)) {
            // The direction is unknown; of a length that is 0 or infinite that much is known
            return r == Double.NEGATIVE_INFINITY ? new Complex(0, Math.copySign(0, angle))
                    : new Complex(r == Double.POSITIVE_INFINITY ? r : Double.NaN, Double.NaN);
        }
        if (r < LARGE || Double.isNaN(r)) {
            double length = Exp64.of(r);
            return new Complex(length * cos, length * sin);
        }
        double length = Exp64.of(r - LARGE);
        return new Complex(length * cos * EXP_LARGE, length * sin * EXP_LARGE);
    }

    /** NumPy's formula, also for what is infinite or nan; where its two terms cancel, they are computed anew. */
    static Complex expm1(double r, double i) {
        double half = Trig64.sin(i * 0.5);
        double cos = Trig64.cos(i);
        double term = StrictMath.expm1(r) * cos;
        double real = term - 2 * half * half;
        if (Math.abs(real) < 0.5 * Math.abs(term) && Math.abs(i) < Trig64.LIMIT) {
            Twofold less = Twofold.expm1(r);
            Twofold cosLess = Twofold.cosm1(i);
            Twofold sum = less.plus(cosLess).plus(less.times(cosLess));
            real = sum.high() + 0.0; // 0 is not negative
        }
        return new Complex(real, Exp64.of(r) * Trig64.sin(i));
    }
}
