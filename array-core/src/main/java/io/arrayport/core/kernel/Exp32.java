package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * e to the power of a binary32, within 0.8 ulp, as {@link Exp64} has it. x is k ln 2 + r with |r| at most half of ln
 * 2; e to the r is 1 + r + r^2/2 + r^3 q(r), whose polynomial is near the best one; what adding and reducing lose is
 * carried along, and k is added to the exponent.
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
    /** Below, powers are made greater by a factor, and less by a multiplication that rounds. */
    private static final float SMALL = -80;
    private static final float SMALL_TWO = -120;
    private static final int RAISED = 50 << 23;
    private static final float LOWERED = 0x1p-50f;
    /** Makes infinity of what is greater than 1. */
    private static final float HUGE = Float.MAX_VALUE;
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
        if (!(x <= MOST)) {
            return x * HUGE;
        }
        if (x <= LEAST) {
            return 0;
        }
        float shifted = Math.fma(x, LOG2_E, TO_INTEGER);
        float k = shifted - TO_INTEGER;
        float high = Math.fma(k, -LN2_HIGH, x);
        float r = Math.fma(k, -LN2_LOW, high);
        return scaled(r, Math.fma(k, -LN2_LOW, high - r), shifted, x < SMALL);
    }

    /** 2 to the power of {@code x}: its fraction times ln 2, as two numbers, is r. */
    static float two(float x) {
        if (!(x <= MOST_TWO)) {
            return x * HUGE;
        }
        if (x <= LEAST_TWO) {
            return 0;
        }
        float shifted = x + TO_INTEGER;
        float fraction = x - (shifted - TO_INTEGER);
        float r = fraction * LN2;
        return scaled(r, Math.fma(fraction, LN2_REST, Math.fma(fraction, LN2, -r)), shifted,
                x < SMALL_TWO);
    }

    private static float scaled(float r, float lost, float shifted, boolean small) {
        float tail = Math.fma(r * r, Math.fma(q(r), r, 0.5f), lost);
        float sum = r + 1;
        int bits = Float.floatToRawIntBits(r - (sum - 1) + tail + sum) + (Float.floatToRawIntBits(shifted) << FRACTION);
        return small ? Float.intBitsToFloat(bits + RAISED) * LOWERED : Float.intBitsToFloat(bits);
    }

    static float q(float r) {
        float q = Math.fma(r, C7, C6);
        q = Math.fma(q, r, C5);
        q = Math.fma(q, r, C4);
        return Math.fma(q, r, C3);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction.Careful {
        private final boolean two;
        private final float most;
        private final float least;
        private final float small;

        /** @param two whether the base is 2; otherwise it is e */
        Vectors(boolean two) {
            this.two = two;
            this.most = two ? MOST_TWO : MOST;
            this.least = two ? LEAST_TWO : LEAST;
            this.small = two ? SMALL_TWO : SMALL;
        }

        /** Those of great size. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.of((FloatVector) v).abs().compare(VectorOperators.LE, -small).not();
        }

        @Override
        public @Nullable VectorMask<?> left(Vector<?> v) {
            return null;
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            return (Vector<E>) (FloatVector) Exact.FLOATS.cast(power(Exact.of((FloatVector) v)).reinterpretAsFloats());
        }

        /** The bits of 2 to the power of a number whose power's bits these are, if it is no subnormal number. */
        private IntVector power(FloatVector x) {
            FloatVector shifted = shifted(x);
            IntVector bits = Exact.ints(shifted).lanewise(VectorOperators.LSHL, FRACTION);
            FloatVector k = shifted.sub(TO_INTEGER);
            FloatVector high = high(x, k);
            FloatVector r = r(k, high);
            FloatVector q = q(r);
            FloatVector lost = lost(k, high, r);
            FloatVector tail = r.mul(r).fma(q.lanewise(VectorOperators.FMA, r, 0.5f), lost);
            FloatVector sum = r.add(1);
            return ((IntVector) Exact.INTS.cast(r.sub(sum.sub(1)).add(tail).add(sum).reinterpretAsInts())).add(bits);
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public <E> Vector<E> careful(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            IntVector bits = power(x);
            VectorMask<Float> low = x.compare(VectorOperators.LT, small);
            FloatVector scaled = (FloatVector) Exact.FLOATS.cast(
                    bits.lanewise(VectorOperators.ADD, RAISED, low.cast(bits.species())).reinterpretAsFloats());
            return (Vector<E>) x.mul(HUGE)
                    .blend(scaled.lanewise(VectorOperators.MUL, LOWERED, low), x.compare(VectorOperators.LE, most))
                    .blend(0, x.compare(VectorOperators.LE, least));
        }

        private FloatVector shifted(FloatVector x) {
            return two ? x.add(TO_INTEGER) : x.lanewise(VectorOperators.FMA, LOG2_E, TO_INTEGER);
        }

        private FloatVector high(FloatVector x, FloatVector k) {
            return two ? x.sub(k) : k.lanewise(VectorOperators.FMA, -LN2_HIGH, x);
        }

        private FloatVector r(FloatVector k, FloatVector high) {
            return two ? high.mul(LN2) : k.lanewise(VectorOperators.FMA, -LN2_LOW, high);
        }

        private FloatVector lost(FloatVector k, FloatVector high, FloatVector r) {
            return two ? high.lanewise(VectorOperators.FMA, LN2_REST, high.lanewise(VectorOperators.FMA, LN2, r.neg()))
                    : k.lanewise(VectorOperators.FMA, -LN2_LOW, high.sub(r));
        }

        private static FloatVector q(FloatVector r) {
            return r.lanewise(VectorOperators.FMA, C7, C6).lanewise(VectorOperators.FMA, r, C5)
                    .lanewise(VectorOperators.FMA, r, C4).lanewise(VectorOperators.FMA, r, C3);
        }
    }
}
