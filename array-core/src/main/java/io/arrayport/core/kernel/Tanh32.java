package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The hyperbolic tangent of a binary32, within 0.98 ulp: up to 1 it is x + x^3 p(x^2), beyond 1 - 2 / (e^2x + 1). There
 * 2x is k ln 2 + 2r with |2r| at most half of ln 2, and e to the 2r is 1 + 2 (r + r^2 q(r)). Both polynomials are near
 * the best ones. From 1 on the quotient is below 1/4, so that what it loses is little of the result.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Tanh32 {
    /** Up to here the first form is used; with less, the second is wrong by more than an ulp. */
    private static final float NEAR = 1;
    /** The bits of 10: from there on the result is 1. A nan's bits are more, but its result is of the first form. */
    private static final int MOST_BITS = 0x4120_0000;
    private static final float TWO_LOG2_E = 0x1.715476p1f;
    private static final float MINUS_HALF_LN2 = -0x1.62e43p-2f;
    /**
     * Added to a small number, it leaves the nearest integer in the sum's low bits, with the bias of the number's power
     * of two, doubled.
     */
    private static final float TO_INTEGER = 0x1.8p23f + 128;
    private static final int SIGN = Integer.MIN_VALUE;
    private static final int FRACTION = 23;

    private static final float P1 = -0x1.55553cp-2f;
    private static final float P2 = 0x1.110be2p-3f;
    private static final float P3 = -0x1.b96222p-5f;
    private static final float P4 = 0x1.60098cp-6f;
    private static final float P5 = -0x1.0460bp-7f;
    private static final float P6 = 0x1.2da4cp-9f;
    private static final float P7 = -0x1.77dcb2p-12f;

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
        float most = Float.intBitsToFloat(Math.min(Float.floatToRawIntBits(a), MOST_BITS));
        float shifted = Math.fma(most, TWO_LOG2_E, TO_INTEGER);
        float r = Math.fma(shifted - TO_INTEGER, MINUS_HALF_LN2, most);
        float r2 = r * r;
        float power = Math.fma(r2, q(r, r2), r);
        float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << FRACTION);
        float sum = Math.fma(scale, power, Math.fma(scale, 0.5f, 1));
        float value = a > NEAR ? -2 / sum + 1 : near;
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(x) & SIGN);
    }

    private static float p(float z) {
        return Math.fma(Math.fma(Math.fma(high(z), z, P3), z, P2), z, P1);
    }

    private static float high(float z) {
        return Math.fma(Math.fma(Math.fma(P7, z, P6), z, P5), z, P4);
    }

    private static float q(float r, float r2) {
        return Math.fma(Math.fma(Math.fma(r, Q6, Q5), r2, Math.fma(r, Q4, Q3)), r, Q2);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            IntVector sign = Exact.ints(x).and(SIGN);
            FloatVector a = x.abs();
            FloatVector z = a.mul(a);
            FloatVector near = a.mul(z).fma(p(z), a);
            FloatVector most = Exact.floats(Exact.ints(a).lanewise(VectorOperators.MIN, MOST_BITS));
            FloatVector shifted = most.lanewise(VectorOperators.FMA, TWO_LOG2_E, TO_INTEGER);
            FloatVector r = shifted.sub(TO_INTEGER).lanewise(VectorOperators.FMA, MINUS_HALF_LN2, most);
            FloatVector r2 = r.mul(r);
            FloatVector power = r2.fma(q(r, r2), r);
            FloatVector scale = Exact.floats(Exact.ints(shifted).lanewise(VectorOperators.LSHL, FRACTION));
            FloatVector sum = scale.fma(power, scale.lanewise(VectorOperators.FMA, 0.5f, 1));
            FloatVector far = sum.broadcast(-2).div(sum).add(1);
            FloatVector value = near.blend(far, a.compare(VectorOperators.GT, NEAR));
            return (Vector<E>) ((IntVector) Exact.INTS.cast(value.reinterpretAsInts()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
        }

        private static FloatVector p(FloatVector z) {
            return high(z).lanewise(VectorOperators.FMA, z, P3).lanewise(VectorOperators.FMA, z, P2)
                    .lanewise(VectorOperators.FMA, z, P1);
        }

        private static FloatVector high(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, P7, P6).lanewise(VectorOperators.FMA, z, P5)
                    .lanewise(VectorOperators.FMA, z, P4);
        }

        private static FloatVector q(FloatVector r, FloatVector r2) {
            FloatVector odd = r.lanewise(VectorOperators.FMA, Q4, Q3);
            return r.lanewise(VectorOperators.FMA, Q6, Q5).fma(r2, odd).lanewise(VectorOperators.FMA, r, Q2);
        }
    }
}
