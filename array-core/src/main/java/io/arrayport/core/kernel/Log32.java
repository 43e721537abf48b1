package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The natural logarithm of a binary32, within 0.8 ulp, as {@link Log64} has it.
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

    private static final int LEAST_NORMAL_BITS = 0x0080_0000;
    private static final int INFINITY_BITS = 0x7F80_0000;

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
        float s = f / (-2 - f);
        float z = s * s;
        float half = f * -0.5f;
        float rest = Math.fma(-r(z), z, half * f);
        float a = Math.fma(k, LN2_HIGH, f);
        float aLost = f - Math.fma(k, -LN2_HIGH, a);
        return a + Math.fma(half, f, Math.fma(s, rest, Math.fma(k, LN2_LOW, aLost)));
    }

    static float r(float z) {
        return Math.fma(Math.fma(z, C3, C2), z, C1);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction.Careful {
        /** Which are no positive normal numbers. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.ints(Exact.of((FloatVector) v)).sub(LEAST_NORMAL_BITS).compare(VectorOperators.UGE,
                    INFINITY_BITS - LEAST_NORMAL_BITS);
        }

        /** Which are subnormal; the bits of 0 less 1 are the greatest there are. */
        @Override
        public VectorMask<?> left(Vector<?> v) {
            return Exact.ints(Exact.of((FloatVector) v)).sub(1).compare(VectorOperators.ULT, LEAST_NORMAL_BITS - 1);
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            IntVector bits = Exact.ints(x);
            IntVector exponent = bits.sub(START).lanewise(VectorOperators.ASHR, FRACTION);
            FloatVector k = Exact.floats(exponent.add(INTEGER_BITS)).sub(INTEGER);
            FloatVector f = Exact.floats(bits.sub(exponent.lanewise(VectorOperators.LSHL, FRACTION))).sub(1);
            FloatVector s = f.div(f.broadcast(-2).sub(f));
            FloatVector z = s.mul(s);
            FloatVector r = minusR(z);
            FloatVector half = f.mul(-0.5f);
            FloatVector rest = r.fma(z, half.mul(f));
            FloatVector a = k.lanewise(VectorOperators.FMA, LN2_HIGH, f);
            FloatVector aLost = f.sub(k.lanewise(VectorOperators.FMA, -LN2_HIGH, a));
            FloatVector small = k.lanewise(VectorOperators.FMA, LN2_LOW, aLost);
            return (Vector<E>) a.add(half.fma(f, s.fma(rest, small)));
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public <E> Vector<E> careful(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            return (Vector<E>) ((FloatVector) apply(v))
                    .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY))
                    .blend(Float.NaN, x.compare(VectorOperators.GE, 0).not())
                    .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
        }

        private static FloatVector minusR(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, -C3, -C2).lanewise(VectorOperators.FMA, z, -C1);
        }
    }
}
