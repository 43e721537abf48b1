package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The arc tangent of a binary32, within 0.8 ulp: of x up to a half, pi/4 and that of (x - 1) / (x + 1)
 * up to 2, pi/2 and that of -1/x beyond. Of t, at most a half, it is t + t^3 p(t^2), whose polynomial is near the best
 * one; what t and the sum lose is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Atan32 {
    /** From here on the result is half of pi. */
    private static final float MOST = 0x1p40f;
    private static final float HALF_PI = 0x1.921fb6p0f;
    private static final float QUARTER_PI = 0x1.921fb6p-1f;
    /** What half of pi is more than {@link #HALF_PI}, as its part. */
    private static final float LOW_BY_HIGH = -0x1.de12cap-26f;
    private static final int SIGN = Integer.MIN_VALUE;

    private static final float P1 = -0x1.555516p-2f;
    private static final float P2 = 0x1.997c1cp-3f;
    private static final float P3 = -0x1.2255ep-3f;
    private static final float P4 = 0x1.a0691ap-4f;
    private static final float P5 = -0x1.a5302p-5f;

    private Atan32() {}

    static float of(float x) {
        float a = Math.abs(x);
        boolean middle = a > 0.5f;
        boolean far = a > 2;
        float most = a > MOST ? MOST : a;
        float one = far ? 0 : 1;
        float other = middle ? most : 0;
        float d = one + other;
        float dLost = other - (d - one);
        float near = middle ? most - 1 : most;
        float n = far ? -1 : near;
        float base = far ? HALF_PI : middle ? QUARTER_PI : 0;
        float value = angle(n, d, dLost, base);
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(x) & SIGN);
    }

    /** Returns {@code base}, a multiple of a quarter of pi, and the arc tangent of {@code n / (d + dLost)}. */
    private static float angle(float n, float d, float dLost, float base) {
        float inverse = 1 / d;
        float t = n * inverse;
        float tLost = (Math.fma(t, -d, n) - t * dLost) * inverse;
        float z = t * t;
        float tail = Math.fma(t * z, p(z), Math.fma(base, LOW_BY_HIGH, tLost));
        float sum = base + t;
        return t - (sum - base) + tail + sum;
    }

    private static float p(float z) {
        float z2 = z * z;
        float second = Math.fma(z2, P5, Math.fma(z, P4, P3));
        return Math.fma(second, z2, Math.fma(z, P2, P1));
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = (FloatVector) v;
            FloatVector a = x.abs();
            VectorMask<Float> middle = a.compare(VectorOperators.GT, 0.5f);
            VectorMask<Float> far = a.compare(VectorOperators.GT, 2);
            FloatVector most = a.blend(MOST, a.compare(VectorOperators.GT, MOST));
            FloatVector one = x.broadcast(1).blend(0, far);
            FloatVector other = most.blend(0, middle.not());
            FloatVector d = one.add(other);
            FloatVector dLost = other.sub(d.sub(one));
            FloatVector near = most.blend(most.sub(1), middle);
            FloatVector n = near.blend(-1, far);
            FloatVector base = x.broadcast(0).blend(QUARTER_PI, middle).blend(HALF_PI, far);
            FloatVector value = angle(n, d, dLost, base);
            return (Vector<E>) value.reinterpretAsInts().lanewise(VectorOperators.XOR, x.reinterpretAsInts().and(SIGN))
                    .reinterpretAsFloats();
        }

        private static FloatVector angle(FloatVector n, FloatVector d, FloatVector dLost, FloatVector base) {
            FloatVector inverse = d.broadcast(1).div(d);
            FloatVector t = n.mul(inverse);
            FloatVector tLost = t.fma(d.neg(), n).sub(t.mul(dLost)).mul(inverse);
            FloatVector z = t.mul(t);
            FloatVector tail = t.mul(z).fma(p(z), base.lanewise(VectorOperators.FMA, LOW_BY_HIGH, tLost));
            FloatVector sum = base.add(t);
            return t.sub(sum.sub(base)).add(tail).add(sum);
        }

        private static FloatVector p(FloatVector z) {
            FloatVector z2 = z.mul(z);
            FloatVector second = z2.lanewise(VectorOperators.FMA, P5, z.lanewise(VectorOperators.FMA, P4, P3));
            return second.fma(z2, z.lanewise(VectorOperators.FMA, P2, P1));
        }
    }
}
