package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The natural logarithm of a binary32, within 0.75 ulp, as {@link Log64} has it. x is 2 to the k times 1 + f, about
 * 1; with s = f / (2 + f) the logarithm of 1 + f is f - h + s (h + R(s^2)) where h = f^2/2. What the two great sums
 * lose is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Log32 {
    static final float LN2_HIGH = 0x1.62e4p-1f;
    static final float LN2_LOW = 0x1.7f7d1cp-20f;
    static final float SUBNORMAL_SCALE = 0x1p25f;
    static final float SUBNORMAL_K = 25;
    /** The bits of the square root of a half, at which 1 + f begins. */
    static final int START = 0x3F35_04F3;
    static final int FRACTION = 23;
    /** A float with a small integer in its low bits, less {@link #INTEGER}, is the integer. */
    static final int INTEGER_BITS = 0x4B40_0000;
    static final float INTEGER = 0x1.8p23f;

    static final float C1 = 0x1.55557ap-1f;
    static final float C2 = 0x1.995eeap-2f;
    static final float C3 = 0x1.31de8cp-2f;

    private Log32() {}

    static float of(float x) {
        if (!(x > 0)) {
            return x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        boolean subnormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(subnormal ? x * SUBNORMAL_SCALE : x);
        int exponent = bits - START >> FRACTION;
        float k = Float.intBitsToFloat(exponent + INTEGER_BITS) - INTEGER - (subnormal ? SUBNORMAL_K : 0);
        float f = Float.intBitsToFloat(bits - (exponent << FRACTION)) - 1;
        float s = f / (f + 2);
        float z = s * s;
        float half = f * 0.5f;
        float h = half * f;
        float hLost = Math.fma(half, f, -h);
        float base = k * LN2_HIGH;
        float a = base + f;
        float aLost = f - (a - base);
        float b = a - h;
        float bLost = a - b - h;
        float small = k * LN2_LOW - hLost + (aLost + bLost);
        return Math.fma(s, Math.fma(r(z), z, h), small) + b;
    }

    static float r(float z) {
        return Math.fma(Math.fma(z, C3, C2), z, C1);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = (FloatVector) v;
            FloatVector k = exponent(x);
            FloatVector f = fraction(x);
            FloatVector s = f.div(f.add(2));
            FloatVector z = s.mul(s);
            FloatVector half = f.mul(0.5f);
            FloatVector h = half.mul(f);
            FloatVector hLost = half.fma(f, h.neg());
            FloatVector base = k.mul(LN2_HIGH);
            FloatVector a = base.add(f);
            FloatVector aLost = f.sub(a.sub(base));
            FloatVector b = a.sub(h);
            FloatVector bLost = a.sub(b).sub(h);
            FloatVector small = k.mul(LN2_LOW).sub(hLost).add(aLost.add(bLost));
            FloatVector r = z.lanewise(VectorOperators.FMA, C3, C2).lanewise(VectorOperators.FMA, z, C1);
            return (Vector<E>) s.fma(r.fma(z, h), small).add(b)
                    .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY))
                    .blend(Float.NaN, x.compare(VectorOperators.GE, 0).not())
                    .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
        }

        private static IntVector bits(FloatVector x) {
            return x.blend(x.mul(SUBNORMAL_SCALE), x.compare(VectorOperators.LT, Float.MIN_NORMAL)).reinterpretAsInts();
        }

        private static FloatVector exponent(FloatVector x) {
            FloatVector k = bits(x).sub(START).lanewise(VectorOperators.ASHR, FRACTION).add(INTEGER_BITS)
                    .reinterpretAsFloats().sub(INTEGER);
            return k.blend(k.sub(SUBNORMAL_K), x.compare(VectorOperators.LT, Float.MIN_NORMAL));
        }

        private static FloatVector fraction(FloatVector x) {
            IntVector bits = bits(x);
            IntVector exponent = bits.sub(START).lanewise(VectorOperators.ASHR, FRACTION);
            return bits.sub(exponent.lanewise(VectorOperators.LSHL, FRACTION)).reinterpretAsFloats().sub(1);
        }
    }
}
