package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Sine and cosine of a binary32 within 0.8 ulp, and the tangent within 0.95: as {@link Trig64} has them, which also
 * computes them beyond {@link #LIMIT}.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Trig32 {
    /** Up to here k has bits to spare and the three parts of half of pi suffice. */
    private static final float LIMIT = 0x1p17f;
    private static final float TWO_BY_PI = 0x1.45f306p-1f;
    private static final float HALF_PI_1 = 0x1.921fb6p0f;
    private static final float HALF_PI_2 = -0x1.777a5cp-25f;
    private static final float HALF_PI_3 = -0x1.ee59dap-50f;
    /** Added to a smaller number, it leaves the nearest integer in the sum's low bits. */
    private static final float TO_INTEGER = 0x1.8p23f;
    private static final int SIGN = 31;
    /** Instead of quarter turns: the tangent. */
    private static final int TANGENT = 2;

    private static final float S1 = -0x1.555546p-3f;
    private static final float S2 = 0x1.110754p-7f;
    private static final float S3 = -0x1.994aaap-13f;

    private static final float C1 = 0x1.55554ep-5f;
    private static final float C2 = -0x1.6c0ef4p-10f;
    private static final float C3 = 0x1.9aa596p-16f;

    private Trig32() {}

    static float sin(float x) {
        float value = of(Math.abs(x), 0);
        return Float.intBitsToFloat(
                Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(x) >>> SIGN << SIGN);
    }

    static float cos(float x) {
        return of(Math.abs(x), 1);
    }

    static float tan(float x) {
        float value = of(Math.abs(x), TANGENT);
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ Float.floatToRawIntBits(x) >>> SIGN << SIGN);
    }

    /** The sine of {@code x >= 0} and {@code turns} quarter turns, or its tangent. */
    private static float of(float x, int turns) {
        if (!(x <= LIMIT)) {
            return (float) (turns == 0 ? Trig64.sin(x) : turns == 1 ? Trig64.cos(x) : Trig64.tan(x));
        }
        float shifted = Math.fma(x, TWO_BY_PI, TO_INTEGER);
        float k = shifted - TO_INTEGER;
        float first = Math.fma(-k, HALF_PI_1, x); // exact
        float second = k * HALF_PI_2;
        float secondLost = Math.fma(k, HALF_PI_2, -second);
        float high = first - second;
        float lost = first - high - second; // exact, as first is whole in units of second's last place
        float low = Math.fma(-k, HALF_PI_3, lost - secondLost);
        float r = high + low;
        float c = high - r + low;
        int quarters = Float.floatToRawIntBits(shifted);
        return turns == TANGENT ? tangent(r, c, quarters) : sine(r, c, quarters + turns);
    }

    /** The sine of {@code quarters} quarter turns and the angle {@code r + c}, of at most an eighth turn. */
    private static float sine(float r, float c, int quarters) {
        float z = r * r;
        float halfZ = z * 0.5f;
        float sum = 1 - halfZ;
        float value;
        if ((quarters & 1) == 0) {
            value = Math.fma(z * r, s(z), c * sum) + r;
        } else {
            float zLost = Math.fma(r, r, -z);
            value = Math.fma(z * z, c(z), Math.fma(-r, c, Math.fma(zLost, -0.5f, 1 - sum - halfZ))) + sum;
        }
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ (quarters & 2) << SIGN - 1);
    }

    /** The tangent of {@code quarters} quarter turns and the angle {@code r + c}, of at most an eighth turn. */
    private static float tangent(float r, float c, int quarters) {
        float z = r * r;
        float halfZ = z * 0.5f;
        float one = 1 - halfZ;
        float sineTail = Math.fma(z * r, s(z), c * one);
        float sine = r + sineTail;
        float sineLost = sineTail - (sine - r);
        float zLost = Math.fma(r, r, -z) * 0.5f;
        float cosineTail = Math.fma(z * z, c(z), 1 - one - halfZ - Math.fma(r, c, zLost));
        float cosine = one + cosineTail;
        float cosineLost = cosineTail - (cosine - one);
        boolean odd = (quarters & 1) != 0;
        float value = odd ? quotient(cosine, cosineLost, sine, sineLost) : quotient(sine, sineLost, cosine, cosineLost);
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ quarters << SIGN);
    }

    /** Returns {@code (n + nLost) / (d + dLost)}. */
    private static float quotient(float n, float nLost, float d, float dLost) {
        float inverse = 1 / d;
        float value = n * inverse;
        float left = Math.fma(value, -d, n) + (nLost - value * dLost);
        return Math.fma(left, inverse, value);
    }

    private static float s(float z) {
        return Math.fma(Math.fma(z, S3, S2), z, S1);
    }

    private static float c(float z) {
        return Math.fma(Math.fma(z, C3, C2), z, C1);
    }

    /**
     * The same, of vectors whose lanes are all within {@link #LIMIT}: the sine of so many quarter turns more, or
     * the tangent.
     */
    static final class Vectors implements VectorFunction {
        private final int turns;

        Vectors(int turns) {
            this.turns = turns;
        }

        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.of((FloatVector) v).abs().compare(VectorOperators.LE, LIMIT).not();
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v).abs();
            FloatVector shifted = x.lanewise(VectorOperators.FMA, TWO_BY_PI, TO_INTEGER);
            FloatVector k = shifted.sub(TO_INTEGER);
            FloatVector first = k.lanewise(VectorOperators.FMA, -HALF_PI_1, x);
            FloatVector minusSecond = k.mul(-HALF_PI_2);
            FloatVector secondLost = k.lanewise(VectorOperators.FMA, HALF_PI_2, minusSecond);
            FloatVector high = first.add(minusSecond);
            FloatVector lost = first.sub(high).add(minusSecond);
            FloatVector low = k.lanewise(VectorOperators.FMA, -HALF_PI_3, lost.sub(secondLost));
            FloatVector r = high.add(low);
            FloatVector minusC = r.sub(high).sub(low);
            IntVector quarters = Exact.ints(shifted);
            return (Vector<E>) (turns == TANGENT
                    ? tangent(r, minusC.neg(), quarters, Exact.ints(Exact.of((FloatVector) v)).and(Integer.MIN_VALUE))
                    : sine(r, minusC, turns == 0 ? quarters : quarters.add(turns),
                            Exact.ints(Exact.of((FloatVector) v))));
        }

        /**
         * With its polynomials in place: they come where the compiler inlines no method of ours any more. Nothing is
         * negated by an operation of its own: where a factor is negative, so is the other one.
         */
        private FloatVector sine(FloatVector r, FloatVector minusC, IntVector quarters, IntVector bits) {
            FloatVector z = r.mul(r);
            FloatVector sines = z.lanewise(VectorOperators.FMA, S3, S2).lanewise(VectorOperators.FMA, z, S1);
            FloatVector cosines = z.lanewise(VectorOperators.FMA, C3, C2).lanewise(VectorOperators.FMA, z, C1);
            FloatVector minusSum = z.lanewise(VectorOperators.FMA, 0.5f, -1);
            FloatVector even = z.mul(r).fma(sines, minusC.mul(minusSum)).add(r);
            FloatVector zLost = r.fma(r, z.neg());
            FloatVector tail = z.lanewise(VectorOperators.FMA, -0.5f, minusSum.add(1));
            FloatVector less = r.fma(minusC, zLost.lanewise(VectorOperators.FMA, -0.5f, tail));
            FloatVector odd = z.mul(z).fma(cosines, less).sub(minusSum);
            IntVector half = quarters.lanewise(VectorOperators.LSHL, SIGN - 1);
            IntVector signs = (turns == 0 ? half.lanewise(VectorOperators.XOR, bits) : half).and(Integer.MIN_VALUE);
            return ((IntVector) Exact.INTS.cast(even
                    .blend(odd, quarters.and(1).compare(VectorOperators.NE, 0).cast(r.species())).reinterpretAsInts()))
                    .lanewise(VectorOperators.XOR, signs).reinterpretAsFloats();
        }

        private static FloatVector tangent(FloatVector r, FloatVector c, IntVector quarters, IntVector signs) {
            FloatVector z = r.mul(r);
            FloatVector sines = s(z);
            FloatVector cosines = c(z);
            FloatVector halfZ = z.mul(0.5f);
            FloatVector one = halfZ.neg().add(1);
            FloatVector sineTail = z.mul(r).fma(sines, c.mul(one));
            FloatVector sine = r.add(sineTail);
            FloatVector sineLost = sineTail.sub(sine.sub(r));
            FloatVector zLost = r.fma(r, z.neg()).mul(0.5f);
            FloatVector cosineTail = z.mul(z).fma(cosines, one.neg().add(1).sub(halfZ).sub(r.fma(c, zLost)));
            FloatVector cosine = one.add(cosineTail);
            FloatVector cosineLost = cosineTail.sub(cosine.sub(one));
            VectorMask<Float> odd = quarters.and(1).compare(VectorOperators.NE, 0).cast(r.species());
            FloatVector d = cosine.blend(sine, odd);
            FloatVector inverse = r.broadcast(1).div(d);
            FloatVector n = sine.blend(cosine, odd);
            FloatVector value = n.mul(inverse);
            FloatVector lost = sineLost.blend(cosineLost, odd).sub(value.mul(cosineLost.blend(sineLost, odd)));
            IntVector sign = quarters.lanewise(VectorOperators.LSHL, SIGN).lanewise(VectorOperators.XOR, signs);
            return ((IntVector) Exact.INTS
                    .cast(value.fma(d.neg(), n).add(lost).fma(inverse, value).reinterpretAsInts()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
        }

        private static FloatVector s(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, S3, S2).lanewise(VectorOperators.FMA, z, S1);
        }

        private static FloatVector c(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, C3, C2).lanewise(VectorOperators.FMA, z, C1);
        }
    }
}
