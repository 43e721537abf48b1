package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * Logarithms of a binary64 to bases other than e, within 0.8 ulp. As in {@link Log64} x is 2 to the k times 1 + f; the
 * natural logarithm of 1 + f as two numbers, times the two of the inverse of the base's, is added to k times that of
 * 2. Powers of 2, and of 10 that are numbers, have exact results.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class LogBase64 {
    static final double TWO_HIGH = 0x1.71547652b82fep0;
    static final double TWO_LOW = 0x1.777d0ffda0d24p-56;
    private static final double TEN_HIGH = 0x1.bcb7b1526e50ep-2;
    private static final double TEN_LOW = 0x1.95355baaafad3p-57;
    /** The logarithm of 2 to base 10; of so few bits that its product with any k is exact. */
    private static final double LOG10_2_HIGH = 0x1.34413509f78p-2;
    private static final double LOG10_2_LOW = 0x1.fef311f12b358p-46;

    private LogBase64() {}

    static double two(double x) {
        return of(x, TWO_HIGH, TWO_LOW, 1, 0);
    }

    static double ten(double x) {
        return of(x, TEN_HIGH, TEN_LOW, LOG10_2_HIGH, LOG10_2_LOW);
    }

    private static double of(double x, double high, double low, double log2High, double log2Low) {
        if (!(x > 0)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? x * Log64.SUBNORMAL_SCALE : x);
        long exponent = bits - Log64.START >> Log64.FRACTION;
        double k = Double.longBitsToDouble(exponent + Log64.INTEGER_BITS) - Log64.INTEGER
                - (subnormal ? Log64.SUBNORMAL_K : 0);
        double f = Double.longBitsToDouble(bits - (exponent << Log64.FRACTION)) - 1;
        double s = f / (f + 2);
        double z = s * s;
        double half = f * 0.5;
        double h = half * f;
        double b = f - h;
        double lost = f - b - h - Math.fma(half, f, -h);
        double tail = Math.fma(s, Math.fma(Log64.r(z), z, h), lost);
        double y = b + tail;
        double yLost = b - y + tail;
        double p = y * high;
        double pLost = Math.fma(y, low, Math.fma(yLost, high, Math.fma(y, high, -p)));
        double base = k * log2High;
        double a = base + p;
        return a + Math.fma(k, log2Low, base - a + p + pLost);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        private final double high;
        private final double low;
        private final double log2High;
        private final double log2Low;

        /** @param two whether the base is 2; otherwise it is 10 */
        Vectors(boolean two) {
            high = two ? TWO_HIGH : TEN_HIGH;
            low = two ? TWO_LOW : TEN_LOW;
            log2High = two ? 1 : LOG10_2_HIGH;
            log2Low = two ? 0 : LOG10_2_LOW;
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            DoubleVector k = exponent(x);
            DoubleVector f = fraction(x);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector half = f.mul(0.5);
            DoubleVector h = half.mul(f);
            DoubleVector r = r(z);
            DoubleVector b = f.sub(h);
            DoubleVector lost = f.sub(b).sub(h).sub(half.fma(f, h.neg()));
            DoubleVector tail = s.fma(r.fma(z, h), lost);
            DoubleVector y = b.add(tail);
            DoubleVector yLost = b.sub(y).add(tail);
            DoubleVector p = y.mul(high);
            DoubleVector pLost = y.lanewise(VectorOperators.FMA, low,
                    yLost.lanewise(VectorOperators.FMA, high, y.lanewise(VectorOperators.FMA, high, p.neg())));
            DoubleVector base = k.mul(log2High);
            DoubleVector a = base.add(p);
            return (Vector<E>) a.add(k.lanewise(VectorOperators.FMA, log2Low, base.sub(a).add(p).add(pLost)))
                    .blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY))
                    .blend(Double.NaN, x.compare(VectorOperators.GE, 0).not())
                    .blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
        }

        private static LongVector bits(DoubleVector x) {
            return Exact.longs(x.blend(x.mul(Log64.SUBNORMAL_SCALE), x.compare(VectorOperators.LT, Double.MIN_NORMAL)));
        }

        private static DoubleVector exponent(DoubleVector x) {
            DoubleVector k = Exact.doubles(bits(x).sub(Log64.START).lanewise(VectorOperators.ASHR, Log64.FRACTION)
                    .add(Log64.INTEGER_BITS)).sub(Log64.INTEGER);
            return k.blend(k.sub(Log64.SUBNORMAL_K), x.compare(VectorOperators.LT, Double.MIN_NORMAL));
        }

        private static DoubleVector fraction(DoubleVector x) {
            LongVector bits = bits(x);
            LongVector exponent = bits.sub(Log64.START).lanewise(VectorOperators.ASHR, Log64.FRACTION);
            return Exact.doubles(bits.sub(exponent.lanewise(VectorOperators.LSHL, Log64.FRACTION))).sub(1);
        }

        private static DoubleVector r(DoubleVector z) {
            return z.lanewise(VectorOperators.FMA, Log64.C7, Log64.C6).lanewise(VectorOperators.FMA, z, Log64.C5)
                    .lanewise(VectorOperators.FMA, z, Log64.C4).lanewise(VectorOperators.FMA, z, Log64.C3)
                    .lanewise(VectorOperators.FMA, z, Log64.C2).lanewise(VectorOperators.FMA, z, Log64.C1);
        }
    }
}
