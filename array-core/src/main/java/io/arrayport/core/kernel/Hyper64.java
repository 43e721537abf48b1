package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Hyperbolic sine and cosine of a binary64, within 0.85 ulp. |x| is k ln 2 + r with |r| at most half
 * of ln 2; those of k ln 2 are half of 2 to the k less or plus 2 to the -k, those of r are polynomials near the best
 * ones, and the addition theorems join them. What reducing and the great sums lose is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Hyper64 {
    /** Up to here 2 to the k and to the -k are normal numbers. */
    private static final double LIMIT = 708;
    private static final long LIMIT_BITS = 0x4086_2000_0000_0000L;
    /** Here both are infinite. */
    private static final double ENOUGH = 711;
    /** What is taken from k beyond {@link #LIMIT}. */
    private static final int LESS = 4;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double MINUS_LN2_HIGH = -0x1.62e42fefa39efp-1;
    private static final double MINUS_LN2_LOW = -0x1.abc9e3b39803fp-56;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    private static final double TO_INTEGER = 0x1.8p52;
    private static final long SIGN = Long.MIN_VALUE;
    /** The bits of a half. */
    private static final long HALF = 0x3FE0_0000_0000_0000L;
    private static final long MINUS_HALF = HALF | SIGN;
    private static final int FRACTION = 52;

    private static final double C1 = 0x1.000000000000bp-1;
    private static final double C2 = 0x1.555555555022cp-5;
    private static final double C3 = 0x1.6c16c1854f426p-10;
    private static final double C4 = 0x1.a019975bdc94cp-16;
    private static final double C5 = 0x1.28afa88f08644p-22;

    private static final double S1 = 0x1.5555555555559p-3;
    private static final double S2 = 0x1.111111110f60bp-7;
    private static final double S3 = 0x1.a01a01b036039p-13;
    private static final double S4 = 0x1.71ddf76566924p-19;
    private static final double S5 = 0x1.af60939b5c46cp-26;

    private Hyper64() {}

    static double sinh(double x) {
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(of(Math.abs(x), false)) ^ Double.doubleToRawLongBits(x) & SIGN);
    }

    static double cosh(double x) {
        return of(Math.abs(x), true);
    }

    private static double of(double a, boolean cosh) {
        if (!(a <= LIMIT)) {
            return a > LIMIT ? of(Math.min(a, ENOUGH), cosh, LESS) * (1 << LESS) : Double.NaN;
        }
        return of(a, cosh, 0);
    }

    /** Returns the result for {@code a >= 0}, divided by 2 to the {@code less}. */
    private static double of(double a, boolean cosh, int less) {
        double shifted = Math.fma(a, LOG2_E, TO_INTEGER);
        double k = shifted - TO_INTEGER;
        double first = Math.fma(k, MINUS_LN2_HIGH, a);
        double r = Math.fma(k, MINUS_LN2_LOW, first);
        double z = r * r;
        double s = s(z, r, Math.fma(k, MINUS_LN2_LOW, first - r));
        long exponent = Double.doubleToRawLongBits(shifted) << FRACTION;
        double up = Double.longBitsToDouble(exponent + (HALF - ((long) less << FRACTION)));
        double down = less > 0 ? 0 : Double.longBitsToDouble((cosh ? HALF : MINUS_HALF) - exponent);
        double whole = up + down;
        double other = up - down;
        double sum = Math.fma(other, r, whole);
        double lost = Math.fma(other, r, whole - sum) + (down - (whole - up));
        return Math.fma(whole * z, c(z), Math.fma(other, s, lost)) + sum;
    }

    /** The hyperbolic cosine of r, less 1, by z, the square of r. */
    private static double c(double z) {
        return Math.fma(Math.fma(Math.fma(Math.fma(z, C5, C4), z, C3), z, C2), z, C1);
    }

    /** The hyperbolic sine of {@code r + rLost}, less r. */
    private static double s(double z, double r, double rLost) {
        return Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(z, S5, S4), z, S3), z, S2), z, S1), z * r, rLost);
    }

    /** The same, of vectors whose lanes are all within {@link #LIMIT}. */
    static final class Vectors implements VectorFunction {
        private final boolean cosh;

        Vectors(boolean cosh) {
            this.cosh = cosh;
        }

        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.longs(Exact.of((DoubleVector) v)).and(Long.MAX_VALUE).compare(VectorOperators.GT, LIMIT_BITS);
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            LongVector sign = Exact.longs(x).and(cosh ? 0 : SIGN);
            DoubleVector a = Exact.doubles(Exact.longs(x).and(Long.MAX_VALUE));
            DoubleVector shifted = a.lanewise(VectorOperators.FMA, LOG2_E, TO_INTEGER);
            LongVector exponent = Exact.longs(shifted).lanewise(VectorOperators.LSHL, FRACTION);
            DoubleVector up = Exact.doubles(exponent.add(HALF));
            DoubleVector down = Exact.doubles(exponent.neg().add(cosh ? HALF : MINUS_HALF));
            DoubleVector k = shifted.sub(TO_INTEGER);
            DoubleVector first = k.lanewise(VectorOperators.FMA, MINUS_LN2_HIGH, a);
            DoubleVector r = k.lanewise(VectorOperators.FMA, MINUS_LN2_LOW, first);
            DoubleVector z = r.mul(r);
            DoubleVector c = c(z);
            DoubleVector s = s(z, r, k.lanewise(VectorOperators.FMA, MINUS_LN2_LOW, first.sub(r)));
            DoubleVector whole = up.add(down);
            DoubleVector other = up.sub(down);
            DoubleVector sum = other.fma(r, whole);
            DoubleVector lost = other.fma(r, whole.sub(sum)).add(down.sub(whole.sub(up)));
            DoubleVector value = whole.mul(z).fma(c, other.fma(s, lost)).add(sum);
            return (Vector<E>) ((LongVector) Exact.LONGS.cast(value.reinterpretAsLongs()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
        }

        private static DoubleVector c(DoubleVector z) {
            return z.lanewise(VectorOperators.FMA, C5, C4).lanewise(VectorOperators.FMA, z, C3)
                    .lanewise(VectorOperators.FMA, z, C2).lanewise(VectorOperators.FMA, z, C1);
        }

        private static DoubleVector s(DoubleVector z, DoubleVector r, DoubleVector rLost) {
            return z.lanewise(VectorOperators.FMA, S5, S4).lanewise(VectorOperators.FMA, z, S3)
                    .lanewise(VectorOperators.FMA, z, S2).lanewise(VectorOperators.FMA, z, S1).fma(z.mul(r), rLost);
        }
    }
}
