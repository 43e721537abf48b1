package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
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
    private static final int MOST_BITS = 0x5380_0000;
    /** From here to {@link #GREATEST} neither sums of coordinates nor inverses leave the normal numbers. */
    private static final float LEAST = 0x1p-120f;
    private static final float GREATEST = 0x1p120f;
    /** Of a greater sum the greater part is more than {@link #LEAST}. */
    private static final float SUM = 2 * LEAST;
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
        float near = middle ? a - 1 : a;
        float n = far ? -1 : near;
        float base = far ? HALF_PI : middle ? QUARTER_PI : 0;
        float t = n / (one + other);
        float rest = Math.fma(other, -t, Math.fma(one, -t, n));
        float z = t * t;
        float sum = base + t;
        float lost = Math.fma(base, LOW_BY_HIGH, t - (sum - base));
        float value = Math.fma(t * z, p(z), Math.fma(rest, inverse(one + other), lost)) + sum;
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
        float other = middle ? small : 0;
        float n = middle ? small - large : small;
        float d = large + other;
        float t = n / d;
        float tail = tail(t, rest(t, n, d, other - (d - large)), d);
        float turn = turned ? -1 : 1;
        float start = steep ? 2 : left ? 4 : 0;
        float quarters = middle ? start + turn : start;
        float base = quarters * QUARTER_PI;
        float low = Math.fma(quarters, QUARTER_PI_LOW, Math.fma(quarters, QUARTER_PI, -base));
        float sum = Math.fma(t, turn, base);
        return Float
                .intBitsToFloat(Float.floatToRawIntBits(Math.fma(tail, turn, Math.fma(t, turn, base - sum) + low) + sum)
                        ^ Float.floatToRawIntBits(y) & SIGN);
    }

    /** Returns the arc tangent of {@code t + rest / d}, less t. */
    private static float tail(float t, float rest, float d) {
        float z = t * t;
        float p = p(z);
        return Math.fma(t * z, p, rest * inverse(d));
    }

    private static float inverse(float d) {
        return Float.intBitsToFloat(INVERSE - Float.floatToRawIntBits(d));
    }

    /** Returns what {@code t (d + dLost)} leaves of n. */
    private static float rest(float t, float n, float d, float dLost) {
        return Math.fma(t, -d, n) - t * dLost;
    }

    private static float p(float z) {
        return Math.fma(Math.fma(Math.fma(Math.fma(z, P5, P4), z, P3), z, P2), z, P1);
    }

    /** The same, of vectors; of pairs, where the sum of each is between {@link #SUM} and {@link #GREATEST}. */
    static final class Vectors implements VectorFunction, VectorPairFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            IntVector sign = sign(x);
            FloatVector a = x.abs();
            VectorMask<Float> middle = a.compare(VectorOperators.GT, 0.5f);
            VectorMask<Float> far = a.compare(VectorOperators.GT, 2);
            FloatVector most = Exact.floats(Exact.ints(a).lanewise(VectorOperators.MIN, MOST_BITS));
            FloatVector one = x.broadcast(1).blend(0, far);
            FloatVector other = x.broadcast(0).blend(most, middle);
            FloatVector n = a.blend(a.sub(1), middle).blend(-1, far);
            FloatVector base = x.broadcast(0).blend(QUARTER_PI, middle).blend(HALF_PI, far);
            FloatVector d = one.add(other);
            FloatVector t = n.div(d);
            FloatVector z = t.mul(t);
            FloatVector p = p(z);
            FloatVector inverse = Exact
                    .floats(Exact.of(d.reinterpretAsInts().broadcast(INVERSE)).sub(Exact.ints(d)));
            FloatVector rest = other.fma(t.neg(), one.fma(t.neg(), n));
            FloatVector sum = base.add(t);
            FloatVector lost = rest.fma(inverse,
                    base.lanewise(VectorOperators.FMA, LOW_BY_HIGH, t.sub(sum.sub(base))));
            FloatVector value = t.mul(z).fma(p, lost).add(sum);
            return (Vector<E>) ((IntVector) Exact.INTS.cast(value.reinterpretAsInts()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
        }

        @Override
        public boolean declines(Vector<?> a, Vector<?> b) {
            FloatVector height = Exact.of((FloatVector) a).abs();
            FloatVector width = Exact.of((FloatVector) b).abs();
            FloatVector sum = height.add(width);
            return !sum.compare(VectorOperators.GT, SUM).and(sum.compare(VectorOperators.LT, GREATEST)).allTrue();
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            FloatVector height = ((FloatVector) a).abs(); // as they are: longer, it would not be inlined
            FloatVector width = ((FloatVector) b).abs();
            VectorMask<Float> left = ((FloatVector) b).test(VectorOperators.IS_NEGATIVE);
            VectorMask<Float> steep = height.compare(VectorOperators.GT, width);
            FloatVector large = width.blend(height, steep);
            FloatVector small = height.blend(width, steep);
            IntVector sign = sign(a);
            VectorMask<Float> middle = small.compare(VectorOperators.GT, large.mul(0.5f));
            FloatVector other = small.broadcast(0).blend(small, middle);
            FloatVector n = small.blend(small.sub(large), middle);
            FloatVector d = large.add(other);
            FloatVector t = n.div(d);
            FloatVector tail = tail(t, rest(t, n, d, other.sub(d.sub(large))), d);
            FloatVector turn = large.broadcast(1).blend(-1, steep.xor(left));
            FloatVector start = large.broadcast(0).blend(4, left).blend(2, steep);
            FloatVector quarters = start.blend(start.add(turn), middle);
            FloatVector base = quarters.mul(QUARTER_PI);
            FloatVector low = quarters.lanewise(VectorOperators.FMA, QUARTER_PI_LOW,
                    quarters.lanewise(VectorOperators.FMA, QUARTER_PI, base.neg()));
            FloatVector sum = t.fma(turn, base);
            return (Vector<E>) ((IntVector) Exact.INTS
                    .cast(tail.fma(turn, t.fma(turn, base.sub(sum)).add(low)).add(sum).reinterpretAsInts()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
        }

        private static IntVector sign(Vector<?> v) {
            return Exact.ints(Exact.of((FloatVector) v)).and(SIGN);
        }

        private static FloatVector tail(FloatVector t, FloatVector rest, FloatVector d) {
            FloatVector z = t.mul(t);
            FloatVector p = p(z);
            return t.mul(z).fma(p, rest
                    .mul(d.reinterpretAsInts().broadcast(INVERSE).sub(d.reinterpretAsInts()).reinterpretAsFloats()));
        }

        private static FloatVector rest(FloatVector t, FloatVector n, FloatVector d, FloatVector dLost) {
            return t.fma(d.neg(), n).sub(t.mul(dLost));
        }

        private static FloatVector p(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, P5, P4).lanewise(VectorOperators.FMA, z, P3)
                    .lanewise(VectorOperators.FMA, z, P2).lanewise(VectorOperators.FMA, z, P1);
        }
    }
}
