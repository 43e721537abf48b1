package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * A binary32 to the power of another, within 0.6 ulp, as {@link Power64} has it, but by way of binary64, of which no
 * low parts are needed.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Power32 {
    private static final double C0 = 0x1.71547652bee7cp1;
    private static final double C1 = 0x1.ec709d123d59fp-1;
    private static final double C2 = 0x1.27778049aa556p-1;
    private static final double C3 = 0x1.a58d5f74b752ap-2;
    private static final double C4 = 0x1.5ceb13c82c41cp-2;

    private static final double E0 = 0x1.00000002614aep0;
    private static final double E1 = 0x1.62e430c7e8f05p-1;
    private static final double E2 = 0x1.ebfbdadcbfefp-3;
    private static final double E3 = 0x1.c6aed4b995cbep-5;
    private static final double E4 = 0x1.3b2dbbb63c6c5p-7;
    private static final double E5 = 0x1.5f456a7255bacp-10;
    private static final double E6 = 0x1.41d33a9c12837p-13;

    /** Of exponents, whose powers are beyond the floats' but not the doubles'. */
    private static final double MOST = 200;
    /** The logarithm of 0, as good as: times any float but 0 it is beyond {@link #MOST}. */
    private static final double LOG_ZERO = -0x1p200;
    /** Up to here adding {@link Exp64#TO_INTEGER} leaves the nearest integer in the low bits. */
    private static final double LIMIT = 0x1p50;
    private static final int SIGN = 63;

    private Power32() {}

    static float of(float x, float y) {
        if (y == 0 || x == 1) {
            return 1;
        }
        if (Float.isNaN(x) || Float.isNaN(y)) {
            return Float.NaN;
        }
        if (y == 2) {
            return x * x;
        }
        double absolute = Math.abs(x);
        boolean odd = Math.abs(y) < 0x1p24f && y == Math.rint(y) && ((long) y & 1) != 0;
        float value;
        if (absolute == 0 || absolute == Double.POSITIVE_INFINITY) {
            value = absolute == 0 == y > 0 ? 0 : Float.POSITIVE_INFINITY;
        } else if (x < 0 && y != Math.rint(y)) {
            return Float.NaN;
        } else if (Float.isInfinite(y)) {
            value = absolute == 1 ? 1 : absolute > 1 == y > 0 ? Float.POSITIVE_INFINITY : 0;
        } else {
            value = (float) two(y * log(absolute));
        }
        return odd ? Math.copySign(value, x) : value;
    }

    private static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long exponent = bits - Log64.START >> Log64.FRACTION;
        double k = Double.longBitsToDouble(exponent + Log64.INTEGER_BITS) - Log64.INTEGER;
        double m = Double.longBitsToDouble(bits - (exponent << Log64.FRACTION));
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double w = Math.fma(Math.fma(Math.fma(Math.fma(z, C4, C3), z, C2), z, C1), z, C0);
        return Math.fma(s, w, k);
    }

    private static double two(double y) {
        double inside = y > MOST ? MOST : y < -MOST ? -MOST : y;
        double shifted = inside + Exp64.TO_INTEGER;
        double r = inside - (shifted - Exp64.TO_INTEGER);
        double e = Math.fma(Math.fma(Math.fma(r, E6, E5), r, E4), r, E3);
        e = Math.fma(Math.fma(Math.fma(e, r, E2), r, E1), r, E0);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(e) + (Double.doubleToRawLongBits(shifted) << Log64.FRACTION));
    }

    /** The same, of vectors of binary32 made binary64, whose exponents are not 0, NaN or huge. */
    static final class Vectors implements VectorPairFunction {
        @Override
        public boolean widens() {
            return true;
        }

        @Override
        public boolean declines(Vector<?> a, Vector<?> b) {
            DoubleVector y = ((DoubleVector) b).abs();
            return !((DoubleVector) a).abs().compare(VectorOperators.LT, Double.POSITIVE_INFINITY)
                    .and(y.compare(VectorOperators.LT, LIMIT)).and(y.compare(VectorOperators.GT, 0)).allTrue();
        }

        @Override
        @SuppressWarnings("unchecked") // widened to double
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            DoubleVector x = (DoubleVector) a;
            DoubleVector y = (DoubleVector) b;
            DoubleVector power = y.mul(log(x.abs()));
            DoubleVector inside = power.blend(MOST, power.compare(VectorOperators.GT, MOST))
                    .blend(-MOST, power.compare(VectorOperators.LT, -MOST));
            DoubleVector nearest = inside.add(Exp64.TO_INTEGER);
            DoubleVector r = inside.sub(nearest.sub(Exp64.TO_INTEGER));
            DoubleVector e = r.lanewise(VectorOperators.FMA, E6, E5).lanewise(VectorOperators.FMA, r, E4)
                    .lanewise(VectorOperators.FMA, r, E3).lanewise(VectorOperators.FMA, r, E2)
                    .lanewise(VectorOperators.FMA, r, E1).lanewise(VectorOperators.FMA, r, E0);
            LongVector value = e.reinterpretAsLongs()
                    .add(nearest.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Log64.FRACTION));
            DoubleVector shifted = y.add(Exp64.TO_INTEGER);
            VectorMask<Double> whole = shifted.sub(Exp64.TO_INTEGER).compare(VectorOperators.EQ, y);
            LongVector sign = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, SIGN)
                    .and(x.reinterpretAsLongs());
            VectorMask<Double> negative = x.compare(VectorOperators.LT, 0);
            return (Vector<E>) value.reinterpretAsDoubles().blend(value.or(sign).reinterpretAsDoubles(), whole)
                    .blend(Double.NaN, negative.andNot(whole))
                    .blend(x.mul(x), y.compare(VectorOperators.EQ, 2));
        }

        private static DoubleVector log(DoubleVector x) {
            LongVector bits = x.reinterpretAsLongs();
            LongVector exponent = bits.sub(Log64.START).lanewise(VectorOperators.ASHR, Log64.FRACTION);
            DoubleVector k = exponent.add(Log64.INTEGER_BITS).reinterpretAsDoubles().sub(Log64.INTEGER)
                    .blend(LOG_ZERO, x.compare(VectorOperators.EQ, 0));
            DoubleVector m = bits.sub(exponent.lanewise(VectorOperators.LSHL, Log64.FRACTION)).reinterpretAsDoubles();
            DoubleVector s = m.sub(1).div(m.add(1));
            DoubleVector z = s.mul(s);
            return z.lanewise(VectorOperators.FMA, C4, C3).lanewise(VectorOperators.FMA, z, C2)
                    .lanewise(VectorOperators.FMA, z, C1).lanewise(VectorOperators.FMA, z, C0).fma(s, k);
        }
    }
}
