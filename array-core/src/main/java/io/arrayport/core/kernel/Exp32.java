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
    static final float MOST = 0x1.62e42ep6f;
    /** From here down results are 0. */
    static final float LEAST = -0x1.9fe36ap6f;
    /** Greatest exponent of 2 with a finite power. */
    private static final float MOST_TWO = 0x1.fffffep6f;
    /** From here down powers of 2 are 0. */
    private static final float LEAST_TWO = -0x1.2cp7f;
    static final float LOG2_E = 0x1.715476p0f;
    /** Of 15 bits: its product with any k is exact. */
    static final float LN2_HIGH = 0x1.62e4p-1f;
    static final float LN2_LOW = 0x1.7f7d1cp-20f;
    private static final float LN2 = 0x1.62e43p-1f;
    private static final float LN2_REST = -0x1.05c61p-29f;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    static final float TO_INTEGER = 0x1.8p23f;
    static final int BIAS = 127;
    static final int FRACTION = 23;

    static final float C3 = 0x1.555556p-3f;
    static final float C4 = 0x1.55551ap-5f;
    static final float C5 = 0x1.1110f6p-7f;
    static final float C6 = 0x1.6d110ap-10f;
    static final float C7 = 0x1.a0f86cp-13f;

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
        return scaled(r, high - r - low, shifted);
    }

    /** 2 to the power of {@code x}: its fraction times ln 2, as two numbers, is r. */
    static float two(float x) {
        if (x > MOST_TWO) {
            return Float.POSITIVE_INFINITY;
        }
        if (x <= LEAST_TWO) {
            return 0;
        }
        float shifted = x + TO_INTEGER;
        float fraction = x - (shifted - TO_INTEGER);
        float r = fraction * LN2;
        return scaled(r, Math.fma(fraction, LN2_REST, Math.fma(fraction, LN2, -r)), shifted);
    }

    private static float scaled(float r, float lost, float shifted) {
        float tail = Math.fma(r * r, Math.fma(q(r), r, 0.5f), lost);
        float sum = r + 1;
        float value = 1 - sum + r + tail + sum;
        int bits = Float.floatToRawIntBits(shifted) << FRACTION;
        int half = bits >> FRACTION + 1;
        int rest = (bits >> FRACTION) - half;
        return value * Float.intBitsToFloat(half + BIAS << FRACTION)
                * Float.intBitsToFloat(rest + BIAS << FRACTION);
    }

    static float q(float r) {
        float q = Math.fma(r, C7, C6);
        q = Math.fma(q, r, C5);
        q = Math.fma(q, r, C4);
        return Math.fma(q, r, C3);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        private final boolean two;
        private final float most;
        private final float least;

        /** @param two whether the base is 2; otherwise it is e */
        Vectors(boolean two) {
            this.two = two;
            this.most = two ? MOST_TWO : MOST;
            this.least = two ? LEAST_TWO : LEAST;
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = (FloatVector) v;
            FloatVector shifted = shifted(x);
            FloatVector k = shifted.sub(TO_INTEGER);
            FloatVector high = high(x, k);
            FloatVector low = low(k, high);
            FloatVector r = two ? low : high.sub(low);
            FloatVector q = q(r);
            FloatVector lost = two ? lost(high, low) : high.sub(r).sub(low);
            FloatVector tail = r.mul(r).fma(q.lanewise(VectorOperators.FMA, r, 0.5f), lost);
            FloatVector sum = r.add(1);
            FloatVector value = sum.neg().add(1).add(r).add(tail).add(sum);
            IntVector bits = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, FRACTION);
            IntVector half = bits.lanewise(VectorOperators.ASHR, FRACTION + 1);
            IntVector rest = bits.lanewise(VectorOperators.ASHR, FRACTION).sub(half);
            return (Vector<E>) value
                    .mul(half.add(BIAS).lanewise(VectorOperators.LSHL, FRACTION).reinterpretAsFloats())
                    .mul(rest.add(BIAS).lanewise(VectorOperators.LSHL, FRACTION).reinterpretAsFloats())
                    .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, most))
                    .blend(0, x.compare(VectorOperators.LE, least));
        }

        private FloatVector shifted(FloatVector x) {
            return two ? x.add(TO_INTEGER) : x.lanewise(VectorOperators.FMA, LOG2_E, TO_INTEGER);
        }

        private FloatVector high(FloatVector x, FloatVector k) {
            return two ? x.sub(k) : k.neg().lanewise(VectorOperators.FMA, LN2_HIGH, x);
        }

        private FloatVector low(FloatVector k, FloatVector high) {
            return two ? high.mul(LN2) : k.mul(LN2_LOW);
        }

        private static FloatVector lost(FloatVector fraction, FloatVector r) {
            return fraction.lanewise(VectorOperators.FMA, LN2_REST,
                    fraction.lanewise(VectorOperators.FMA, LN2, r.neg()));
        }

        private static FloatVector q(FloatVector r) {
            return r.lanewise(VectorOperators.FMA, C7, C6).lanewise(VectorOperators.FMA, r, C5)
                    .lanewise(VectorOperators.FMA, r, C4).lanewise(VectorOperators.FMA, r, C3);
        }
    }
}
