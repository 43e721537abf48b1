package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * e to the power of a binary32, less 1, within 0.8 ulp. As {@link Exp32} it is 2 to the k times 1 + r + t, less 1; the
 * whole numbers' sum and r come first, and what adding them loses is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class ExpMinus32 {
    /** From here down results are -1. */
    private static final float LEAST = -18;
    /** Up to here a number is its own result. */
    private static final float SMALL = 0x1p-25f;
    private static final int SMALL_BITS = 0x3300_0000;
    /** The bits of -{@link #LEAST}. */
    private static final int MOST_BITS = 0x4190_0000;

    private ExpMinus32() {}

    static float of(float x) {
        if (x > Exp32.MOST) {
            return Float.POSITIVE_INFINITY;
        }
        if (x < LEAST) {
            return -1;
        }
        if (Math.abs(x) < SMALL) {
            return x;
        }
        float shifted = Math.fma(x, Exp32.LOG2_E, Exp32.TO_INTEGER);
        float k = shifted - Exp32.TO_INTEGER;
        float high = Math.fma(-k, Exp32.LN2_HIGH, x);
        float low = k * Exp32.LN2_LOW;
        float r = high - low;
        float rLost = high - r - low;
        float square = r * r;
        float lostTail = Math.fma(Math.fma(r, r, -square), 0.5f, Math.fma(r, rLost, rLost));
        float tail = Math.fma(square, Math.fma(Exp32.q(r), r, 0.5f), lostTail);
        // Halves throughout, which do not overflow
        float half = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) + (Exp32.BIAS - 1) << Exp32.FRACTION);
        float base = half - 0.5f;
        float part = half * r;
        float sum = base + part;
        float lost = base - sum + part + (half - base - 0.5f);
        return 2 * (sum + Math.fma(half, tail, lost));
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction.Careful {
        /** Those of great or very small size. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.ints(Exact.of((FloatVector) v)).and(Integer.MAX_VALUE).sub(SMALL_BITS).compare(
                    VectorOperators.UGT,
                    MOST_BITS - SMALL_BITS);
        }

        @Override
        public @Nullable VectorMask<?> left(Vector<?> v) {
            return null;
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            FloatVector shifted = x.lanewise(VectorOperators.FMA, Exp32.LOG2_E, Exp32.TO_INTEGER);
            FloatVector half = Exact.floats(Exact.ints(shifted).add(Exp32.BIAS - 1)
                    .lanewise(VectorOperators.LSHL, Exp32.FRACTION));
            FloatVector k = shifted.sub(Exp32.TO_INTEGER);
            FloatVector high = k.lanewise(VectorOperators.FMA, -Exp32.LN2_HIGH, x);
            FloatVector low = k.mul(Exp32.LN2_LOW);
            FloatVector r = high.sub(low);
            FloatVector q = q(r);
            FloatVector square = r.mul(r);
            FloatVector rLost = high.sub(r).sub(low);
            FloatVector lostTail = r.fma(r, square.neg()).lanewise(VectorOperators.FMA, 0.5f, r.fma(rLost, rLost));
            FloatVector tail = square.fma(q.lanewise(VectorOperators.FMA, r, 0.5f), lostTail);
            FloatVector base = half.sub(0.5f);
            FloatVector part = half.mul(r);
            FloatVector sum = base.add(part);
            FloatVector lost = base.sub(sum).add(part).add(half.sub(base).sub(0.5f));
            FloatVector value = sum.add(half.fma(tail, lost));
            return (Vector<E>) value.add(value);
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public <E> Vector<E> careful(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            return (Vector<E>) ((FloatVector) apply(v))
                    .blend(x, x.abs().compare(VectorOperators.LT, SMALL))
                    .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, Exp32.MOST))
                    .blend(-1, x.compare(VectorOperators.LT, LEAST));
        }

        private static FloatVector q(FloatVector r) {
            return r.lanewise(VectorOperators.FMA, Exp32.C7, Exp32.C6).lanewise(VectorOperators.FMA, r, Exp32.C5)
                    .lanewise(VectorOperators.FMA, r, Exp32.C4).lanewise(VectorOperators.FMA, r, Exp32.C3);
        }
    }
}
