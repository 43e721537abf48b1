package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The natural logarithm of 1 and a binary32, within 0.8 ulp: as {@link Log32} has it of the sum, 2 to the k times 1 + f.
 * If k is 0, f is the number itself; otherwise what the sum lost, divided by 1 + f, is added.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class LogPlus32 {
    /** From this k on nothing that the sum lost counts. */
    private static final int GREAT = 100;

    private LogPlus32() {}

    static float of(float x) {
        if (!(x > -1)) {
            return x == -1 ? Float.NEGATIVE_INFINITY : Float.NaN;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        float u = x + 1;
        float uLost = x - (u - 1);
        int bits = Float.floatToRawIntBits(u);
        int exponent = bits - Log32.START >> Log32.FRACTION;
        float scale = Float.intBitsToFloat(Exp32.BIAS - Math.min(exponent, GREAT) << Log32.FRACTION);
        float c = exponent == 0 ? 0 : uLost * scale;
        float f = exponent == 0 ? x : Float.intBitsToFloat(bits - (exponent << Log32.FRACTION)) - 1;
        float k = Float.intBitsToFloat(exponent + Log32.INTEGER_BITS) - Log32.INTEGER;
        float s = f / (f + 2);
        float z = s * s;
        float half = f * 0.5f;
        float h = half * f;
        float hLost = Math.fma(half, f, -h);
        float base = k * Log32.LN2_HIGH;
        float a = base + f;
        float aLost = f - (a - base);
        float b = a - h;
        float bLost = a - b - h;
        // 1 / (1 + f) is (1 - s) / (1 + s), of which the first terms do
        float small = Math.fma(c, Math.fma(z - s, 2, 1), Math.fma(k, Log32.LN2_LOW, aLost + bLost - hLost));
        return Math.copySign(Math.fma(s, Math.fma(Log32.r(z), z, h), small) + b, x);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = (FloatVector) v;
            IntVector exponent = exponent(x);
            FloatVector f = fraction(x, exponent);
            FloatVector c = rest(x, exponent);
            FloatVector k = exponent.add(Log32.INTEGER_BITS).reinterpretAsFloats().sub(Log32.INTEGER);
            FloatVector s = f.div(f.add(2));
            FloatVector z = s.mul(s);
            FloatVector r = r(z);
            FloatVector half = f.mul(0.5f);
            FloatVector h = half.mul(f);
            FloatVector base = k.mul(Log32.LN2_HIGH);
            FloatVector a = base.add(f);
            FloatVector b = a.sub(h);
            FloatVector lost = f.sub(a.sub(base)).add(a.sub(b).sub(h)).sub(half.fma(f, h.neg()));
            FloatVector small = c.fma(z.sub(s).lanewise(VectorOperators.FMA, 2, 1),
                    k.lanewise(VectorOperators.FMA, Log32.LN2_LOW, lost));
            // 0 has the sign of its argument, and so has all else
            return (Vector<E>) s.fma(r.fma(z, h), small).add(b).reinterpretAsInts()
                    .or(x.reinterpretAsInts().and(Integer.MIN_VALUE)).reinterpretAsFloats();
        }

        /** Whether there is nan, -1 or below, or infinity. */
        @Override
        public boolean declines(Vector<?> v) {
            FloatVector x = (FloatVector) v;
            return !x.compare(VectorOperators.GT, -1).and(x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY))
                    .allTrue();
        }

        private static IntVector exponent(FloatVector x) {
            return x.add(1).reinterpretAsInts().sub(Log32.START).lanewise(VectorOperators.ASHR, Log32.FRACTION);
        }

        private static FloatVector fraction(FloatVector x, IntVector exponent) {
            return x.add(1).reinterpretAsInts().sub(exponent.lanewise(VectorOperators.LSHL, Log32.FRACTION))
                    .reinterpretAsFloats().sub(1).blend(x, exponent.compare(VectorOperators.EQ, 0).cast(x.species()));
        }

        private static FloatVector rest(FloatVector x, IntVector exponent) {
            FloatVector lost = x.sub(x.add(1).sub(1));
            FloatVector scale = exponent.min(GREAT).neg().add(Exp32.BIAS)
                    .lanewise(VectorOperators.LSHL, Log32.FRACTION).reinterpretAsFloats();
            return lost.mul(scale).blend(0, exponent.compare(VectorOperators.EQ, 0).cast(x.species()));
        }

        private static FloatVector r(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, Log32.C3, Log32.C2).lanewise(VectorOperators.FMA, z, Log32.C1);
        }
    }
}
