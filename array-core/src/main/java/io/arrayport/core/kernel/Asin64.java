package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Arc sine and arc cosine of a binary64, within 0.75 ulp. Up to a half the arc sine is s + s^3 p(s^2) with s = |x|;
 * beyond it is half of pi less twice that of the root of (1 - |x|) / 2, and what the root, half of pi and the sum lose
 * is carried along. The polynomial is near the best one.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Asin64 {
    private static final double HALF_PI = 0x1.921fb54442d18p0;
    private static final double PI = 0x1.921fb54442d18p1;
    /** What half of pi is more than {@link #HALF_PI}, as its part. */
    private static final double LOW_BY_HIGH = 0x1.678afae35cdd1p-55;
    /** Less half of a number's bits, it is about the bits of one over its root: within 4 percent. */
    private static final long ROOT = 0x5FE6_EB50_C7B5_37A9L;
    private static final long SIGN = Long.MIN_VALUE;

    private static final double P1 = 0x1.55555555553e6p-3;
    private static final double P2 = 0x1.3333333367359p-4;
    private static final double P3 = 0x1.6db6db46350ddp-5;
    private static final double P4 = 0x1.f1c72b39cd811p-6;
    private static final double P5 = 0x1.6e8a08af4854bp-6;
    private static final double P6 = 0x1.1c6ad476f7dd2p-6;
    private static final double P7 = 0x1.c71032b8e606dp-7;
    private static final double P8 = 0x1.8e561e033c50ap-7;
    private static final double P9 = 0x1.af26c85a3331cp-8;
    private static final double P10 = 0x1.3ddc8847eb06fp-6;
    private static final double P11 = -0x1.06cafd78329bdp-6;
    private static final double P12 = 0x1.0476863c33d06p-5;

    private Asin64() {}

    static double arcsin(double x) {
        double a = Math.abs(x);
        boolean great = a > 0.5;
        double w = Math.fma(a, -0.5, 0.5);
        double root = Math.sqrt(w);
        double lost = Math.fma(root, -root, w) * Double.longBitsToDouble(ROOT - (Double.doubleToRawLongBits(w) >> 1));
        double z = great ? w : a * a;
        double p = p(z);
        double half = great ? lost * 0.5 : 0;
        double s = great ? root : a;
        double base = great ? HALF_PI : 0;
        double factor = great ? -2 : 1;
        double value = join(factor, s, z, p, half, base);
        double result = Double
                .longBitsToDouble(Double.doubleToRawLongBits(value) ^ Double.doubleToRawLongBits(x) & SIGN);
        return a <= 1 ? result : Double.NaN;
    }

    static double arccos(double x) {
        double a = Math.abs(x);
        boolean great = a > 0.5;
        double w = Math.fma(a, -0.5, 0.5);
        double root = Math.sqrt(w);
        double lost = Math.fma(root, -root, w) * Double.longBitsToDouble(ROOT - (Double.doubleToRawLongBits(w) >> 1));
        double z = great ? w : a * a;
        double p = p(z);
        double half = great ? lost * 0.5 : 0;
        boolean negative = x < 0;
        double s = great ? root : a;
        double end = negative ? PI : 0;
        double base = great ? end : HALF_PI;
        double turned = great ? 2 : -1;
        double factor = Double
                .longBitsToDouble(Double.doubleToRawLongBits(turned) ^ Double.doubleToRawLongBits(x) & SIGN);
        double value = join(factor, s, z, p, half, base);
        return a <= 1 ? value : Double.NaN;
    }

    /** Returns {@code base + factor} times the arc sine of {@code s}, which is more by {@code half}. */
    private static double join(double factor, double s, double z, double p, double half, double base) {
        double tail = Math.fma(s * z, p, half);
        double sum = Math.fma(factor, s, base);
        double sumLost = Math.fma(factor, s, base - sum);
        return Math.fma(factor, tail, Math.fma(base, LOW_BY_HIGH, sumLost)) + sum;
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
        /** What is added beyond a half for positive and negative x, else, and how often the arc sine is. */
        private final double right;
        private final double left;
        private final double near;
        private final double twice;
        private final double once;
        /** Where x's sign goes: to the factor, or the result. */
        private final long inner;
        private final long outer;

        Vectors(boolean cosine) {
            right = cosine ? 0 : HALF_PI;
            left = cosine ? PI : HALF_PI;
            near = cosine ? HALF_PI : 0;
            twice = cosine ? 2 : -2;
            once = cosine ? -1 : 1;
            inner = cosine ? SIGN : 0;
            outer = cosine ? 0 : SIGN;
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            LongVector sign = Exact.longs(x).and(outer);
            DoubleVector a = x.abs();
            VectorMask<Double> great = a.compare(VectorOperators.GT, 0.5);
            DoubleVector w = a.lanewise(VectorOperators.FMA, -0.5, 0.5);
            DoubleVector z = a.mul(a).blend(w, great);
            DoubleVector p = p(z);
            DoubleVector root = w.sqrt();
            DoubleVector half = a.sub(a).blend(half(w, root), great);
            DoubleVector factor = Exact.doubles(Exact.longs(x.broadcast(once).blend(twice, great))
                    .lanewise(VectorOperators.XOR, Exact.longs(x).and(inner)));
            DoubleVector base = x.broadcast(right).blend(left, x.compare(VectorOperators.LT, 0)).blend(near,
                    great.not());
            DoubleVector s = a.blend(root, great);
            DoubleVector sum = factor.fma(s, base);
            DoubleVector sumLost = factor.fma(s, base.sub(sum));
            DoubleVector value = factor
                    .fma(s.mul(z).fma(p, half), base.lanewise(VectorOperators.FMA, LOW_BY_HIGH, sumLost)).add(sum);
            return (Vector<E>) ((LongVector) Exact.LONGS.cast(value.reinterpretAsLongs()))
                    .lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles()
                    .blend(x.broadcast(Double.NaN), a.compare(VectorOperators.LE, 1).not());
        }

        private static DoubleVector half(DoubleVector w, DoubleVector root) {
            LongVector bits = Exact.longs(w).lanewise(VectorOperators.ASHR, 1).neg().add(ROOT);
            return root.fma(root.neg(), w).mul(Exact.doubles(bits)).mul(0.5);
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
