package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The natural logarithm of 1 and a binary32, within 0.85 ulp, as {@link LogPlus64} has it.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class LogPlus32 {
    /** From here on the 1 does not count, and 2 to the -k would not be normal. */
    private static final float GREAT = 0x1p100f;
    /** The bits of the number after 0.75, at which 1 + f begins. */
    private static final int START = 0x3F40_0001;
    private static final int ONE = 0x3F80_0000;
    private static final int EXPONENT = -1 << Log32.FRACTION;

    private static final float C1 = 0x1.5555b4p-1f;
    private static final float C2 = 0x1.992b5cp-2f;
    private static final float C3 = 0x1.36deaep-2f;

    private LogPlus32() {}

    static float of(float x) {
        if (!(x > -1)) {
            return x == -1 ? Float.NEGATIVE_INFINITY : Float.NaN;
        }
        if (x >= GREAT) {
            return Log32.of(x);
        }
        int bits = Float.floatToRawIntBits(x + 1) - START;
        float scale = Float.intBitsToFloat(ONE - (bits & EXPONENT));
        float f = Math.fma(x, scale, scale - 1);
        float k = Float.intBitsToFloat((bits >> Log32.FRACTION) + Log32.INTEGER_BITS) - Log32.INTEGER;
        float s = f / (-2 - f);
        float z = s * s;
        float half = f * -0.5f;
        float rest = Math.fma(-r(z), z, half * f);
        float a = Math.fma(k, Log32.LN2_HIGH, f);
        float aLost = f - Math.fma(k, -Log32.LN2_HIGH, a);
        float small = Math.fma(k, Log32.LN2_LOW, aLost);
        return Math.copySign(a + Math.fma(half, f, Math.fma(s, rest, small)), x);
    }

    private static float r(float z) {
        float r = Math.fma(z, C3, C2);
        return Math.fma(r, z, C1);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        /** Which are nan, -1 or below, or great. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            FloatVector x = Exact.of((FloatVector) v);
            return x.compare(VectorOperators.GT, -1).and(x.compare(VectorOperators.LT, GREAT)).not();
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            IntVector sign = Exact.ints(x).and(Integer.MIN_VALUE);
            IntVector bits = Exact.ints(x.add(1)).sub(START);
            FloatVector f = fraction(x, bits);
            FloatVector k = Exact.floats(bits.lanewise(VectorOperators.ASHR, Log32.FRACTION).add(Log32.INTEGER_BITS))
                    .sub(Log32.INTEGER);
            FloatVector s = f.div(f.broadcast(-2).sub(f));
            FloatVector z = s.mul(s);
            FloatVector r = minusR(z);
            FloatVector half = f.mul(-0.5f);
            FloatVector rest = r.fma(z, half.mul(f));
            FloatVector a = k.lanewise(VectorOperators.FMA, Log32.LN2_HIGH, f);
            FloatVector aLost = f.sub(k.lanewise(VectorOperators.FMA, -Log32.LN2_HIGH, a));
            FloatVector small = k.lanewise(VectorOperators.FMA, Log32.LN2_LOW, aLost);
            // 0 has the sign of its argument, and so has all else
            return (Vector<E>) ((IntVector) Exact.INTS.cast(a.add(half.fma(f, s.fma(rest, small))).reinterpretAsInts()))
                    .lanewise(VectorOperators.OR, sign).reinterpretAsFloats();
        }

        private static FloatVector fraction(FloatVector x, IntVector bits) {
            IntVector scale = bits.broadcast(ONE).sub(bits.and(EXPONENT));
            return x.fma(Exact.floats(scale), Exact.floats(scale).sub(1));
        }

        private static FloatVector minusR(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, -C3, -C2).lanewise(VectorOperators.FMA, z, -C1);
        }
    }
}
