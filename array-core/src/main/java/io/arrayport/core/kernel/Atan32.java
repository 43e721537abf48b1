package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The arc tangent of a binary32, and of the quotient of two, within 0.85 ulp: of t up to a half, pi/4 and that of
 * (t - 1) / (t + 1) up to 2, pi/2 and that of -1/t beyond. Up to a half it is t + t^3 p(t^2), whose polynomial is near
 * the best one; what quotients and the sum lose is carried along. Of a point, t is the lesser coordinate by the
 * greater one, and multiples of a quarter of pi say where it lies.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Atan32 {
    /** From here on the result is half of pi. */
    private static final float MOST = 0x1p40f;
    /** From here to {@link #GREATEST} neither sums of coordinates nor inverses leave the normal numbers. */
    private static final float LEAST = 0x1p-120f;
    private static final float GREATEST = 0x1p120f;
    /** A t below it is its own arc tangent. */
    private static final float TINY = 0x1p-30f;
    private static final float UP = 0x1p60f;
    private static final float DOWN = 0x1p-60f;
    private static final float HALF_PI = 0x1.921fb6p0f;
    private static final float QUARTER_PI = 0x1.921fb6p-1f;
    private static final float QUARTER_PI_LOW = -0x1.777a5cp-26f;
    /** What half of pi is more than {@link #HALF_PI}, as its part. */
    private static final float LOW_BY_HIGH = -0x1.de12cap-26f;
    /** Less a number's bits, it is about the bits of its inverse: within an eighth. */
    private static final int INVERSE = 0x7EF3_11C3;
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
        float value = angle(n, d, dLost, base, base * LOW_BY_HIGH);
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(x) & SIGN);
    }

    /** Returns the angle of the point, from -pi to pi. */
    static float of(float y, float x) {
        float height = Math.abs(y);
        float width = Math.abs(x);
        boolean steep = height > width;
        float large = steep ? height : width;
        float small = steep ? width : height;
        boolean left = Float.floatToRawIntBits(x) < 0;
        if (!(large >= LEAST && large <= GREATEST)) {
            if (Float.isNaN(x) || Float.isNaN(y)) {
                return Float.NaN;
            }
            if (small == large) {
                small = large == 0 ? 0 : 1;
                large = 1;
            } else if (small < large * TINY) {
                small /= large;
                large = 1;
            } else {
                float scale = large > 1 ? DOWN : UP;
                small *= scale;
                large *= scale;
            }
        }
        return of(y, small, large, steep, left);
    }

    /** As above, where {@code y} gives the sign, and neither is so great or so small that a sum or quotient is not. */
    private static float of(float y, float small, float large, boolean steep, boolean left) {
        boolean turned = steep != left;
        boolean middle = small > large * 0.5f;
        float turn = turned ? -1 : 1;
        float other = middle ? small : 0;
        float near = middle ? small - large : small;
        float d = large + other;
        float dLost = other - (d - large);
        float start = steep ? 2 : left ? 4 : 0;
        float quarters = middle ? start + turn : start;
        float base = quarters * QUARTER_PI;
        float low = Math.fma(quarters, QUARTER_PI_LOW, Math.fma(quarters, QUARTER_PI, -base));
        float value = angle(near * turn, d, dLost, base, low);
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(y) & SIGN);
    }

    /** Returns {@code base + low} and the arc tangent of {@code n / (d + dLost)}. */
    private static float angle(float n, float d, float dLost, float base, float low) {
        float t = n / d;
        float tLost = (Math.fma(t, -d, n) - t * dLost) * Float.intBitsToFloat(INVERSE - Float.floatToRawIntBits(d));
        float z = t * t;
        float tail = Math.fma(t * z, p(z), low + tLost);
        float sum = base + t;
        return t - (sum - base) + tail + sum;
    }

    private static float p(float z) {
        float z2 = z * z;
        float second = Math.fma(z2, P5, Math.fma(z, P4, P3));
        return Math.fma(second, z2, Math.fma(z, P2, P1));
    }

    /** The same, of vectors; of pairs, where the greater one of each is within {@link #LEAST} and {@link #GREATEST}. */
    static final class Vectors implements VectorFunction, VectorPairFunction {
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
            FloatVector value = angle(n, d, dLost, base, base.mul(LOW_BY_HIGH));
            return (Vector<E>) value.reinterpretAsInts().lanewise(VectorOperators.XOR, x.reinterpretAsInts().and(SIGN))
                    .reinterpretAsFloats();
        }

        @Override
        public boolean declines(Vector<?> a, Vector<?> b) {
            FloatVector height = ((FloatVector) a).abs();
            FloatVector width = ((FloatVector) b).abs();
            FloatVector large = width.blend(height, height.compare(VectorOperators.GT, width));
            return !large.compare(VectorOperators.GE, LEAST).and(large.compare(VectorOperators.LE, GREATEST))
                    .allTrue();
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            FloatVector y = (FloatVector) a;
            FloatVector height = y.abs();
            FloatVector width = ((FloatVector) b).abs();
            VectorMask<Float> left = ((FloatVector) b).test(VectorOperators.IS_NEGATIVE);
            VectorMask<Float> steep = height.compare(VectorOperators.GT, width);
            VectorMask<Float> turned = steep.xor(left);
            FloatVector large = width.blend(height, steep);
            FloatVector small = height.blend(width, steep);
            VectorMask<Float> middle = small.compare(VectorOperators.GT, large.mul(0.5f));
            FloatVector turn = large.broadcast(1).blend(-1, turned);
            FloatVector other = small.blend(0, middle.not());
            FloatVector near = small.blend(small.sub(large), middle);
            FloatVector d = large.add(other);
            FloatVector dLost = other.sub(d.sub(large));
            FloatVector start = large.broadcast(0).blend(4, left).blend(2, steep);
            FloatVector quarters = start.blend(start.add(turn), middle);
            FloatVector base = quarters.mul(QUARTER_PI);
            FloatVector low = quarters.lanewise(VectorOperators.FMA, QUARTER_PI_LOW,
                    quarters.lanewise(VectorOperators.FMA, QUARTER_PI, base.neg()));
            FloatVector value = angle(near.mul(turn), d, dLost, base, low);
            return (Vector<E>) value.reinterpretAsInts().lanewise(VectorOperators.XOR, y.reinterpretAsInts().and(SIGN))
                    .reinterpretAsFloats();
        }

        private static FloatVector angle(FloatVector n, FloatVector d, FloatVector dLost, FloatVector base,
                FloatVector low) {
            FloatVector t = n.div(d);
            FloatVector tLost = t.fma(d.neg(), n).sub(t.mul(dLost))
                    .mul(d.reinterpretAsInts().neg().add(INVERSE).reinterpretAsFloats());
            FloatVector z = t.mul(t);
            FloatVector tail = t.mul(z).fma(p(z), low.add(tLost));
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
