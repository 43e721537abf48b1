package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The natural logarithm of a binary64, within 0.8 ulp. x is 2 to the k times 1 + f, about 1; with s = f / (2 + f) the
 * logarithm of 1 + f is f - h + s (h + R(s^2)) where h = f^2/2. What the sum of k ln 2 and f loses is carried along. R,
 * h and s are computed as their negatives, for a product that is subtracted takes one operation more.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Log64 {
    static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    static final double LN2_LOW = 0x1.ef35793c7673p-45;
    static final double SUBNORMAL_SCALE = 0x1p54;
    static final double SUBNORMAL_K = 54;
    /** The bits of the square root of a half, at which 1 + f begins. */
    static final long START = 0x3FE6_A09E_667F_3BCDL;
    static final int FRACTION = 52;
    /** A double with a small integer in its low bits, less {@link #INTEGER}, is the integer. */
    static final long INTEGER_BITS = 0x4338_0000_0000_0000L;
    static final double INTEGER = 0x1.8p52;

    static final double C1 = 0x1.5555555555592p-1;
    static final double C2 = 0x1.999999998006bp-2;
    static final double C3 = 0x1.24924941cccb5p-2;
    static final double C4 = 0x1.c71c5225787eep-3;
    static final double C5 = 0x1.7466396aa5fb8p-3;
    static final double C6 = 0x1.39a241c0ec344p-3;
    static final double C7 = 0x1.2f0051cb316dap-3;

    private static final long LEAST_NORMAL_BITS = 0x0010_0000_0000_0000L;
    private static final long INFINITY_BITS = 0x7FF0_0000_0000_0000L;

    private Log64() {}

    static double of(double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? x * SUBNORMAL_SCALE : x);
        long exponent = bits - START >> FRACTION;
        double k = Double.longBitsToDouble(exponent + INTEGER_BITS) - INTEGER - (subnormal ? SUBNORMAL_K : 0);
        double f = Double.longBitsToDouble(bits - (exponent << FRACTION)) - 1;
        double s = f / (-2 - f);
        double z = s * s;
        double half = f * -0.5;
        double rest = Math.fma(-r(z), z, half * f);
        double a = Math.fma(k, LN2_HIGH, f);
        double aLost = f - Math.fma(k, -LN2_HIGH, a);
        return a + Math.fma(half, f, Math.fma(s, rest, Math.fma(k, LN2_LOW, aLost)));
    }

    static double r(double z) {
        double r = Math.fma(z, C7, C6);
        r = Math.fma(r, z, C5);
        r = Math.fma(r, z, C4);
        r = Math.fma(r, z, C3);
        r = Math.fma(r, z, C2);
        return Math.fma(r, z, C1);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction.Careful {
        /** Which are no positive normal numbers. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.longs(Exact.of((DoubleVector) v)).sub(LEAST_NORMAL_BITS).compare(VectorOperators.UGE,
                    INFINITY_BITS - LEAST_NORMAL_BITS);
        }

        /** Which are subnormal; the bits of 0 less 1 are the greatest there are. */
        @Override
        public VectorMask<?> left(Vector<?> v) {
            return Exact.longs(Exact.of((DoubleVector) v)).sub(1).compare(VectorOperators.ULT, LEAST_NORMAL_BITS - 1);
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            LongVector bits = Exact.longs(x);
            LongVector exponent = bits.sub(START).lanewise(VectorOperators.ASHR, FRACTION);
            DoubleVector k = Exact.doubles(exponent.add(INTEGER_BITS)).sub(INTEGER);
            DoubleVector f = Exact.doubles(bits.sub(exponent.lanewise(VectorOperators.LSHL, FRACTION))).sub(1);
            DoubleVector s = f.div(f.broadcast(-2).sub(f));
            DoubleVector z = s.mul(s);
            DoubleVector r = minusR(z);
            DoubleVector half = f.mul(-0.5);
            DoubleVector rest = r.fma(z, half.mul(f));
            DoubleVector a = k.lanewise(VectorOperators.FMA, LN2_HIGH, f);
            DoubleVector aLost = f.sub(k.lanewise(VectorOperators.FMA, -LN2_HIGH, a));
            DoubleVector small = k.lanewise(VectorOperators.FMA, LN2_LOW, aLost);
            return (Vector<E>) a.add(half.fma(f, s.fma(rest, small)));
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public <E> Vector<E> careful(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            return (Vector<E>) ((DoubleVector) apply(v))
                    .blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY))
                    .blend(Double.NaN, x.compare(VectorOperators.GE, 0).not())
                    .blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
        }

        private static DoubleVector minusR(DoubleVector z) {
            return z.lanewise(VectorOperators.FMA, -C7, -C6).lanewise(VectorOperators.FMA, z, -C5)
                    .lanewise(VectorOperators.FMA, z, -C4).lanewise(VectorOperators.FMA, z, -C3)
                    .lanewise(VectorOperators.FMA, z, -C2).lanewise(VectorOperators.FMA, z, -C1);
        }
    }
}
