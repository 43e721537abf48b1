package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The natural logarithm of 1 and a binary64, within 0.8 ulp: as {@link Log64} has it of the sum, 2 to the k times 1 + f.
 * If k is 0, f is the number itself; otherwise what the sum lost, divided by 1 + f, is added.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class LogPlus64 {
    /** From this k on nothing that the sum lost counts. */
    private static final long GREAT = 1000;

    private LogPlus64() {}

    static double of(double x) {
        if (!(x > -1)) {
            return x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        double u = x + 1;
        double uLost = x - (u - 1);
        long bits = Double.doubleToRawLongBits(u);
        long exponent = bits - Log64.START >> Log64.FRACTION;
        double scale = Double.longBitsToDouble(Exp64.BIAS - Math.min(exponent, GREAT) << Log64.FRACTION);
        double c = exponent == 0 ? 0 : uLost * scale;
        double f = exponent == 0 ? x : Double.longBitsToDouble(bits - (exponent << Log64.FRACTION)) - 1;
        double k = Double.longBitsToDouble(exponent + Log64.INTEGER_BITS) - Log64.INTEGER;
        double s = f / (f + 2);
        double z = s * s;
        double half = f * 0.5;
        double h = half * f;
        double hLost = Math.fma(half, f, -h);
        double base = k * Log64.LN2_HIGH;
        double a = base + f;
        double aLost = f - (a - base);
        double b = a - h;
        double bLost = a - b - h;
        // 1 / (1 + f) is (1 - s) / (1 + s), of which the first terms do
        double small = Math.fma(c, Math.fma(z - s, 2, 1), Math.fma(k, Log64.LN2_LOW, aLost + bLost - hLost));
        return Math.copySign(Math.fma(s, Math.fma(Log64.r(z), z, h), small) + b, x);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = (DoubleVector) v;
            LongVector exponent = exponent(x);
            DoubleVector f = fraction(x, exponent);
            DoubleVector c = rest(x, exponent);
            DoubleVector k = exponent.add(Log64.INTEGER_BITS).reinterpretAsDoubles().sub(Log64.INTEGER);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector r = r(z);
            DoubleVector half = f.mul(0.5);
            DoubleVector h = half.mul(f);
            DoubleVector base = k.mul(Log64.LN2_HIGH);
            DoubleVector a = base.add(f);
            DoubleVector b = a.sub(h);
            DoubleVector lost = f.sub(a.sub(base)).add(a.sub(b).sub(h)).sub(half.fma(f, h.neg()));
            DoubleVector small = c.fma(z.sub(s).lanewise(VectorOperators.FMA, 2, 1),
                    k.lanewise(VectorOperators.FMA, Log64.LN2_LOW, lost));
            // 0 has the sign of its argument, and so has all else
            return (Vector<E>) s.fma(r.fma(z, h), small).add(b).reinterpretAsLongs()
                    .or(x.reinterpretAsLongs().and(Long.MIN_VALUE)).reinterpretAsDoubles();
        }

        /** Whether there is nan, -1 or below, or infinity. */
        @Override
        public boolean declines(Vector<?> v) {
            DoubleVector x = (DoubleVector) v;
            return !x.compare(VectorOperators.GT, -1).and(x.compare(VectorOperators.LT, Double.POSITIVE_INFINITY))
                    .allTrue();
        }

        private static LongVector exponent(DoubleVector x) {
            return x.add(1).reinterpretAsLongs().sub(Log64.START).lanewise(VectorOperators.ASHR, Log64.FRACTION);
        }

        private static DoubleVector fraction(DoubleVector x, LongVector exponent) {
            return x.add(1).reinterpretAsLongs().sub(exponent.lanewise(VectorOperators.LSHL, Log64.FRACTION))
                    .reinterpretAsDoubles().sub(1).blend(x, exponent.compare(VectorOperators.EQ, 0).cast(x.species()));
        }

        private static DoubleVector rest(DoubleVector x, LongVector exponent) {
            DoubleVector lost = x.sub(x.add(1).sub(1));
            DoubleVector scale = exponent.min(GREAT).neg().add(Exp64.BIAS)
                    .lanewise(VectorOperators.LSHL, Log64.FRACTION).reinterpretAsDoubles();
            return lost.mul(scale).blend(0, exponent.compare(VectorOperators.EQ, 0).cast(x.species()));
        }

        private static DoubleVector r(DoubleVector z) {
            return z.lanewise(VectorOperators.FMA, Log64.C7, Log64.C6).lanewise(VectorOperators.FMA, z, Log64.C5)
                    .lanewise(VectorOperators.FMA, z, Log64.C4).lanewise(VectorOperators.FMA, z, Log64.C3)
                    .lanewise(VectorOperators.FMA, z, Log64.C2).lanewise(VectorOperators.FMA, z, Log64.C1);
        }
    }
}
