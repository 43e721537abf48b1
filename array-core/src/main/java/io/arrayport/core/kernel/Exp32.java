package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * e to the power of a binary32, within 0.8 ulp, as {@link Exp64} has it. x is k ln 2 + r with |r| at most half of ln
 * 2; e to the r is 1 + r + r^2/2 + r^3 q(r), whose polynomial is near the best one; what adding and reducing lose is
 * carried along, and 2 to the k is multiplied in two halves, so that subnormal results are rounded once.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Exp32 {
    /** Greatest argument of a finite result. */
    private static final float MOST = 0x1.62e42ep6f;
    /** From here down results are 0. */
    private static final float LEAST = -0x1.9fe36ap6f;
    private static final float LOG2_E = 0x1.715476p0f;
    /** Of 15 bits: its product with any k is exact. */
    private static final float LN2_HIGH = 0x1.62e4p-1f;
    private static final float LN2_LOW = 0x1.7f7d1cp-20f;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    private static final float TO_INTEGER = 0x1.8p23f;
    private static final int BIAS = 127;
    private static final int FRACTION = 23;

    private static final float C3 = 0x1.555556p-3f;
    private static final float C4 = 0x1.55551ap-5f;
    private static final float C5 = 0x1.1110f6p-7f;
    private static final float C6 = 0x1.6d110ap-10f;
    private static final float C7 = 0x1.a0f86cp-13f;

    private Exp32() {}

    static float of(float x) {
        if (x > MOST) {
            return Float.POSITIVE_INFINITY;
        }
        if (x <= LEAST) {
            return 0;
        }
        float shifted = Math.fma(x, LOG2_E, TO_INTEGER);
        float k = shifted - TO_INTEGER;
        float high = Math.fma(-k, LN2_HIGH, x);
        float low = k * LN2_LOW;
        float r = high - low;
        float lost = high - r - low;
        float tail = Math.fma(r * r, Math.fma(q(r), r, 0.5f), lost);
        float sum = r + 1;
        float value = 1 - sum + r + tail + sum;
        int bits = Float.floatToRawIntBits(shifted) << FRACTION;
        int half = bits >> FRACTION + 1;
        int rest = (bits >> FRACTION) - half;
        return value * Float.intBitsToFloat(half + BIAS << FRACTION)
                * Float.intBitsToFloat(rest + BIAS << FRACTION);
    }

    private static float q(float r) {
        float q = Math.fma(r, C7, C6);
        q = Math.fma(q, r, C5);
        q = Math.fma(q, r, C4);
        return Math.fma(q, r, C3);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = (FloatVector) v;
            FloatVector shifted = x.lanewise(VectorOperators.FMA, LOG2_E, TO_INTEGER);
            FloatVector k = shifted.sub(TO_INTEGER);
            FloatVector high = k.neg().lanewise(VectorOperators.FMA, LN2_HIGH, x);
            FloatVector low = k.mul(LN2_LOW);
            FloatVector r = high.sub(low);
            FloatVector q = q(r);
            FloatVector lost = high.sub(r).sub(low);
            FloatVector tail = r.mul(r).fma(q.lanewise(VectorOperators.FMA, r, 0.5f), lost);
            FloatVector sum = r.add(1);
            FloatVector value = sum.neg().add(1).add(r).add(tail).add(sum);
            IntVector bits = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, FRACTION);
            IntVector half = bits.lanewise(VectorOperators.ASHR, FRACTION + 1);
            IntVector rest = bits.lanewise(VectorOperators.ASHR, FRACTION).sub(half);
            return (Vector<E>) value
                    .mul(half.add(BIAS).lanewise(VectorOperators.LSHL, FRACTION).reinterpretAsFloats())
                    .mul(rest.add(BIAS).lanewise(VectorOperators.LSHL, FRACTION).reinterpretAsFloats())
                    .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, MOST))
                    .blend(0, x.compare(VectorOperators.LE, LEAST));
        }

        private static FloatVector q(FloatVector r) {
            return r.lanewise(VectorOperators.FMA, C7, C6).lanewise(VectorOperators.FMA, r, C5)
                    .lanewise(VectorOperators.FMA, r, C4).lanewise(VectorOperators.FMA, r, C3);
        }
    }
}
