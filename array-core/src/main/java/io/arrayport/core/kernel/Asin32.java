package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Arc sine and arc cosine of a binary32, within 0.75 ulp. Up to a half the arc sine is s + s^3 p(s^2) with s = |x|;
 * beyond it is half of pi less twice that of the root of (1 - |x|) / 2, and what the root, half of pi and the sum lose
 * is carried along. The polynomial is near the best one.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Asin32 {
    private static final float HALF_PI = 0x1.921fb6p0f;
    private static final float PI = 0x1.921fb6p1f;
    /** What half of pi is more than {@link #HALF_PI}, as its part. */
    private static final float LOW_BY_HIGH = -0x1.de12cap-26f;
    /** Less half of a number's bits, it is about the bits of one over its root: within 4 percent. */
    private static final int ROOT = 0x5F37_59DF;
    private static final int SIGN = Integer.MIN_VALUE;

    private static final float P1 = 0x1.5555c6p-3f;
    private static final float P2 = 0x1.33027p-4f;
    private static final float P3 = 0x1.747474p-5f;
    private static final float P4 = 0x1.8c6f2ep-6f;
    private static final float P5 = 0x1.594166p-5f;

    private Asin32() {}

    static float arcsin(float x) {
        float a = Math.abs(x);
        boolean great = a > 0.5f;
        float w = Math.fma(a, -0.5f, 0.5f);
        float root = (float) Math.sqrt(w);
        float lost = Math.fma(root, -root, w) * Float.intBitsToFloat(ROOT - (Float.floatToRawIntBits(w) >> 1));
        float z = great ? w : a * a;
        float p = p(z);
        float half = great ? lost * 0.5f : 0;
        float s = great ? root : a;
        float base = great ? HALF_PI : 0;
        float factor = great ? -2 : 1;
        float value = join(factor, s, z, p, half, base);
        float result = Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(x) & SIGN);
        return a <= 1 ? result : Float.NaN;
    }

    static float arccos(float x) {
        float a = Math.abs(x);
        boolean great = a > 0.5f;
        float w = Math.fma(a, -0.5f, 0.5f);
        float root = (float) Math.sqrt(w);
        float lost = Math.fma(root, -root, w) * Float.intBitsToFloat(ROOT - (Float.floatToRawIntBits(w) >> 1));
        float z = great ? w : a * a;
        float p = p(z);
        float half = great ? lost * 0.5f : 0;
        boolean negative = x < 0;
        float s = great ? root : a;
        float end = negative ? PI : 0;
        float base = great ? end : HALF_PI;
        float turned = great ? 2 : -1;
        float factor = Float.intBitsToFloat(Float.floatToRawIntBits(turned) ^ Float.floatToRawIntBits(x) & SIGN);
        float value = join(factor, s, z, p, half, base);
        return a <= 1 ? value : Float.NaN;
    }

    /** Returns {@code base + factor} times the arc sine of {@code s}, which is more by {@code half}. */
    private static float join(float factor, float s, float z, float p, float half, float base) {
        float tail = Math.fma(s * z, p, half);
        float sum = Math.fma(factor, s, base);
        float sumLost = Math.fma(factor, s, base - sum);
        return Math.fma(factor, tail, Math.fma(base, LOW_BY_HIGH, sumLost)) + sum;
    }

    private static float p(float z) {
        return Math.fma(Math.fma(Math.fma(Math.fma(z, P5, P4), z, P3), z, P2), z, P1);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        /** What is added beyond a half for positive and negative x, else, and how often the arc sine is. */
        private final float right;
        private final float left;
        private final float near;
        private final float twice;
        private final float once;
        /** Where x's sign goes: to the factor, or the result. */
        private final int inner;
        private final int outer;

        Vectors(boolean cosine) {
            right = cosine ? 0 : HALF_PI;
            left = cosine ? PI : HALF_PI;
            near = cosine ? HALF_PI : 0;
            twice = cosine ? 2 : -2;
            once = cosine ? -1 : 1;
            inner = cosine ? SIGN : 0;
            outer = cosine ? 0 : SIGN;
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            IntVector sign = Exact.ints(x).and(outer);
            FloatVector a = x.abs();
            VectorMask<Float> great = a.compare(VectorOperators.GT, 0.5f);
            FloatVector w = a.lanewise(VectorOperators.FMA, -0.5f, 0.5f);
            FloatVector z = a.mul(a).blend(w, great);
            FloatVector p = p(z);
            FloatVector root = w.sqrt();
            FloatVector half = a.sub(a).blend(half(w, root), great);
            FloatVector factor = Exact.floats(Exact.ints(x.broadcast(once).blend(twice, great))
                    .lanewise(VectorOperators.XOR, Exact.ints(x).and(inner)));
            FloatVector base = x.broadcast(right).blend(left, x.compare(VectorOperators.LT, 0)).blend(near,
                    great.not());
            FloatVector s = a.blend(root, great);
            FloatVector sum = factor.fma(s, base);
            FloatVector sumLost = factor.fma(s, base.sub(sum));
            FloatVector value = factor
                    .fma(s.mul(z).fma(p, half), base.lanewise(VectorOperators.FMA, LOW_BY_HIGH, sumLost)).add(sum);
            return (Vector<E>) ((IntVector) Exact.INTS.cast(value.reinterpretAsInts()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsFloats()
                    .blend(x.broadcast(Float.NaN), a.compare(VectorOperators.LE, 1).not());
        }

        private static FloatVector half(FloatVector w, FloatVector root) {
            IntVector bits = Exact.ints(w).lanewise(VectorOperators.ASHR, 1).neg().add(ROOT);
            return root.fma(root.neg(), w).mul(Exact.floats(bits)).mul(0.5f);
        }

        private static FloatVector p(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, P5, P4).lanewise(VectorOperators.FMA, z, P3)
                    .lanewise(VectorOperators.FMA, z, P2).lanewise(VectorOperators.FMA, z, P1);
        }
    }
}
