package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The cube root of a binary64, within 0.55 ulp. The bits of a number are, but for a factor, near its logarithm: a third
 * of them taken from a constant are those of its inverse root to 3%, which a polynomial of what the cube of it misses
 * makes nearer. The number times its square is the root, which Newton's step mends with what the cube of it leaves.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Cbrt64 {
    /** Below, what the cube leaves would be subnormal; a cube makes such numbers great enough. */
    private static final double LEAST = 0x1p-960;
    private static final double SCALE = 0x1p120;
    private static final double SCALE_ROOT = 0x1p40;
    private static final long LEAST_BITS = 1023L - 960 << 52;
    private static final long INFINITY_BITS = 0x7FF0_0000_0000_0000L;
    private static final double MINUS_THIRD = -1 / 3.0;
    /** Bits that the first estimate leaves out. */
    private static final int LOW = 32;
    /** As a number's low bits are an integer. */
    private static final long INTEGER_BITS = 0x4330_0000_0000_0000L;
    /** What a third of such a number is taken from: the constant makes the estimate's errors equal on both sides. */
    private static final double ESTIMATE = 0x1p52 + 0x1p52 / 3 + 1_430_186_338;

    private static final double P0 = 0x1.279a7458f547ep-1;
    private static final double P1 = -0x1.8a2346c6839d6p-3;
    private static final double P2 = 0x1.06c230e5c1e07p-3;
    private static final double P3 = -0x1.98b66c6db188fp-4;
    private static final double P4 = 0x1.549496ee20f18p-4;
    private static final double P5 = -0x1.2b934c10f091ap-4;
    private static final double P6 = 0x1.0b25a7059eb5p-4;

    private Cbrt64() {}

    static double of(double x) {
        double absolute = Math.abs(x);
        if (!(absolute > 0 && absolute < Double.POSITIVE_INFINITY)) {
            return x;
        }
        double root = absolute < LEAST ? cubeRoot(absolute * SCALE) / SCALE_ROOT : cubeRoot(absolute);
        return Math.copySign(root, x);
    }

    private static double cubeRoot(double x) {
        long bits = Double.doubleToRawLongBits(x) >>> LOW | INTEGER_BITS;
        double estimate = Math.fma(Double.longBitsToDouble(bits), MINUS_THIRD, ESTIMATE);
        double z = Double.longBitsToDouble(Double.doubleToRawLongBits(estimate) << LOW);
        z *= p(Math.fma(x * (z * z), z, -1));
        double w = z * z;
        double y = x * (w * 3);
        double minus = -y;
        double square = y * minus;
        double left = Math.fma(Math.fma(y, y, square), minus, Math.fma(square, y, x));
        return Math.fma(left, w, y);
    }

    private static double p(double e) {
        double p = Math.fma(e, P6, P5);
        p = Math.fma(p, e, P4);
        p = Math.fma(p, e, P3);
        p = Math.fma(p, e, P2);
        p = Math.fma(p, e, P1);
        return Math.fma(p, e, P0);
    }

    /** The same, of vectors of 0 and greater numbers. */
    static final class Vectors implements VectorFunction {
        /** Which are tiny, infinite or nan; the bits of 0 less 1 are the greatest there are. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            LongVector bits = Exact.longs(Exact.of((DoubleVector) v).abs());
            return bits.compare(VectorOperators.GE, INFINITY_BITS)
                    .or(bits.sub(1).compare(VectorOperators.ULT, LEAST_BITS - 1));
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            LongVector sign = Exact.longs(Exact.of((DoubleVector) v)).and(Long.MIN_VALUE);
            DoubleVector x = Exact.of((DoubleVector) v).abs();
            DoubleVector z = estimate(x);
            z = z.mul(p(x.mul(z.mul(z)).fma(z, x.broadcast(-1))));
            DoubleVector w = z.mul(z);
            DoubleVector y = w.mul(3).mul(x);
            DoubleVector minus = y.neg();
            DoubleVector square = y.mul(minus);
            DoubleVector left = y.fma(y, square).fma(minus, square.fma(y, x));
            return (Vector<E>) ((LongVector) Exact.LONGS.cast(left.fma(w, y).reinterpretAsLongs()))
                    .lanewise(VectorOperators.OR, sign)
                    .reinterpretAsDoubles();
        }

        private static DoubleVector estimate(DoubleVector x) {
            return Exact.doubles(Exact
                    .longs(Exact.doubles(Exact.longs(x).lanewise(VectorOperators.LSHR, LOW).or(INTEGER_BITS))
                            .lanewise(VectorOperators.FMA, MINUS_THIRD, ESTIMATE))
                    .lanewise(VectorOperators.LSHL, LOW));
        }

        private static DoubleVector p(DoubleVector e) {
            return e.lanewise(VectorOperators.FMA, P6, P5).lanewise(VectorOperators.FMA, e, P4)
                    .lanewise(VectorOperators.FMA, e, P3).lanewise(VectorOperators.FMA, e, P2)
                    .lanewise(VectorOperators.FMA, e, P1).lanewise(VectorOperators.FMA, e, P0);
        }
    }
}
