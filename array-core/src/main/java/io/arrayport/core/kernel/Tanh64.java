package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The hyperbolic tangent of a binary64, within 0.85 ulp: n / (n + 1), where n is half of e to the 2x less 1. 2x is
 * k ln 2 + 2r with |2r| at most half of ln 2; of 2r that is r + r^2 q(r), whose polynomial is near the best one. What
 * the sums and the quotient lose is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits. Nothing that may be NaN is negated:
 * whether its sign changes then is the compiler's choice.
 */
final class Tanh64 {
    /** From here on the result is 1. */
    private static final double FULL = 19.07;
    /** Up to here n + 1 and what it loses are exact; the result is the number below 1. */
    private static final double MOST = 18.7;
    private static final double TWO_LOG2_E = 0x1.71547652b82fep1;
    private static final double MINUS_HALF_LN2_HIGH = -0x1.62e42fefa39efp-2;
    private static final double MINUS_HALF_LN2_LOW = -0x1.abc9e3b39803fp-57;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    private static final double TO_INTEGER = 0x1.8p52;
    private static final long SIGN = Long.MIN_VALUE;
    /** The bits of 1. */
    private static final long ONE = 0x3FF0_0000_0000_0000L;
    private static final int FRACTION = 52;

    private static final double C2 = 0x1.0p0;
    private static final double C3 = 0x1.5555555555559p-1;
    private static final double C4 = 0x1.555555555555ap-2;
    private static final double C5 = 0x1.111111110f6b7p-3;
    private static final double C6 = 0x1.6c16c16c1444p-5;
    private static final double C7 = 0x1.a01a01afe23e3p-7;
    private static final double C8 = 0x1.a01a01b0bbb4dp-9;
    private static final double C9 = 0x1.71ddf85a401bcp-11;
    private static final double C10 = 0x1.27e4c597e92c5p-13;
    private static final double C11 = 0x1.af5eb46339e63p-16;
    private static final double C12 = 0x1.1f956f5938dccp-18;

    private Tanh64() {}

    static double of(double x) {
        double a = Math.abs(x);
        double most = a > MOST ? MOST : a;
        double shifted = Math.fma(most, TWO_LOG2_E, TO_INTEGER);
        double k = shifted - TO_INTEGER;
        double r = Math.fma(k, MINUS_HALF_LN2_HIGH, most);
        double low = k * MINUS_HALF_LN2_LOW;
        double tail = Math.fma(r * r, q(r), low);
        double scale = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << FRACTION) + ONE);
        double base = Math.fma(scale, 0.5, -0.5);
        double part = scale * r;
        double sum = base + part;
        double rest = Math.fma(scale, tail, part - (sum - base));
        double n = sum + rest;
        double value = quotient(n, rest - (n - sum));
        double bounded = a > FULL ? 1 : value;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(bounded) ^ Double.doubleToRawLongBits(x) & SIGN);
    }

    private static double q(double r) {
        double r2 = r * r;
        double even = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(r2, C12, C10), r2, C8), r2, C6), r2, C4), r2, C2);
        double odd = Math.fma(Math.fma(Math.fma(Math.fma(r2, C11, C9), r2, C7), r2, C5), r2, C3);
        return Math.fma(odd, r, even);
    }

    /** Returns {@code n / (n + 1)}, where {@code nLost} belongs to n. */
    private static double quotient(double n, double nLost) {
        double minusD = Math.fma(n, -1, -1);
        double dLost = minusD + 1 + n + nLost;
        double inverse = -1 / minusD;
        double value = n * inverse;
        double left = Math.fma(value, minusD, n) + (nLost - value * dLost);
        return Math.fma(left, inverse, value);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = (DoubleVector) v;
            DoubleVector a = x.abs();
            DoubleVector most = a.blend(MOST, a.compare(VectorOperators.GT, MOST));
            DoubleVector shifted = most.lanewise(VectorOperators.FMA, TWO_LOG2_E, TO_INTEGER);
            DoubleVector k = shifted.sub(TO_INTEGER);
            DoubleVector r = k.lanewise(VectorOperators.FMA, MINUS_HALF_LN2_HIGH, most);
            DoubleVector low = k.mul(MINUS_HALF_LN2_LOW);
            DoubleVector tail = r.mul(r).fma(q(r), low);
            DoubleVector scale = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, FRACTION).add(ONE)
                    .reinterpretAsDoubles();
            DoubleVector base = scale.lanewise(VectorOperators.FMA, 0.5, -0.5);
            DoubleVector part = scale.mul(r);
            DoubleVector sum = base.add(part);
            DoubleVector rest = scale.fma(tail, part.sub(sum.sub(base)));
            DoubleVector n = sum.add(rest);
            DoubleVector value = quotient(n, rest.sub(n.sub(sum)));
            DoubleVector bounded = value.blend(1, a.compare(VectorOperators.GT, FULL));
            return (Vector<E>) bounded.reinterpretAsLongs()
                    .lanewise(VectorOperators.XOR, x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
        }

        private static DoubleVector q(DoubleVector r) {
            DoubleVector r2 = r.mul(r);
            DoubleVector even = r2.lanewise(VectorOperators.FMA, C12, C10).lanewise(VectorOperators.FMA, r2, C8)
                    .lanewise(VectorOperators.FMA, r2, C6).lanewise(VectorOperators.FMA, r2, C4)
                    .lanewise(VectorOperators.FMA, r2, C2);
            DoubleVector odd = r2.lanewise(VectorOperators.FMA, C11, C9).lanewise(VectorOperators.FMA, r2, C7)
                    .lanewise(VectorOperators.FMA, r2, C5).lanewise(VectorOperators.FMA, r2, C3);
            return odd.fma(r, even);
        }

        private static DoubleVector quotient(DoubleVector n, DoubleVector nLost) {
            DoubleVector minusD = n.lanewise(VectorOperators.FMA, -1, -1);
            DoubleVector dLost = minusD.add(1).add(n).add(nLost);
            DoubleVector inverse = minusD.broadcast(-1).div(minusD);
            DoubleVector value = n.mul(inverse);
            DoubleVector left = value.fma(minusD, n).add(nLost.sub(value.mul(dLost)));
            return left.fma(inverse, value);
        }
    }
}
