package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The hyperbolic tangent of a binary64, within 0.95 ulp: up to 3/4 it is x + x^3 p(x^2), beyond 1 - 2 / (e^2x + 1).
 * There 2x is k ln 2 + 2r with |2r| at most half of ln 2, and e to the 2r is 1 + 2 (r + r^2 q(r)). Both polynomials are
 * near the best ones; what the great sums lose is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Tanh64 {
    /** Up to here the first form is used. */
    private static final double NEAR = 0.75;
    /** From here on the result is 1. */
    private static final double MOST = 20;
    private static final double TWO_LOG2_E = 0x1.71547652b82fep1;
    private static final double MINUS_HALF_LN2_HIGH = -0x1.62e42fefa39efp-2;
    private static final double MINUS_HALF_LN2_LOW = -0x1.abc9e3b39803fp-57;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    private static final double TO_INTEGER = 0x1.8p52;
    private static final long SIGN = Long.MIN_VALUE;
    /** The bits of 2. */
    private static final long TWO = 0x4000_0000_0000_0000L;
    private static final int FRACTION = 52;

    private static final double P1 = -0x1.55555555554aep-2;
    private static final double P2 = 0x1.1111111106a5ap-3;
    private static final double P3 = -0x1.ba1ba1b2face9p-5;
    private static final double P4 = 0x1.664f474b666f5p-6;
    private static final double P5 = -0x1.226e1644df6d1p-7;
    private static final double P6 = 0x1.d6cfda58dcd01p-9;
    private static final double P7 = -0x1.7d7814098775ep-10;
    private static final double P8 = 0x1.341241f17fa6bp-11;
    private static final double P9 = -0x1.e82900894a2a9p-13;
    private static final double P10 = 0x1.6612e6f927261p-14;
    private static final double P11 = -0x1.a2d29b205d681p-16;
    private static final double P12 = 0x1.13082eba5790ep-18;

    private static final double Q2 = 0x1.0000000000005p0;
    private static final double Q3 = 0x1.555555555555cp-1;
    private static final double Q4 = 0x1.5555555552115p-2;
    private static final double Q5 = 0x1.111111110e71ep-3;
    private static final double Q6 = 0x1.6c16c17f30cc7p-5;
    private static final double Q7 = 0x1.a01a01b5c4da1p-7;
    private static final double Q8 = 0x1.a019a6968cb3cp-9;
    private static final double Q9 = 0x1.71ddea2792b19p-11;
    private static final double Q10 = 0x1.28a29d1182818p-13;
    private static final double Q11 = 0x1.af768114f0e69p-16;

    private Tanh64() {}

    static double of(double x) {
        double a = Math.abs(x);
        double z = a * a;
        double near = Math.fma(a * z, p(z), a);
        double most = a > MOST ? MOST : a;
        double shifted = Math.fma(most, TWO_LOG2_E, TO_INTEGER);
        double k = shifted - TO_INTEGER;
        double r = Math.fma(k, MINUS_HALF_LN2_LOW, Math.fma(k, MINUS_HALF_LN2_HIGH, most));
        double power = Math.fma(r * r, q(r), r);
        double scale = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << FRACTION) + TWO);
        double base = Math.fma(scale, 0.5, 1);
        double sum = Math.fma(scale, power, base);
        double lost = Math.fma(scale, power, base - sum);
        double taken = -2 / sum;
        double rest = taken + 1;
        double far = Math.fma(taken * taken, lost * 0.5, taken - (rest - 1)) + rest;
        double value = a > NEAR ? far : near;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ Double.doubleToRawLongBits(x) & SIGN);
    }

    private static double p(double z) {
        double z2 = z * z;
        double z4 = z2 * z2;
        double first = Math.fma(Math.fma(z, P4, P3), z2, Math.fma(z, P2, P1));
        double second = Math.fma(Math.fma(z, P8, P7), z2, Math.fma(z, P6, P5));
        double third = Math.fma(Math.fma(z, P12, P11), z2, Math.fma(z, P10, P9));
        return Math.fma(Math.fma(third, z4, second), z4, first);
    }

    private static double q(double r) {
        double r2 = r * r;
        double even = Math.fma(Math.fma(Math.fma(Math.fma(r2, Q10, Q8), r2, Q6), r2, Q4), r2, Q2);
        double odd = Math.fma(Math.fma(Math.fma(Math.fma(r2, Q11, Q9), r2, Q7), r2, Q5), r2, Q3);
        return Math.fma(odd, r, even);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            LongVector sign = Exact.longs(x).and(SIGN);
            DoubleVector a = x.abs();
            DoubleVector most = a.blend(MOST, a.compare(VectorOperators.GT, MOST));
            DoubleVector shifted = most.lanewise(VectorOperators.FMA, TWO_LOG2_E, TO_INTEGER);
            DoubleVector scale = Exact.doubles(Exact.longs(shifted).lanewise(VectorOperators.LSHL, FRACTION).add(TWO));
            DoubleVector k = shifted.sub(TO_INTEGER);
            DoubleVector r = k.lanewise(VectorOperators.FMA, MINUS_HALF_LN2_LOW,
                    k.lanewise(VectorOperators.FMA, MINUS_HALF_LN2_HIGH, most));
            DoubleVector power = r.mul(r).fma(q(r), r);
            DoubleVector z = a.mul(a);
            DoubleVector near = a.mul(z).fma(p(z), a);
            DoubleVector base = scale.lanewise(VectorOperators.FMA, 0.5, 1);
            DoubleVector sum = scale.fma(power, base);
            DoubleVector lost = scale.fma(power, base.sub(sum));
            DoubleVector taken = sum.broadcast(-2).div(sum);
            DoubleVector rest = taken.add(1);
            DoubleVector far = taken.mul(taken).fma(lost.mul(0.5), taken.sub(rest.sub(1))).add(rest);
            DoubleVector value = near.blend(far, a.compare(VectorOperators.GT, NEAR));
            return (Vector<E>) ((LongVector) Exact.LONGS.cast(value.reinterpretAsLongs()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
        }

        private static DoubleVector p(DoubleVector z) {
            DoubleVector z2 = z.mul(z);
            DoubleVector z4 = z2.mul(z2);
            DoubleVector first = z.lanewise(VectorOperators.FMA, P4, P3).fma(z2,
                    z.lanewise(VectorOperators.FMA, P2, P1));
            DoubleVector second = z.lanewise(VectorOperators.FMA, P8, P7).fma(z2,
                    z.lanewise(VectorOperators.FMA, P6, P5));
            DoubleVector third = z.lanewise(VectorOperators.FMA, P12, P11).fma(z2,
                    z.lanewise(VectorOperators.FMA, P10, P9));
            return third.fma(z4, second).fma(z4, first);
        }

        private static DoubleVector q(DoubleVector r) {
            DoubleVector r2 = r.mul(r);
            DoubleVector even = r2.lanewise(VectorOperators.FMA, Q10, Q8).lanewise(VectorOperators.FMA, r2, Q6)
                    .lanewise(VectorOperators.FMA, r2, Q4).lanewise(VectorOperators.FMA, r2, Q2);
            DoubleVector odd = r2.lanewise(VectorOperators.FMA, Q11, Q9).lanewise(VectorOperators.FMA, r2, Q7)
                    .lanewise(VectorOperators.FMA, r2, Q5).lanewise(VectorOperators.FMA, r2, Q3);
            return odd.fma(r, even);
        }
    }
}
