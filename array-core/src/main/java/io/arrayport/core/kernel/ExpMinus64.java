package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * e to the power of a binary64, less 1, within 0.8 ulp. As {@link Exp64} it is 2 to the k times 1 + r + t, less 1; the
 * whole numbers' sum and r come first, and what adding them loses is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class ExpMinus64 {
    /** From here down results are -1. */
    private static final double LEAST = -38;
    /** Up to here a number is its own result. */
    private static final double SMALL = 0x1p-54;
    private static final long SMALL_BITS = 0x3C90_0000_0000_0000L;
    /** The bits of -{@link #LEAST}. */
    private static final long MOST_BITS = 0x4043_0000_0000_0000L;

    private ExpMinus64() {}

    static double of(double x) {
        if (x > Exp64.MOST) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < LEAST) {
            return -1;
        }
        if (Math.abs(x) < SMALL) {
            return x;
        }
        double shifted = Math.fma(x, Exp64.LOG2_E, Exp64.TO_INTEGER);
        double k = shifted - Exp64.TO_INTEGER;
        double high = Math.fma(-k, Exp64.LN2_HIGH, x);
        double low = k * Exp64.LN2_LOW;
        double r = high - low;
        double rLost = high - r - low;
        double square = r * r;
        double lostTail = Math.fma(Math.fma(r, r, -square), 0.5, Math.fma(r, rLost, rLost));
        double tail = Math.fma(square, Math.fma(Exp64.q(r), r, 0.5), lostTail);
        // Halves throughout, which do not overflow
        double half = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) + (Exp64.BIAS - 1) << Exp64.FRACTION);
        double base = half - 0.5;
        double part = half * r;
        double sum = base + part;
        double lost = base - sum + part + (half - base - 0.5);
        return 2 * (sum + Math.fma(half, tail, lost));
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction.Careful {
        /** Those of great or very small size. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.longs(Exact.of((DoubleVector) v)).and(Long.MAX_VALUE).sub(SMALL_BITS).compare(
                    VectorOperators.UGT,
                    MOST_BITS - SMALL_BITS);
        }

        @Override
        public @Nullable VectorMask<?> left(Vector<?> v) {
            return null;
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            DoubleVector shifted = x.lanewise(VectorOperators.FMA, Exp64.LOG2_E, Exp64.TO_INTEGER);
            DoubleVector half = Exact.doubles(Exact.longs(shifted).add(Exp64.BIAS - 1)
                    .lanewise(VectorOperators.LSHL, Exp64.FRACTION));
            DoubleVector k = shifted.sub(Exp64.TO_INTEGER);
            DoubleVector high = k.neg().lanewise(VectorOperators.FMA, Exp64.LN2_HIGH, x);
            DoubleVector low = k.mul(Exp64.LN2_LOW);
            DoubleVector r = high.sub(low);
            DoubleVector q = q(r);
            DoubleVector square = r.mul(r);
            DoubleVector rLost = high.sub(r).sub(low);
            DoubleVector lostTail = r.fma(r, square.neg()).lanewise(VectorOperators.FMA, 0.5, r.fma(rLost, rLost));
            DoubleVector tail = square.fma(q.lanewise(VectorOperators.FMA, r, 0.5), lostTail);
            DoubleVector base = half.sub(0.5);
            DoubleVector part = half.mul(r);
            DoubleVector sum = base.add(part);
            DoubleVector lost = base.sub(sum).add(part).add(half.sub(base).sub(0.5));
            DoubleVector value = sum.add(half.fma(tail, lost));
            return (Vector<E>) value.add(value);
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public <E> Vector<E> careful(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            return (Vector<E>) ((DoubleVector) apply(v))
                    .blend(x, x.abs().compare(VectorOperators.LT, SMALL))
                    .blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, Exp64.MOST))
                    .blend(-1, x.compare(VectorOperators.LT, LEAST));
        }

        private static DoubleVector q(DoubleVector r) {
            DoubleVector low = r.lanewise(VectorOperators.FMA, Exp64.C12, Exp64.C11)
                    .lanewise(VectorOperators.FMA, r, Exp64.C10).lanewise(VectorOperators.FMA, r, Exp64.C9)
                    .lanewise(VectorOperators.FMA, r, Exp64.C8);
            return low.lanewise(VectorOperators.FMA, r, Exp64.C7).lanewise(VectorOperators.FMA, r, Exp64.C6)
                    .lanewise(VectorOperators.FMA, r, Exp64.C5).lanewise(VectorOperators.FMA, r, Exp64.C4)
                    .lanewise(VectorOperators.FMA, r, Exp64.C3);
        }
    }
}
