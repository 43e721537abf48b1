package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * Logarithms of a binary32 to bases other than e, within 0.8 ulp. As in {@link Log32} x is 2 to the k times 1 + f; the
 * natural logarithm of 1 + f as two numbers, times the two of the inverse of the base's, is added to k times that of
 * 2. Powers of 2, and of 10 that are numbers, have exact results.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class LogBase32 {
    static final float TWO_HIGH = 0x1.715476p0f;
    static final float TWO_LOW = 0x1.4ae0cp-26f;
    private static final float TEN_HIGH = 0x1.bcb7b2p-2f;
    private static final float TEN_LOW = -0x1.5b235ep-27f;
    /** The logarithm of 2 to base 10; of so few bits that its product with any k is exact. */
    private static final float LOG10_2_HIGH = 0x1.344p-2f;
    private static final float LOG10_2_LOW = 0x1.3509f8p-18f;

    private LogBase32() {}

    static float two(float x) {
        return of(x, TWO_HIGH, TWO_LOW, 1, 0);
    }

    static float ten(float x) {
        return of(x, TEN_HIGH, TEN_LOW, LOG10_2_HIGH, LOG10_2_LOW);
    }

    private static float of(float x, float high, float low, float log2High, float log2Low) {
        if (!(x > 0)) {
            return x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        boolean subnormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(subnormal ? x * Log32.SUBNORMAL_SCALE : x);
        int exponent = bits - Log32.START >> Log32.FRACTION;
        float k = Float.intBitsToFloat(exponent + Log32.INTEGER_BITS) - Log32.INTEGER
                - (subnormal ? Log32.SUBNORMAL_K : 0);
        float f = Float.intBitsToFloat(bits - (exponent << Log32.FRACTION)) - 1;
        float s = f / (f + 2);
        float z = s * s;
        float half = f * 0.5f;
        float h = half * f;
        float b = f - h;
        float lost = f - b - h - Math.fma(half, f, -h);
        float tail = Math.fma(s, Math.fma(Log32.r(z), z, h), lost);
        float y = b + tail;
        float yLost = b - y + tail;
        float p = y * high;
        float pLost = Math.fma(y, low, Math.fma(yLost, high, Math.fma(y, high, -p)));
        float base = k * log2High;
        float a = base + p;
        return a + Math.fma(k, log2Low, base - a + p + pLost);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        private final float high;
        private final float low;
        private final float log2High;
        private final float log2Low;

        /** @param two whether the base is 2; otherwise it is 10 */
        Vectors(boolean two) {
            high = two ? TWO_HIGH : TEN_HIGH;
            low = two ? TWO_LOW : TEN_LOW;
            log2High = two ? 1 : LOG10_2_HIGH;
            log2Low = two ? 0 : LOG10_2_LOW;
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            FloatVector k = exponent(x);
            FloatVector f = fraction(x);
            FloatVector s = f.div(f.add(2));
            FloatVector z = s.mul(s);
            FloatVector half = f.mul(0.5f);
            FloatVector h = half.mul(f);
            FloatVector r = r(z);
            FloatVector b = f.sub(h);
            FloatVector lost = f.sub(b).sub(h).sub(half.fma(f, h.neg()));
            FloatVector tail = s.fma(r.fma(z, h), lost);
            FloatVector y = b.add(tail);
            FloatVector yLost = b.sub(y).add(tail);
            FloatVector p = y.mul(high);
            FloatVector pLost = y.lanewise(VectorOperators.FMA, low,
                    yLost.lanewise(VectorOperators.FMA, high, y.lanewise(VectorOperators.FMA, high, p.neg())));
            FloatVector base = k.mul(log2High);
            FloatVector a = base.add(p);
            return (Vector<E>) a.add(k.lanewise(VectorOperators.FMA, log2Low, base.sub(a).add(p).add(pLost)))
                    .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY))
                    .blend(Float.NaN, x.compare(VectorOperators.GE, 0).not())
                    .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
        }

        private static IntVector bits(FloatVector x) {
            return Exact.ints(x.blend(x.mul(Log32.SUBNORMAL_SCALE), x.compare(VectorOperators.LT, Float.MIN_NORMAL)));
        }

        private static FloatVector exponent(FloatVector x) {
            FloatVector k = Exact.floats(bits(x).sub(Log32.START).lanewise(VectorOperators.ASHR, Log32.FRACTION)
                    .add(Log32.INTEGER_BITS)).sub(Log32.INTEGER);
            return k.blend(k.sub(Log32.SUBNORMAL_K), x.compare(VectorOperators.LT, Float.MIN_NORMAL));
        }

        private static FloatVector fraction(FloatVector x) {
            IntVector bits = bits(x);
            IntVector exponent = bits.sub(Log32.START).lanewise(VectorOperators.ASHR, Log32.FRACTION);
            return Exact.floats(bits.sub(exponent.lanewise(VectorOperators.LSHL, Log32.FRACTION))).sub(1);
        }

        private static FloatVector r(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, Log32.C3, Log32.C2).lanewise(VectorOperators.FMA, z, Log32.C1);
        }
    }
}
