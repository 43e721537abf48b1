package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The arc tangent of a binary64, and of the quotient of two, within 0.75 ulp: of t up to a half, pi/4 and that of
 * (t - 1) / (t + 1) up to 2, pi/2 and that of -1/t beyond. Up to a half it is t + t^3 p(t^2), whose polynomial is near
 * the best one; what quotients and the sum lose is carried along. Of a point, t is the lesser coordinate by the
 * greater one, and multiples of a quarter of pi say where it lies.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Atan64 {
    /** From here on the result is half of pi. */
    private static final double MOST = 0x1p60;
    /** From here to {@link #GREATEST} neither sums of coordinates nor inverses leave the normal numbers. */
    private static final double LEAST = 0x1p-1000;
    private static final double GREATEST = 0x1p1000;
    /** Of a greater sum the greater part is more than {@link #LEAST}. */
    private static final double SUM = 2 * LEAST;
    /** A t below it is its own arc tangent. */
    private static final double TINY = 0x1p-60;
    private static final double UP = 0x1p600;
    private static final double DOWN = 0x1p-600;
    private static final double HALF_PI = 0x1.921fb54442d18p0;
    private static final double QUARTER_PI = 0x1.921fb54442d18p-1;
    private static final double QUARTER_PI_LOW = 0x1.1a62633145c07p-55;
    /** What half of pi is more than {@link #HALF_PI}, as its part. */
    private static final double LOW_BY_HIGH = 0x1.678afae35cdd1p-55;
    /** Less a number's bits, it is about the bits of its inverse: within an eighth. */
    private static final long INVERSE = 0x7FDE_6238_22FC_16E6L;
    private static final long SIGN = Long.MIN_VALUE;

    private static final double P1 = -0x1.5555555555525p-2;
    private static final double P2 = 0x1.999999999274bp-3;
    private static final double P3 = -0x1.24924921be639p-3;
    private static final double P4 = 0x1.c71c70ac49ad2p-4;
    private static final double P5 = -0x1.745cf71ae6da6p-4;
    private static final double P6 = 0x1.3b115dac696a4p-4;
    private static final double P7 = -0x1.10f44332f75ep-4;
    private static final double P8 = 0x1.dff778c950394p-5;
    private static final double P9 = -0x1.a3d166f036b53p-5;
    private static final double P10 = 0x1.57896f18429d7p-5;
    private static final double P11 = -0x1.c3388813f8b78p-6;
    private static final double P12 = 0x1.4dc4e482252f7p-7;

    private Atan64() {}

    static double of(double x) {
        double a = Math.abs(x);
        boolean middle = a > 0.5;
        boolean far = a > 2;
        double most = a > MOST ? MOST : a;
        double one = far ? 0 : 1;
        double other = middle ? most : 0;
        double near = middle ? most - 1 : most;
        double n = far ? -1 : near;
        double base = far ? HALF_PI : middle ? QUARTER_PI : 0;
        double t = n / (one + other);
        double rest = Math.fma(other, -t, Math.fma(one, -t, n));
        double tail = tail(t, rest, one + other);
        double sum = base + t;
        double value = Math.fma(base, LOW_BY_HIGH, t - (sum - base)) + tail + sum;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ Double.doubleToRawLongBits(x) & SIGN);
    }

    /** Returns the angle of the point, from -pi to pi. */
    static double of(double y, double x) {
        double height = Math.abs(y);
        double width = Math.abs(x);
        boolean steep = height > width;
        double large = steep ? height : width;
        double small = steep ? width : height;
        boolean left = Double.doubleToRawLongBits(x) < 0;
        if (!(large >= LEAST && large <= GREATEST)) {
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return Double.NaN;
            }
            if (small == large) {
                small = large == 0 ? 0 : 1;
                large = 1;
            } else if (small < large * TINY) {
                small /= large;
                large = 1;
            } else {
                double scale = large > 1 ? DOWN : UP;
                small *= scale;
                large *= scale;
            }
        }
        return of(y, small, large, steep, left);
    }

    /** As above, where {@code y} gives the sign, and neither is so great or so small that a sum or quotient is not. */
    private static double of(double y, double small, double large, boolean steep, boolean left) {
        boolean turned = steep != left;
        boolean middle = small > large * 0.5;
        double other = middle ? small : 0;
        double n = middle ? small - large : small;
        double d = large + other;
        double t = n / d;
        double tail = tail(t, rest(t, n, d, other - (d - large)), d);
        double turn = turned ? -1 : 1;
        double start = steep ? 2 : left ? 4 : 0;
        double quarters = middle ? start + turn : start;
        double base = quarters * QUARTER_PI;
        double low = Math.fma(quarters, QUARTER_PI_LOW, Math.fma(quarters, QUARTER_PI, -base));
        double sum = Math.fma(t, turn, base);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(Math.fma(tail, turn, Math.fma(t, turn, base - sum) + low) + sum)
                        ^ Double.doubleToRawLongBits(y) & SIGN);
    }

    /** Returns the arc tangent of {@code t + rest / d}, less t. */
    private static double tail(double t, double rest, double d) {
        double z = t * t;
        double p = p(z);
        return Math.fma(t * z, p, rest * Double.longBitsToDouble(INVERSE - Double.doubleToRawLongBits(d)));
    }

    /** Returns what {@code t (d + dLost)} leaves of n. */
    private static double rest(double t, double n, double d, double dLost) {
        return Math.fma(t, -d, n) - t * dLost;
    }

    private static double p(double z) {
        double z2 = z * z;
        double z4 = z2 * z2;
        double first = Math.fma(Math.fma(z, P4, P3), z2, Math.fma(z, P2, P1));
        double second = Math.fma(Math.fma(z, P8, P7), z2, Math.fma(z, P6, P5));
        double third = Math.fma(Math.fma(z, P12, P11), z2, Math.fma(z, P10, P9));
        return Math.fma(Math.fma(third, z4, second), z4, first);
    }

    /** The same, of vectors; of pairs, where the sum of each is between {@link #SUM} and {@link #GREATEST}. */
    static final class Vectors implements VectorFunction, VectorPairFunction {
        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            LongVector sign = sign(x);
            DoubleVector a = x.abs();
            VectorMask<Double> middle = a.compare(VectorOperators.GT, 0.5);
            VectorMask<Double> far = a.compare(VectorOperators.GT, 2);
            DoubleVector most = a.blend(MOST, a.compare(VectorOperators.GT, MOST));
            DoubleVector one = x.broadcast(1).blend(0, far);
            DoubleVector other = most.blend(0, middle.not());
            DoubleVector near = most.blend(most.sub(1), middle);
            DoubleVector n = near.blend(-1, far);
            DoubleVector base = x.broadcast(0).blend(QUARTER_PI, middle).blend(HALF_PI, far);
            DoubleVector t = n.div(one.add(other));
            DoubleVector rest = other.fma(t.neg(), one.fma(t.neg(), n));
            DoubleVector tail = tail(t, rest, one.add(other));
            DoubleVector sum = base.add(t);
            DoubleVector value = base.lanewise(VectorOperators.FMA, LOW_BY_HIGH, t.sub(sum.sub(base))).add(tail)
                    .add(sum);
            return (Vector<E>) ((LongVector) Exact.LONGS.cast(value.reinterpretAsLongs()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
        }

        @Override
        public boolean declines(Vector<?> a, Vector<?> b) {
            DoubleVector height = Exact.of((DoubleVector) a).abs();
            DoubleVector width = Exact.of((DoubleVector) b).abs();
            DoubleVector sum = height.add(width);
            return !sum.compare(VectorOperators.GT, SUM).and(sum.compare(VectorOperators.LT, GREATEST)).allTrue();
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            DoubleVector height = ((DoubleVector) a).abs(); // as they are: longer, it would not be inlined
            DoubleVector width = ((DoubleVector) b).abs();
            VectorMask<Double> left = ((DoubleVector) b).test(VectorOperators.IS_NEGATIVE);
            VectorMask<Double> steep = height.compare(VectorOperators.GT, width);
            DoubleVector large = width.blend(height, steep);
            DoubleVector small = height.blend(width, steep);
            LongVector sign = sign(a);
            VectorMask<Double> middle = small.compare(VectorOperators.GT, large.mul(0.5));
            DoubleVector other = small.blend(0, middle.not());
            DoubleVector n = small.blend(small.sub(large), middle);
            DoubleVector d = large.add(other);
            DoubleVector t = n.div(d);
            DoubleVector tail = tail(t, rest(t, n, d, other.sub(d.sub(large))), d);
            DoubleVector turn = large.broadcast(1).blend(-1, steep.xor(left));
            DoubleVector start = large.broadcast(0).blend(4, left).blend(2, steep);
            DoubleVector quarters = start.blend(start.add(turn), middle);
            DoubleVector base = quarters.mul(QUARTER_PI);
            DoubleVector low = quarters.lanewise(VectorOperators.FMA, QUARTER_PI_LOW,
                    quarters.lanewise(VectorOperators.FMA, QUARTER_PI, base.neg()));
            DoubleVector sum = t.fma(turn, base);
            return (Vector<E>) tail.fma(turn, t.fma(turn, base.sub(sum)).add(low)).add(sum).reinterpretAsLongs()
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
        }

        private static LongVector sign(Vector<?> v) {
            return Exact.longs(Exact.of((DoubleVector) v)).and(SIGN);
        }

        private static DoubleVector tail(DoubleVector t, DoubleVector rest, DoubleVector d) {
            DoubleVector z = t.mul(t);
            DoubleVector p = p(z);
            return t.mul(z).fma(p, rest
                    .mul(d.reinterpretAsLongs().broadcast(INVERSE).sub(d.reinterpretAsLongs()).reinterpretAsDoubles()));
        }

        private static DoubleVector rest(DoubleVector t, DoubleVector n, DoubleVector d, DoubleVector dLost) {
            return t.fma(d.neg(), n).sub(t.mul(dLost));
        }

        private static DoubleVector p(DoubleVector z) {
            DoubleVector z2 = z.mul(z);
            DoubleVector z4 = z2.mul(z2);
            DoubleVector first = z.lanewise(VectorOperators.FMA, P4, P3).fma(z2,
                    z.lanewise(VectorOperators.FMA, P2, P1));
            DoubleVector second = z.lanewise(VectorOperators.FMA, P8, P7).fma(z2,
                    z.lanewise(VectorOperators.FMA, P6, P5));
            DoubleVector third = z.lanewise(VectorOperators.FMA, P12, P11).fma(z2,
                    z.lanewise(VectorOperators.FMA, P10, P9));
            return third.fma(z4, second).fma(z4, first);
        }
    }
}
