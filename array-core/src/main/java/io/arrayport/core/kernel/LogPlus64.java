package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The natural logarithm of 1 and a binary64, within 0.85 ulp: as {@link Log64} has it of the sum, 2 to the k times 1 +
 * f, but with 1 + f between 0.75 and 1.5: then f, the number times 2 to the -k and 2 to the -k less 1, is exact.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class LogPlus64 {
    /** From here on the 1 does not count, and 2 to the -k would not be normal. */
    private static final double GREAT = 0x1p1000;
    /** The bits of the number after 0.75, at which 1 + f begins. */
    private static final long START = 0x3FE8_0000_0000_0001L;
    private static final long ONE = 0x3FF0_0000_0000_0000L;
    private static final long EXPONENT = -1L << Log64.FRACTION;

    private static final double C1 = 0x1.555555555554fp-1;
    private static final double C2 = 0x1.999999999c0bap-2;
    private static final double C3 = 0x1.24924921ef4e3p-2;
    private static final double C4 = 0x1.c71c74863e365p-3;
    private static final double C5 = 0x1.745c4d098a45dp-3;
    private static final double C6 = 0x1.3b357aeb964e2p-3;
    private static final double C7 = 0x1.0dd01903d004bp-3;
    private static final double C8 = 0x1.1b637b2176a49p-3;

    private LogPlus64() {}

    static double of(double x) {
        if (!(x > -1)) {
            return x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x >= GREAT) {
            return Log64.of(x);
        }
        long bits = Double.doubleToRawLongBits(x + 1) - START;
        double scale = Double.longBitsToDouble(ONE - (bits & EXPONENT));
        double f = Math.fma(x, scale, scale - 1);
        double k = Double.longBitsToDouble((bits >> Log64.FRACTION) + Log64.INTEGER_BITS) - Log64.INTEGER;
        double s = f / (-2 - f);
        double z = s * s;
        double half = f * -0.5;
        double rest = Math.fma(-r(z), z, half * f);
        double a = Math.fma(k, Log64.LN2_HIGH, f);
        double aLost = f - Math.fma(k, -Log64.LN2_HIGH, a);
        double small = Math.fma(k, Log64.LN2_LOW, aLost);
        return Math.copySign(a + Math.fma(half, f, Math.fma(s, rest, small)), x);
    }

    private static double r(double z) {
        double r = Math.fma(z, C8, C7);
        r = Math.fma(r, z, C6);
        r = Math.fma(r, z, C5);
        r = Math.fma(r, z, C4);
        r = Math.fma(r, z, C3);
        r = Math.fma(r, z, C2);
        return Math.fma(r, z, C1);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        /** Which are nan, -1 or below, or great. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            return x.compare(VectorOperators.GT, -1).and(x.compare(VectorOperators.LT, GREAT)).not();
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            LongVector sign = Exact.longs(x).and(Long.MIN_VALUE);
            LongVector bits = Exact.longs(x.add(1)).sub(START);
            DoubleVector f = fraction(x, bits);
            DoubleVector k = Exact.doubles(bits.lanewise(VectorOperators.ASHR, Log64.FRACTION).add(Log64.INTEGER_BITS))
                    .sub(Log64.INTEGER);
            DoubleVector s = f.div(f.broadcast(-2).sub(f));
            DoubleVector z = s.mul(s);
            DoubleVector r = minusR(z);
            DoubleVector half = f.mul(-0.5);
            DoubleVector rest = r.fma(z, half.mul(f));
            DoubleVector a = k.lanewise(VectorOperators.FMA, Log64.LN2_HIGH, f);
            DoubleVector aLost = f.sub(k.lanewise(VectorOperators.FMA, -Log64.LN2_HIGH, a));
            DoubleVector small = k.lanewise(VectorOperators.FMA, Log64.LN2_LOW, aLost);
            // 0 has the sign of its argument, and so has all else
            return (Vector<E>) ((LongVector) Exact.LONGS
                    .cast(a.add(half.fma(f, s.fma(rest, small))).reinterpretAsLongs()))
                    .lanewise(VectorOperators.OR, sign).reinterpretAsDoubles();
        }

        private static DoubleVector fraction(DoubleVector x, LongVector bits) {
            LongVector scale = bits.broadcast(ONE).sub(bits.and(EXPONENT));
            return x.fma(Exact.doubles(scale), Exact.doubles(scale).sub(1));
        }

        private static DoubleVector minusR(DoubleVector z) {
            return z.lanewise(VectorOperators.FMA, -C8, -C7).lanewise(VectorOperators.FMA, z, -C6)
                    .lanewise(VectorOperators.FMA, z, -C5).lanewise(VectorOperators.FMA, z, -C4)
                    .lanewise(VectorOperators.FMA, z, -C3).lanewise(VectorOperators.FMA, z, -C2)
                    .lanewise(VectorOperators.FMA, z, -C1);
        }
    }
}
