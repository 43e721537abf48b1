package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * e to the power of a binary64, within 0.75 ulp. x is k ln 2 + r with |r| at most half of ln 2; e to the r is 1 + r +
 * r^2/2 + r^3 q(r), whose polynomial is near the best one; what adding and reducing lose is carried along, and 2 to
 * the k is multiplied in two halves, so that subnormal results are rounded once.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Exp64 {
    /** Greatest argument of a finite result. */
    static final double MOST = 0x1.62e42fefa39efp9;
    /** From here down results are 0. */
    static final double LEAST = -0x1.74910d52d3053p9;
    /** Greatest exponent of 2 with a finite power. */
    private static final double MOST_TWO = 0x1.fffffffffffffp9;
    /** From here down powers of 2 are 0. */
    private static final double LEAST_TWO = -0x1.0ccp10;
    static final double LOG2_E = 0x1.71547652b82fep0;
    /** Of 42 bits: its product with any k is exact. */
    static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    static final double LN2_LOW = 0x1.ef35793c7673p-45;
    static final double LN2 = 0x1.62e42fefa39efp-1;
    static final double LN2_REST = 0x1.abc9e3b39803fp-56;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    static final double TO_INTEGER = 0x1.8p52;
    static final long BIAS = 1023;
    static final int FRACTION = 52;

    static final double C3 = 0x1.5555555555556p-3;
    static final double C4 = 0x1.5555555555555p-5;
    static final double C5 = 0x1.11111111109b3p-7;
    static final double C6 = 0x1.6c16c16c167e1p-10;
    static final double C7 = 0x1.a01a01a7c41d5p-13;
    static final double C8 = 0x1.a01a01a47b054p-16;
    static final double C9 = 0x1.71de0dae63bb3p-19;
    static final double C10 = 0x1.27e4e1f48534fp-22;
    static final double C11 = 0x1.af38a9b0ec855p-26;
    static final double C12 = 0x1.1f66df7fca49fp-29;

    private Exp64() {}

    static double of(double x) {
        if (x > MOST) {
            return Double.POSITIVE_INFINITY;
        }
        if (x <= LEAST) {
            return 0;
        }
        double shifted = Math.fma(x, LOG2_E, TO_INTEGER);
        double k = shifted - TO_INTEGER;
        double high = Math.fma(-k, LN2_HIGH, x);
        double low = k * LN2_LOW;
        double r = high - low;
        return scaled(r, high - r - low, shifted);
    }

    /** 2 to the power of {@code x}: its fraction times ln 2, as two numbers, is r. */
    static double two(double x) {
        if (x > MOST_TWO) {
            return Double.POSITIVE_INFINITY;
        }
        if (x <= LEAST_TWO) {
            return 0;
        }
        double shifted = x + TO_INTEGER;
        double fraction = x - (shifted - TO_INTEGER);
        double r = fraction * LN2;
        return scaled(r, Math.fma(fraction, LN2_REST, Math.fma(fraction, LN2, -r)), shifted);
    }

    static double scaled(double r, double lost, double shifted) {
        double tail = Math.fma(r * r, Math.fma(q(r), r, 0.5), lost);
        double sum = r + 1;
        double value = 1 - sum + r + tail + sum;
        long bits = Double.doubleToRawLongBits(shifted) << FRACTION;
        long half = bits >> FRACTION + 1;
        long rest = (bits >> FRACTION) - half;
        return value * Double.longBitsToDouble(half + BIAS << FRACTION)
                * Double.longBitsToDouble(rest + BIAS << FRACTION);
    }

    static double q(double r) {
        double q = Math.fma(r, C12, C11);
        q = Math.fma(q, r, C10);
        q = Math.fma(q, r, C9);
        q = Math.fma(q, r, C8);
        q = Math.fma(q, r, C7);
        q = Math.fma(q, r, C6);
        q = Math.fma(q, r, C5);
        q = Math.fma(q, r, C4);
        return Math.fma(q, r, C3);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        private final boolean two;
        private final double most;
        private final double least;

        /** @param two whether the base is 2; otherwise it is e */
        Vectors(boolean two) {
            this.two = two;
            this.most = two ? MOST_TWO : MOST;
            this.least = two ? LEAST_TWO : LEAST;
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = (DoubleVector) v;
            DoubleVector shifted = shifted(x);
            DoubleVector k = shifted.sub(TO_INTEGER);
            DoubleVector high = high(x, k);
            DoubleVector low = low(k, high);
            DoubleVector r = two ? low : high.sub(low);
            DoubleVector q = q(r);
            DoubleVector lost = two ? lost(high, low) : high.sub(r).sub(low);
            DoubleVector tail = r.mul(r).fma(q.lanewise(VectorOperators.FMA, r, 0.5), lost);
            DoubleVector sum = r.add(1);
            DoubleVector value = sum.neg().add(1).add(r).add(tail).add(sum);
            LongVector bits = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, FRACTION);
            LongVector half = bits.lanewise(VectorOperators.ASHR, FRACTION + 1);
            LongVector rest = bits.lanewise(VectorOperators.ASHR, FRACTION).sub(half);
            return (Vector<E>) value
                    .mul(half.add(BIAS).lanewise(VectorOperators.LSHL, FRACTION).reinterpretAsDoubles())
                    .mul(rest.add(BIAS).lanewise(VectorOperators.LSHL, FRACTION).reinterpretAsDoubles())
                    .blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, most))
                    .blend(0, x.compare(VectorOperators.LE, least));
        }

        private DoubleVector shifted(DoubleVector x) {
            return two ? x.add(TO_INTEGER) : x.lanewise(VectorOperators.FMA, LOG2_E, TO_INTEGER);
        }

        private DoubleVector high(DoubleVector x, DoubleVector k) {
            return two ? x.sub(k) : k.neg().lanewise(VectorOperators.FMA, LN2_HIGH, x);
        }

        private DoubleVector low(DoubleVector k, DoubleVector high) {
            return two ? high.mul(LN2) : k.mul(LN2_LOW);
        }

        private static DoubleVector lost(DoubleVector fraction, DoubleVector r) {
            return fraction.lanewise(VectorOperators.FMA, LN2_REST,
                    fraction.lanewise(VectorOperators.FMA, LN2, r.neg()));
        }

        private static DoubleVector q(DoubleVector r) {
            DoubleVector low = r.lanewise(VectorOperators.FMA, C12, C11).lanewise(VectorOperators.FMA, r, C10)
                    .lanewise(VectorOperators.FMA, r, C9).lanewise(VectorOperators.FMA, r, C8);
            return low.lanewise(VectorOperators.FMA, r, C7).lanewise(VectorOperators.FMA, r, C6)
                    .lanewise(VectorOperators.FMA, r, C5).lanewise(VectorOperators.FMA, r, C4)
                    .lanewise(VectorOperators.FMA, r, C3);
        }
    }
}
