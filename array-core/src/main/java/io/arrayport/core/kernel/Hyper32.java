package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Hyperbolic sine and cosine of a binary32, within 0.98 ulp. |x| is k ln 2 + r with |r| at most half
 * of ln 2; those of k ln 2 are half of 2 to the k less or plus 2 to the -k, those of r are polynomials near the best
 * ones, and the addition theorems join them. What reducing and the great sums lose is carried along, but for that of
 * 2 to the k less 2 to the -k, which is a quarter of an ulp at most, where k is 13.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Hyper32 {
    /** Up to here 2 to the k and to the -k are normal numbers. */
    private static final float LIMIT = 86;
    private static final int LIMIT_BITS = 0x42AC_0000;
    /** Here both are infinite. */
    private static final float ENOUGH = 90;
    /** What is taken from k beyond {@link #LIMIT}. */
    private static final int LESS = 4;
    private static final float LOG2_E = 0x1.715476p0f;
    private static final float MINUS_LN2_HIGH = -0x1.62e43p-1f;
    private static final float MINUS_LN2_LOW = 0x1.05c61p-29f;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    private static final float TO_INTEGER = 0x1.8p23f;
    private static final int SIGN = Integer.MIN_VALUE;
    /** The bits of a half. */
    private static final int HALF = 0x3F00_0000;
    private static final int MINUS_HALF = HALF | SIGN;
    private static final int FRACTION = 23;

    private static final float C1 = 0x1.0p-1f;
    private static final float C2 = 0x1.5554e6p-5f;
    private static final float C3 = 0x1.6d4f12p-10f;

    private static final float S1 = 0x1.5554bp-3f;
    private static final float S2 = 0x1.1227cp-7f;

    private Hyper32() {}

    static float sinh(float x) {
        return Float
                .intBitsToFloat(Float.floatToRawIntBits(of(Math.abs(x), false)) ^ Float.floatToRawIntBits(x) & SIGN);
    }

    static float cosh(float x) {
        return of(Math.abs(x), true);
    }

    private static float of(float a, boolean cosh) {
        if (!(a <= LIMIT)) {
            return a > LIMIT ? of(Math.min(a, ENOUGH), cosh, LESS) * (1 << LESS) : Float.NaN;
        }
        return of(a, cosh, 0);
    }

    /** Returns the result for {@code a >= 0}, divided by 2 to the {@code less}. */
    private static float of(float a, boolean cosh, int less) {
        float shifted = Math.fma(a, LOG2_E, TO_INTEGER);
        float k = shifted - TO_INTEGER;
        float first = Math.fma(k, MINUS_LN2_HIGH, a);
        float r = Math.fma(k, MINUS_LN2_LOW, first);
        float z = r * r;
        float s = s(z, r, Math.fma(k, MINUS_LN2_LOW, first - r));
        int exponent = Float.floatToRawIntBits(shifted) << FRACTION;
        float up = Float.intBitsToFloat(exponent + (HALF - (less << FRACTION)));
        float down = less > 0 ? 0 : Float.intBitsToFloat((cosh ? HALF : MINUS_HALF) - exponent);
        float whole = up + down;
        float other = up - down;
        float sum = Math.fma(other, r, whole);
        float lost = Math.fma(other, r, whole - sum);
        if (cosh) {
            lost += down - (whole - up);
        }
        return Math.fma(whole * z, c(z), Math.fma(other, s, lost)) + sum;
    }

    /** The hyperbolic cosine of r, less 1, by z, the square of r. */
    private static float c(float z) {
        return Math.fma(Math.fma(z, C3, C2), z, C1);
    }

    /** The hyperbolic sine of {@code r + rLost}, less r. */
    private static float s(float z, float r, float rLost) {
        return Math.fma(Math.fma(z, S2, S1), z * r, rLost);
    }

    /** The same, of vectors whose lanes are all within {@link #LIMIT}. */
    static final class Vectors implements VectorFunction {
        private final boolean cosh;

        Vectors(boolean cosh) {
            this.cosh = cosh;
        }

        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.ints(Exact.of((FloatVector) v)).and(Integer.MAX_VALUE).compare(VectorOperators.GT, LIMIT_BITS);
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            IntVector sign = Exact.ints(x).and(cosh ? 0 : SIGN);
            FloatVector a = Exact.floats(Exact.ints(x).and(Integer.MAX_VALUE));
            FloatVector shifted = a.lanewise(VectorOperators.FMA, LOG2_E, TO_INTEGER);
            IntVector exponent = Exact.ints(shifted).lanewise(VectorOperators.LSHL, FRACTION);
            FloatVector up = Exact.floats(exponent.add(HALF));
            FloatVector down = Exact.floats(Exact.of(exponent.broadcast(cosh ? HALF : MINUS_HALF)).sub(exponent));
            FloatVector k = shifted.sub(TO_INTEGER);
            FloatVector first = k.lanewise(VectorOperators.FMA, MINUS_LN2_HIGH, a);
            FloatVector r = k.lanewise(VectorOperators.FMA, MINUS_LN2_LOW, first);
            FloatVector z = r.mul(r);
            FloatVector c = c(z);
            FloatVector s = s(z, r, k.lanewise(VectorOperators.FMA, MINUS_LN2_LOW, first.sub(r)));
            FloatVector whole = up.add(down);
            FloatVector other = up.sub(down);
            FloatVector sum = other.fma(r, whole);
            FloatVector lost = other.fma(r, whole.sub(sum));
            if (cosh) {
                lost = lost.add(down.sub(whole.sub(up)));
            }
            FloatVector value = whole.mul(z).fma(c, other.fma(s, lost)).add(sum);
            return (Vector<E>) ((IntVector) Exact.INTS.cast(value.reinterpretAsInts()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
        }

        private static FloatVector c(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, C3, C2).lanewise(VectorOperators.FMA, z, C1);
        }

        private static FloatVector s(FloatVector z, FloatVector r, FloatVector rLost) {
            return z.lanewise(VectorOperators.FMA, S2, S1).fma(z.mul(r), rLost);
        }
    }
}
