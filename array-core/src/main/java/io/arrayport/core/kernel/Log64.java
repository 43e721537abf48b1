package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The natural logarithm of a binary64, within 0.75 ulp. x is 2 to the k times 1 + f, about 1; with s = f / (2 + f) the
 * logarithm of 1 + f is f - h + s (h + R(s^2)) where h = f^2/2. What the two great sums lose is carried along.
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
        double s = f / (f + 2);
        double z = s * s;
        double half = f * 0.5;
        double h = half * f;
        double hLost = Math.fma(half, f, -h);
        double base = k * LN2_HIGH;
        double a = base + f;
        double aLost = f - (a - base);
        double b = a - h;
        double bLost = a - b - h;
        double small = k * LN2_LOW - hLost + (aLost + bLost);
        return Math.fma(s, Math.fma(r(z), z, h), small) + b;
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
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = (DoubleVector) v;
            DoubleVector k = exponent(x);
            DoubleVector f = fraction(x);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector half = f.mul(0.5);
            DoubleVector h = half.mul(f);
            DoubleVector hLost = half.fma(f, h.neg());
            DoubleVector base = k.mul(LN2_HIGH);
            DoubleVector a = base.add(f);
            DoubleVector aLost = f.sub(a.sub(base));
            DoubleVector b = a.sub(h);
            DoubleVector bLost = a.sub(b).sub(h);
            DoubleVector small = k.mul(LN2_LOW).sub(hLost).add(aLost.add(bLost));
            DoubleVector r = z.lanewise(VectorOperators.FMA, C7, C6).lanewise(VectorOperators.FMA, z, C5)
                    .lanewise(VectorOperators.FMA, z, C4).lanewise(VectorOperators.FMA, z, C3)
                    .lanewise(VectorOperators.FMA, z, C2).lanewise(VectorOperators.FMA, z, C1);
            return (Vector<E>) s.fma(r.fma(z, h), small).add(b)
                    .blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY))
                    .blend(Double.NaN, x.compare(VectorOperators.GE, 0).not())
                    .blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
        }

        private static LongVector bits(DoubleVector x) {
            return x.blend(x.mul(SUBNORMAL_SCALE), x.compare(VectorOperators.LT, Double.MIN_NORMAL))
                    .reinterpretAsLongs();
        }

        private static DoubleVector exponent(DoubleVector x) {
            DoubleVector k = bits(x).sub(START).lanewise(VectorOperators.ASHR, FRACTION).add(INTEGER_BITS)
                    .reinterpretAsDoubles().sub(INTEGER);
            return k.blend(k.sub(SUBNORMAL_K), x.compare(VectorOperators.LT, Double.MIN_NORMAL));
        }

        private static DoubleVector fraction(DoubleVector x) {
            LongVector bits = bits(x);
            LongVector exponent = bits.sub(START).lanewise(VectorOperators.ASHR, FRACTION);
            return bits.sub(exponent.lanewise(VectorOperators.LSHL, FRACTION)).reinterpretAsDoubles().sub(1);
        }
    }
}
