package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The arc tangent of a binary64, within 0.7 ulp: of x up to a half, pi/4 and that of (x - 1) / (x + 1)
 * up to 2, pi/2 and that of -1/x beyond. Of t, at most a half, it is t + t^3 p(t^2), whose polynomial is near the best
 * one; what t and the sum lose is carried along.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Atan64 {
    /** From here on the result is half of pi. */
    private static final double MOST = 0x1p60;
    private static final double HALF_PI = 0x1.921fb54442d18p0;
    private static final double QUARTER_PI = 0x1.921fb54442d18p-1;
    /** What half of pi is more than {@link #HALF_PI}, as its part. */
    private static final double LOW_BY_HIGH = 0x1.678afae35cdd1p-55;
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
        double d = one + other;
        double dLost = other - (d - one);
        double near = middle ? most - 1 : most;
        double n = far ? -1 : near;
        double base = far ? HALF_PI : middle ? QUARTER_PI : 0;
        double value = angle(n, d, dLost, base);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ Double.doubleToRawLongBits(x) & SIGN);
    }

    /** Returns {@code base}, a multiple of a quarter of pi, and the arc tangent of {@code n / (d + dLost)}. */
    private static double angle(double n, double d, double dLost, double base) {
        double inverse = 1 / d;
        double t = n * inverse;
        double tLost = (Math.fma(t, -d, n) - t * dLost) * inverse;
        double z = t * t;
        double tail = Math.fma(t * z, p(z), Math.fma(base, LOW_BY_HIGH, tLost));
        double sum = base + t;
        return t - (sum - base) + tail + sum;
    }

    private static double p(double z) {
        double z2 = z * z;
        double z4 = z2 * z2;
        double first = Math.fma(Math.fma(z, P4, P3), z2, Math.fma(z, P2, P1));
        double second = Math.fma(Math.fma(z, P8, P7), z2, Math.fma(z, P6, P5));
        double third = Math.fma(Math.fma(z, P12, P11), z2, Math.fma(z, P10, P9));
        return Math.fma(Math.fma(third, z4, second), z4, first);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = (DoubleVector) v;
            DoubleVector a = x.abs();
            VectorMask<Double> middle = a.compare(VectorOperators.GT, 0.5);
            VectorMask<Double> far = a.compare(VectorOperators.GT, 2);
            DoubleVector most = a.blend(MOST, a.compare(VectorOperators.GT, MOST));
            DoubleVector one = x.broadcast(1).blend(0, far);
            DoubleVector other = most.blend(0, middle.not());
            DoubleVector d = one.add(other);
            DoubleVector dLost = other.sub(d.sub(one));
            DoubleVector near = most.blend(most.sub(1), middle);
            DoubleVector n = near.blend(-1, far);
            DoubleVector base = x.broadcast(0).blend(QUARTER_PI, middle).blend(HALF_PI, far);
            DoubleVector value = angle(n, d, dLost, base);
            return (Vector<E>) value.reinterpretAsLongs()
                    .lanewise(VectorOperators.XOR, x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
        }

        private static DoubleVector angle(DoubleVector n, DoubleVector d, DoubleVector dLost, DoubleVector base) {
            DoubleVector inverse = d.broadcast(1).div(d);
            DoubleVector t = n.mul(inverse);
            DoubleVector tLost = t.fma(d.neg(), n).sub(t.mul(dLost)).mul(inverse);
            DoubleVector z = t.mul(t);
            DoubleVector tail = t.mul(z).fma(p(z), base.lanewise(VectorOperators.FMA, LOW_BY_HIGH, tLost));
            DoubleVector sum = base.add(t);
            return t.sub(sum.sub(base)).add(tail).add(sum);
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
