package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The hyperbolic tangent of a binary32, within 0.85 ulp: n / (n + 1), where n is half of e to the 2x less 1. 2x is
 * k ln 2 + 2r with |2r| at most half of ln 2; of 2r that is r + r^2 q(r), whose polynomial is near the best one. What
 * the sums and the quotient lose is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits. Nothing that may be NaN is negated:
 * whether its sign changes then is the compiler's choice.
 */
final class Tanh32 {
    /** From here on the result is 1. */
    private static final float FULL = 9.02f;
    /** Up to here n + 1 and what it loses are exact; the result is the number below 1. */
    private static final float MOST = 8.6f;
    private static final float TWO_LOG2_E = 0x1.715476p1f;
    private static final float MINUS_HALF_LN2_HIGH = -0x1.62e43p-2f;
    private static final float MINUS_HALF_LN2_LOW = 0x1.05c61p-30f;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    private static final float TO_INTEGER = 0x1.8p23f;
    private static final int SIGN = Integer.MIN_VALUE;
    /** The bits of 1. */
    private static final int ONE = 0x3F80_0000;
    private static final int FRACTION = 23;

    private static final float C2 = 0x1.0p0f;
    private static final float C3 = 0x1.555556p-1f;
    private static final float C4 = 0x1.5554aep-2f;
    private static final float C5 = 0x1.11109p-3f;
    private static final float C6 = 0x1.6d7468p-5f;
    private static final float C7 = 0x1.a1a15p-7f;

    private Tanh32() {}

    static float of(float x) {
        float a = Math.abs(x);
        float most = a > MOST ? MOST : a;
        float shifted = Math.fma(most, TWO_LOG2_E, TO_INTEGER);
        float k = shifted - TO_INTEGER;
        float r = Math.fma(k, MINUS_HALF_LN2_HIGH, most);
        float low = k * MINUS_HALF_LN2_LOW;
        float tail = Math.fma(r * r, q(r), low);
        float scale = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << FRACTION) + ONE);
        float base = Math.fma(scale, 0.5f, -0.5f);
        float part = scale * r;
        float sum = base + part;
        float rest = Math.fma(scale, tail, part - (sum - base));
        float n = sum + rest;
        float value = quotient(n, rest - (n - sum));
        float bounded = a > FULL ? 1 : value;
        return Float.intBitsToFloat(Float.floatToRawIntBits(bounded) ^ Float.floatToRawIntBits(x) & SIGN);
    }

    private static float q(float r) {
        float r2 = r * r;
        float even = Math.fma(Math.fma(r2, C6, C4), r2, C2);
        float odd = Math.fma(Math.fma(r2, C7, C5), r2, C3);
        return Math.fma(odd, r, even);
    }

    /** Returns {@code n / (n + 1)}, where {@code nLost} belongs to n. */
    private static float quotient(float n, float nLost) {
        float minusD = Math.fma(n, -1, -1);
        float dLost = minusD + 1 + n + nLost;
        float inverse = -1 / minusD;
        float value = n * inverse;
        float left = Math.fma(value, minusD, n) + (nLost - value * dLost);
        return Math.fma(left, inverse, value);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = (FloatVector) v;
            FloatVector a = x.abs();
            FloatVector most = a.blend(MOST, a.compare(VectorOperators.GT, MOST));
            FloatVector shifted = most.lanewise(VectorOperators.FMA, TWO_LOG2_E, TO_INTEGER);
            FloatVector k = shifted.sub(TO_INTEGER);
            FloatVector r = k.lanewise(VectorOperators.FMA, MINUS_HALF_LN2_HIGH, most);
            FloatVector low = k.mul(MINUS_HALF_LN2_LOW);
            FloatVector tail = r.mul(r).fma(q(r), low);
            FloatVector scale = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, FRACTION).add(ONE)
                    .reinterpretAsFloats();
            FloatVector base = scale.lanewise(VectorOperators.FMA, 0.5f, -0.5f);
            FloatVector part = scale.mul(r);
            FloatVector sum = base.add(part);
            FloatVector rest = scale.fma(tail, part.sub(sum.sub(base)));
            FloatVector n = sum.add(rest);
            FloatVector value = quotient(n, rest.sub(n.sub(sum)));
            FloatVector bounded = value.blend(1, a.compare(VectorOperators.GT, FULL));
            return (Vector<E>) bounded.reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
        }

        private static FloatVector q(FloatVector r) {
            FloatVector r2 = r.mul(r);
            FloatVector even = r2.lanewise(VectorOperators.FMA, C6, C4).lanewise(VectorOperators.FMA, r2, C2);
            FloatVector odd = r2.lanewise(VectorOperators.FMA, C7, C5).lanewise(VectorOperators.FMA, r2, C3);
            return odd.fma(r, even);
        }

        private static FloatVector quotient(FloatVector n, FloatVector nLost) {
            FloatVector minusD = n.lanewise(VectorOperators.FMA, -1, -1);
            FloatVector dLost = minusD.add(1).add(n).add(nLost);
            FloatVector inverse = minusD.broadcast(-1).div(minusD);
            FloatVector value = n.mul(inverse);
            FloatVector left = value.fma(minusD, n).add(nLost.sub(value.mul(dLost)));
            return left.fma(inverse, value);
        }
    }
}
