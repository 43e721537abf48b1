package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Sine, cosine and tangent of a binary64, the first two within 0.75 ulp, the tangent within 0.85. |x| is k halves of pi
 * and a rest, which two doubles hold: up to {@link #LIMIT} by subtracting k times half of pi in three parts, beyond by
 * {@link HugeAngle}. Of the rest the sine and the cosine are polynomials near the best ones; k says which of them is
 * the result, and its sign. The tangent is their quotient, and what both lose is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Trig64 {
    /** Up to here k has bits to spare and the three parts of half of pi suffice. */
    static final double LIMIT = 0x1p45;
    private static final double TWO_BY_PI = 0x1.45f306dc9c883p-1;
    static final double HALF_PI_1 = 0x1.921fb54442d18p0;
    static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
    static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;
    /** Added to a smaller number, it leaves the nearest integer in the sum's low bits. */
    private static final double TO_INTEGER = 0x1.8p52;
    private static final int SIGN = 63;
    /** Instead of quarter turns: the tangent. */
    private static final int TANGENT = 2;

    private static final double S1 = -0x1.5555555555549p-3;
    private static final double S2 = 0x1.111111110f83ep-7;
    private static final double S3 = -0x1.a01a019c09b65p-13;
    private static final double S4 = 0x1.71de3570a0718p-19;
    private static final double S5 = -0x1.ae5e607ffca8p-26;
    private static final double S6 = 0x1.5d914b412591cp-33;

    private static final double C1 = 0x1.5555555555552p-5;
    private static final double C2 = -0x1.6c16c16c15faap-10;
    private static final double C3 = 0x1.a01a019e116cep-16;
    private static final double C4 = -0x1.27e4f904a5917p-22;
    private static final double C5 = 0x1.1eea9376335f3p-29;
    private static final double C6 = -0x1.9003b82d88b3dp-37;

    private Trig64() {}

    static double sin(double x) {
        double value = of(Math.abs(x), 0);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(value) ^ Double.doubleToRawLongBits(x) >>> SIGN << SIGN);
    }

    static double cos(double x) {
        return of(Math.abs(x), 1);
    }

    static double tan(double x) {
        double value = of(Math.abs(x), TANGENT);
        return Double
                .longBitsToDouble(Double.doubleToRawLongBits(value) ^ Double.doubleToRawLongBits(x) >>> SIGN << SIGN);
    }

    /** The sine of {@code x >= 0} and {@code turns} quarter turns, or its tangent. */
    private static double of(double x, int turns) {
        if (!(x <= LIMIT)) {
            return x < Double.POSITIVE_INFINITY ? HugeAngle.of(x, turns) : Double.NaN;
        }
        double shifted = Math.fma(x, TWO_BY_PI, TO_INTEGER);
        double k = shifted - TO_INTEGER;
        double first = Math.fma(-k, HALF_PI_1, x); // exact
        double second = k * HALF_PI_2;
        double secondLost = Math.fma(k, HALF_PI_2, -second);
        double high = first - second;
        double taken = high - first;
        double lost = first - (high - taken) - (taken + second);
        double low = Math.fma(-k, HALF_PI_3, lost - secondLost);
        double r = high + low;
        return of(r, high - r + low, Double.doubleToRawLongBits(shifted), turns);
    }

    /** The sine of {@code quarters + turns} quarter turns and the angle {@code r + c}, or its tangent. */
    static double of(double r, double c, long quarters, int turns) {
        return turns == TANGENT ? tangent(r, c, quarters) : sine(r, c, quarters + turns);
    }

    /** The sine of {@code quarters} quarter turns and the angle {@code r + c}, of at most an eighth turn. */
    private static double sine(double r, double c, long quarters) {
        double z = r * r;
        double halfZ = z * 0.5;
        double sum = 1 - halfZ;
        double value;
        if ((quarters & 1) == 0) {
            value = Math.fma(z * r, s(z), c * sum) + r;
        } else {
            double zLost = Math.fma(r, r, -z) * 0.5;
            value = Math.fma(z * z, c(z), 1 - sum - halfZ - Math.fma(r, c, zLost)) + sum;
        }
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ (quarters & 2) << SIGN - 1);
    }

    /** The tangent of {@code quarters} quarter turns and the angle {@code r + c}, of at most an eighth turn. */
    private static double tangent(double r, double c, long quarters) {
        double z = r * r;
        double halfZ = z * 0.5;
        double one = 1 - halfZ;
        double sineTail = Math.fma(z * r, s(z), c * one);
        double sine = r + sineTail;
        double sineLost = sineTail - (sine - r);
        double zLost = Math.fma(r, r, -z) * 0.5;
        double cosineTail = Math.fma(z * z, c(z), 1 - one - halfZ - Math.fma(r, c, zLost));
        double cosine = one + cosineTail;
        double cosineLost = cosineTail - (cosine - one);
        boolean odd = (quarters & 1) != 0;
        double value = odd ? quotient(cosine, cosineLost, sine, sineLost)
                : quotient(sine, sineLost, cosine, cosineLost);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ quarters << SIGN);
    }

    /** Returns {@code (n + nLost) / (d + dLost)}. */
    private static double quotient(double n, double nLost, double d, double dLost) {
        double inverse = 1 / d;
        double value = n * inverse;
        double left = Math.fma(value, -d, n) + (nLost - value * dLost);
        return Math.fma(left, inverse, value);
    }

    private static double s(double z) {
        double s = Math.fma(z, S6, S5);
        s = Math.fma(s, z, S4);
        s = Math.fma(s, z, S3);
        s = Math.fma(s, z, S2);
        return Math.fma(s, z, S1);
    }

    private static double c(double z) {
        double c = Math.fma(z, C6, C5);
        c = Math.fma(c, z, C4);
        c = Math.fma(c, z, C3);
        c = Math.fma(c, z, C2);
        return Math.fma(c, z, C1);
    }

    /**
     * The same, of vectors whose lanes are all within {@link #LIMIT}: the sine of so many quarter turns more, or
     * the tangent.
     */
    static final class Vectors implements VectorFunction {
        private final int turns;

        Vectors(int turns) {
            this.turns = turns;
        }

        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.of((DoubleVector) v).abs().compare(VectorOperators.LE, LIMIT).not();
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v).abs();
            DoubleVector shifted = x.lanewise(VectorOperators.FMA, TWO_BY_PI, TO_INTEGER);
            DoubleVector k = shifted.sub(TO_INTEGER);
            DoubleVector minusK = k.neg();
            DoubleVector first = minusK.lanewise(VectorOperators.FMA, HALF_PI_1, x);
            DoubleVector second = k.mul(HALF_PI_2);
            DoubleVector secondLost = k.lanewise(VectorOperators.FMA, HALF_PI_2, second.neg());
            DoubleVector high = first.sub(second);
            DoubleVector taken = high.sub(first);
            DoubleVector lost = first.sub(high.sub(taken)).sub(taken.add(second));
            DoubleVector low = minusK.lanewise(VectorOperators.FMA, HALF_PI_3, lost.sub(secondLost));
            DoubleVector r = high.add(low);
            DoubleVector c = high.sub(r).add(low);
            LongVector sign = Exact.longs(Exact.of((DoubleVector) v)).and(turns == 1 ? 0 : Long.MIN_VALUE);
            LongVector quarters = Exact.longs(shifted);
            return (Vector<E>) (turns == TANGENT ? tangent(r, c, quarters, sign)
                    : sine(r, c, quarters.add(turns), sign));
        }

        /** With its polynomials in place: they come where the compiler inlines no method of ours any more. */
        private static DoubleVector sine(DoubleVector r, DoubleVector c, LongVector quarters, LongVector signs) {
            DoubleVector z = r.mul(r);
            DoubleVector sines = z.lanewise(VectorOperators.FMA, S6, S5).lanewise(VectorOperators.FMA, z, S4)
                    .lanewise(VectorOperators.FMA, z, S3).lanewise(VectorOperators.FMA, z, S2)
                    .lanewise(VectorOperators.FMA, z, S1);
            DoubleVector cosines = z.lanewise(VectorOperators.FMA, C6, C5).lanewise(VectorOperators.FMA, z, C4)
                    .lanewise(VectorOperators.FMA, z, C3).lanewise(VectorOperators.FMA, z, C2)
                    .lanewise(VectorOperators.FMA, z, C1);
            DoubleVector halfZ = z.mul(0.5);
            DoubleVector sum = halfZ.neg().add(1);
            DoubleVector even = z.mul(r).fma(sines, c.mul(sum)).add(r);
            DoubleVector zLost = r.fma(r, z.neg()).mul(0.5);
            DoubleVector odd = z.mul(z).fma(cosines, sum.neg().add(1).sub(halfZ).sub(r.fma(c, zLost))).add(sum);
            LongVector sign = quarters.and(2).lanewise(VectorOperators.LSHL, SIGN - 1)
                    .lanewise(VectorOperators.XOR, signs);
            DoubleVector value = even.blend(odd, quarters.and(1).compare(VectorOperators.NE, 0).cast(r.species()));
            return ((LongVector) Exact.LONGS.cast(value.reinterpretAsLongs()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
        }

        private static DoubleVector tangent(DoubleVector r, DoubleVector c, LongVector quarters, LongVector signs) {
            DoubleVector z = r.mul(r);
            DoubleVector sines = s(z);
            DoubleVector cosines = c(z);
            DoubleVector halfZ = z.mul(0.5);
            DoubleVector one = halfZ.neg().add(1);
            DoubleVector sineTail = z.mul(r).fma(sines, c.mul(one));
            DoubleVector sine = r.add(sineTail);
            DoubleVector sineLost = sineTail.sub(sine.sub(r));
            DoubleVector zLost = r.fma(r, z.neg()).mul(0.5);
            DoubleVector cosineTail = z.mul(z).fma(cosines, one.neg().add(1).sub(halfZ).sub(r.fma(c, zLost)));
            DoubleVector cosine = one.add(cosineTail);
            DoubleVector cosineLost = cosineTail.sub(cosine.sub(one));
            VectorMask<Double> odd = quarters.and(1).compare(VectorOperators.NE, 0).cast(r.species());
            DoubleVector d = cosine.blend(sine, odd);
            DoubleVector inverse = r.broadcast(1).div(d);
            DoubleVector n = sine.blend(cosine, odd);
            DoubleVector value = n.mul(inverse);
            DoubleVector lost = sineLost.blend(cosineLost, odd).sub(value.mul(cosineLost.blend(sineLost, odd)));
            LongVector sign = quarters.lanewise(VectorOperators.LSHL, SIGN).lanewise(VectorOperators.XOR, signs);
            return ((LongVector) Exact.LONGS
                    .cast(value.fma(d.neg(), n).add(lost).fma(inverse, value).reinterpretAsLongs()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
        }

        private static DoubleVector s(DoubleVector z) {
            return z.lanewise(VectorOperators.FMA, S6, S5).lanewise(VectorOperators.FMA, z, S4)
                    .lanewise(VectorOperators.FMA, z, S3).lanewise(VectorOperators.FMA, z, S2)
                    .lanewise(VectorOperators.FMA, z, S1);
        }

        private static DoubleVector c(DoubleVector z) {
            return z.lanewise(VectorOperators.FMA, C6, C5).lanewise(VectorOperators.FMA, z, C4)
                    .lanewise(VectorOperators.FMA, z, C3).lanewise(VectorOperators.FMA, z, C2)
                    .lanewise(VectorOperators.FMA, z, C1);
        }
    }
}
