package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * e to the power of a binary64, within 0.75 ulp. x is k ln 2 + r with |r| at most half of ln 2; e to the r is 1 + r +
 * r^2/2 + r^3 q(r), whose polynomial is near the best one; what adding and reducing lose is carried along, and k is
 * added to the exponent.
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
    /** Below, powers are made greater by a factor, and less by a multiplication that rounds. */
    private static final double SMALL = -700;
    private static final double SMALL_TWO = -1000;
    private static final long RAISED = 100L << 52;
    private static final double LOWERED = 0x1p-100;
    /** Makes infinity of what is greater than 1. */
    private static final double HUGE = Double.MAX_VALUE;
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
        if (!(x <= MOST)) {
            return x * HUGE;
        }
        if (x <= LEAST) {
            return 0;
        }
        double shifted = Math.fma(x, LOG2_E, TO_INTEGER);
        double k = shifted - TO_INTEGER;
        double high = Math.fma(k, -LN2_HIGH, x);
        double r = Math.fma(k, -LN2_LOW, high);
        return scaled(r, Math.fma(k, -LN2_LOW, high - r), shifted, x < SMALL);
    }

    /** 2 to the power of {@code x}: its fraction times ln 2, as two numbers, is r. */
    static double two(double x) {
        if (!(x <= MOST_TWO)) {
            return x * HUGE;
        }
        if (x <= LEAST_TWO) {
            return 0;
        }
        double shifted = x + TO_INTEGER;
        double fraction = x - (shifted - TO_INTEGER);
        double r = fraction * LN2;
        return scaled(r, Math.fma(fraction, LN2_REST, Math.fma(fraction, LN2, -r)), shifted,
                x < SMALL_TWO);
    }

    static double scaled(double r, double lost, double shifted, boolean small) {
        double tail = Math.fma(r * r, Math.fma(q(r), r, 0.5), lost);
        double sum = r + 1;
        long bits = Double.doubleToRawLongBits(r - (sum - 1) + tail + sum)
                + (Double.doubleToRawLongBits(shifted) << FRACTION);
        return small ? Double.longBitsToDouble(bits + RAISED) * LOWERED : Double.longBitsToDouble(bits);
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
    static final class Vectors implements VectorFunction.Careful {
        private final boolean two;
        private final double most;
        private final double least;
        private final double small;

        /** @param two whether the base is 2; otherwise it is e */
        Vectors(boolean two) {
            this.two = two;
            this.most = two ? MOST_TWO : MOST;
            this.least = two ? LEAST_TWO : LEAST;
            this.small = two ? SMALL_TWO : SMALL;
        }

        /** Those of great size. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            return Exact.of((DoubleVector) v).abs().compare(VectorOperators.LE, -small).not();
        }

        @Override
        public @Nullable VectorMask<?> left(Vector<?> v) {
            return null;
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            return (Vector<E>) (DoubleVector) Exact.DOUBLES
                    .cast(power(Exact.of((DoubleVector) v)).reinterpretAsDoubles());
        }

        /** The bits of 2 to the power of a number whose power's bits these are, if it is no subnormal number. */
        private LongVector power(DoubleVector x) {
            DoubleVector shifted = shifted(x);
            LongVector bits = Exact.longs(shifted).lanewise(VectorOperators.LSHL, FRACTION);
            DoubleVector k = shifted.sub(TO_INTEGER);
            DoubleVector high = high(x, k);
            DoubleVector r = r(k, high);
            DoubleVector q = q(r);
            DoubleVector lost = lost(k, high, r);
            DoubleVector tail = r.mul(r).fma(q.lanewise(VectorOperators.FMA, r, 0.5), lost);
            DoubleVector sum = r.add(1);
            return ((LongVector) Exact.LONGS.cast(r.sub(sum.sub(1)).add(tail).add(sum).reinterpretAsLongs())).add(bits);
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public <E> Vector<E> careful(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            LongVector bits = power(x);
            VectorMask<Double> low = x.compare(VectorOperators.LT, small);
            DoubleVector scaled = (DoubleVector) Exact.DOUBLES.cast(
                    bits.lanewise(VectorOperators.ADD, RAISED, low.cast(bits.species())).reinterpretAsDoubles());
            return (Vector<E>) x.mul(HUGE)
                    .blend(scaled.lanewise(VectorOperators.MUL, LOWERED, low), x.compare(VectorOperators.LE, most))
                    .blend(0, x.compare(VectorOperators.LE, least));
        }

        private DoubleVector shifted(DoubleVector x) {
            return two ? x.add(TO_INTEGER) : x.lanewise(VectorOperators.FMA, LOG2_E, TO_INTEGER);
        }

        private DoubleVector high(DoubleVector x, DoubleVector k) {
            return two ? x.sub(k) : k.lanewise(VectorOperators.FMA, -LN2_HIGH, x);
        }

        private DoubleVector r(DoubleVector k, DoubleVector high) {
            return two ? high.mul(LN2) : k.lanewise(VectorOperators.FMA, -LN2_LOW, high);
        }

        private DoubleVector lost(DoubleVector k, DoubleVector high, DoubleVector r) {
            return two ? high.lanewise(VectorOperators.FMA, LN2_REST, high.lanewise(VectorOperators.FMA, LN2, r.neg()))
                    : k.lanewise(VectorOperators.FMA, -LN2_LOW, high.sub(r));
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
