package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The hyperbolic tangent of a binary32, within 0.98 ulp: up to 1 it is x + x^3 p(x^2), beyond 1 - 2 / (e^2x + 1). There
 * 2x is k ln 2 + r with |r| at most half of ln 2, and e to the r is 1 + r q(r). Both polynomials are near the best
 * ones. From 1 on the quotient is below 1/4, so that what it loses is little of the result.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits; but each lane has one polynomial, by
 * coefficients that are chosen: a processor may blend twice as often as it multiplies.
 */
final class Tanh32 {
    /** Up to here the first form is used; with less, the second is wrong by more than an ulp. */
    private static final float NEAR = 1;
    /** The bits of 20: from there on the result is 1. A nan's bits are more, but its result is of the first form. */
    private static final int MOST_BITS = 0x41A0_0000;
    private static final float LOG2_E = 0x1.715476p0f;
    private static final float MINUS_LN2 = -0x1.62e43p-1f;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits, with the bias of powers of two. */
    private static final float TO_INTEGER = 0x1.8p23f + 127;
    private static final int SIGN = Integer.MIN_VALUE;
    private static final int FRACTION = 23;

    private static final float P1 = -0x1.55553cp-2f;
    private static final float P2 = 0x1.110be2p-3f;
    private static final float P3 = -0x1.b96222p-5f;
    private static final float P4 = 0x1.60098cp-6f;
    private static final float P5 = -0x1.0460bp-7f;
    private static final float P6 = 0x1.2da4cp-9f;
    private static final float P7 = -0x1.77dcb2p-12f;

    private static final float Q1 = 0x1.0p0f;
    private static final float Q2 = 0x1.0p-1f;
    private static final float Q3 = 0x1.5554bp-3f;
    private static final float Q4 = 0x1.5554cap-5f;
    private static final float Q5 = 0x1.1227eep-7f;
    private static final float Q6 = 0x1.6d6fe8p-10f;

    private Tanh32() {}

    static float of(float x) {
        float a = Math.abs(x);
        float value = a > NEAR ? far(a) : near(a);
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(x) & SIGN);
    }

    private static float near(float a) {
        float z = a * a;
        float high = Math.fma(Math.fma(Math.fma(P7, z, P6), z, P5), z, P4);
        return Math.fma(a * z, Math.fma(Math.fma(Math.fma(high, z, P3), z, P2), z, P1), a);
    }

    private static float far(float a) {
        float twice = Float.intBitsToFloat(Math.min(Float.floatToRawIntBits(a + a), MOST_BITS));
        float shifted = Math.fma(twice, LOG2_E, TO_INTEGER);
        float r = Math.fma(shifted - TO_INTEGER, MINUS_LN2, twice);
        float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << FRACTION);
        float q = Math.fma(Math.fma(Math.fma(Q6, r, Q5), r, Q4), r, Q3);
        return -2 / Math.fma(scale * r, Math.fma(Math.fma(q, r, Q2), r, Q1), scale + 1) + 1;
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            IntVector sign = Exact.ints(x).and(SIGN);
            FloatVector a = x.abs();
            VectorMask<Float> far = a.compare(VectorOperators.GT, NEAR);
            FloatVector twice = Exact.floats(Exact.ints(a.add(a)).lanewise(VectorOperators.MIN, MOST_BITS));
            FloatVector shifted = twice.lanewise(VectorOperators.FMA, LOG2_E, TO_INTEGER);
            FloatVector scale = Exact.floats(Exact.ints(shifted).lanewise(VectorOperators.LSHL, FRACTION));
            FloatVector r = shifted.sub(TO_INTEGER).lanewise(VectorOperators.FMA, MINUS_LN2, twice);
            FloatVector variable = a.mul(a).blend(r, far);
            FloatVector low = low(high(variable, far), variable, far);
            FloatVector value = a.blend(scale, far).mul(variable).fma(low, a.blend(scale.add(1), far));
            value = value.blend(value.broadcast(-2).div(value).add(1), far);
            return (Vector<E>) ((IntVector) Exact.INTS.cast(value.reinterpretAsInts()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
        }

        private static FloatVector high(FloatVector v, VectorMask<Float> far) {
            return v.broadcast(P7).blend(0, far).fma(v, v.broadcast(P6).blend(Q6, far))
                    .fma(v, v.broadcast(P5).blend(Q5, far)).fma(v, v.broadcast(P4).blend(Q4, far));
        }

        private static FloatVector low(FloatVector high, FloatVector v, VectorMask<Float> far) {
            return high.fma(v, v.broadcast(P3).blend(Q3, far)).fma(v, v.broadcast(P2).blend(Q2, far))
                    .fma(v, v.broadcast(P1).blend(Q1, far));
        }
    }
}
