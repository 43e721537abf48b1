package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The hyperbolic tangent of a binary32, within 0.9 ulp: up to 3/4 it is x + x^3 p(x^2), beyond 1 - 2 / (e^2x + 1).
 * There 2x is k ln 2 + 2r with |2r| at most half of ln 2, and e to the 2r is 1 + 2 (r + r^2 q(r)). Both polynomials are
 * near the best ones; what the great sums lose is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Tanh32 {
    /** Up to here the first form is used. */
    private static final float NEAR = 0.75f;
    /** From here on the result is 1. */
    private static final float MOST = 10;
    private static final float TWO_LOG2_E = 0x1.715476p1f;
    private static final float MINUS_HALF_LN2_HIGH = -0x1.62e43p-2f;
    private static final float MINUS_HALF_LN2_LOW = 0x1.05c61p-30f;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    private static final float TO_INTEGER = 0x1.8p23f;
    private static final int SIGN = Integer.MIN_VALUE;
    /** The bits of 2. */
    private static final int TWO = 0x4000_0000;
    private static final int FRACTION = 23;

    private static final float P1 = -0x1.55554ap-2f;
    private static final float P2 = 0x1.110dep-3f;
    private static final float P3 = -0x1.b98228p-5f;
    private static final float P4 = 0x1.5f99dcp-6f;
    private static final float P5 = -0x1.f6a3d4p-8f;
    private static final float P6 = 0x1.c937e4p-10f;

    private static final float Q2 = 0x1.0p0f;
    private static final float Q3 = 0x1.5554bp-1f;
    private static final float Q4 = 0x1.555488p-2f;
    private static final float Q5 = 0x1.1227f2p-3f;
    private static final float Q6 = 0x1.6d985cp-5f;

    private Tanh32() {}

    static float of(float x) {
        float a = Math.abs(x);
        float z = a * a;
        float near = Math.fma(a * z, p(z), a);
        float most = a > MOST ? MOST : a;
        float shifted = Math.fma(most, TWO_LOG2_E, TO_INTEGER);
        float k = shifted - TO_INTEGER;
        float r = Math.fma(k, MINUS_HALF_LN2_LOW, Math.fma(k, MINUS_HALF_LN2_HIGH, most));
        float power = Math.fma(r * r, q(r), r);
        float scale = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << FRACTION) + TWO);
        float base = Math.fma(scale, 0.5f, 1);
        float sum = Math.fma(scale, power, base);
        float lost = Math.fma(scale, power, base - sum);
        float taken = -2 / sum;
        float rest = taken + 1;
        float far = Math.fma(taken * taken, lost * 0.5f, taken - (rest - 1)) + rest;
        float value = a > NEAR ? far : near;
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(x) & SIGN);
    }

    private static float p(float z) {
        float z2 = z * z;
        float even = Math.fma(Math.fma(z2, P5, P3), z2, P1);
        float odd = Math.fma(Math.fma(z2, P6, P4), z2, P2);
        return Math.fma(odd, z, even);
    }

    private static float q(float r) {
        float r2 = r * r;
        float even = Math.fma(Math.fma(r2, Q6, Q4), r2, Q2);
        float odd = Math.fma(r2, Q5, Q3);
        return Math.fma(odd, r, even);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = (FloatVector) v;
            FloatVector a = x.abs();
            FloatVector z = a.mul(a);
            FloatVector near = a.mul(z).fma(p(z), a);
            FloatVector most = a.blend(MOST, a.compare(VectorOperators.GT, MOST));
            FloatVector shifted = most.lanewise(VectorOperators.FMA, TWO_LOG2_E, TO_INTEGER);
            FloatVector k = shifted.sub(TO_INTEGER);
            FloatVector r = k.lanewise(VectorOperators.FMA, MINUS_HALF_LN2_LOW,
                    k.lanewise(VectorOperators.FMA, MINUS_HALF_LN2_HIGH, most));
            FloatVector power = r.mul(r).fma(q(r), r);
            FloatVector scale = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, FRACTION).add(TWO)
                    .reinterpretAsFloats();
            FloatVector base = scale.lanewise(VectorOperators.FMA, 0.5f, 1);
            FloatVector sum = scale.fma(power, base);
            FloatVector lost = scale.fma(power, base.sub(sum));
            FloatVector taken = sum.broadcast(-2).div(sum);
            FloatVector rest = taken.add(1);
            FloatVector far = taken.mul(taken).fma(lost.mul(0.5f), taken.sub(rest.sub(1))).add(rest);
            FloatVector value = near.blend(far, a.compare(VectorOperators.GT, NEAR));
            return (Vector<E>) value.reinterpretAsInts().lanewise(VectorOperators.XOR, x.reinterpretAsInts().and(SIGN))
                    .reinterpretAsFloats();
        }

        private static FloatVector p(FloatVector z) {
            FloatVector z2 = z.mul(z);
            FloatVector even = z2.lanewise(VectorOperators.FMA, P5, P3).lanewise(VectorOperators.FMA, z2, P1);
            FloatVector odd = z2.lanewise(VectorOperators.FMA, P6, P4).lanewise(VectorOperators.FMA, z2, P2);
            return odd.fma(z, even);
        }

        private static FloatVector q(FloatVector r) {
            FloatVector r2 = r.mul(r);
            FloatVector even = r2.lanewise(VectorOperators.FMA, Q6, Q4).lanewise(VectorOperators.FMA, r2, Q2);
            FloatVector odd = r2.lanewise(VectorOperators.FMA, Q5, Q3);
            return odd.fma(r, even);
        }
    }
}
