package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The cube root of a binary64, within 0.6 ulp. The number is 8 to the q times 2 to the r + 1, 0 to 2, times m, below 2.
 * A polynomial is near the inverse root of m, and a step of third order makes it nearer; the number times its square is
 * the root, which Newton's step mends with what the cube of it leaves.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Cbrt64 {
    private static final int FRACTION = 52;
    private static final long FRACTION_BITS = (1L << FRACTION) - 1;
    private static final long LEAST_NORMAL_BITS = 0x0010_0000_0000_0000L;
    private static final long ONE = 1023L << FRACTION;
    /** A cube, which makes subnormal numbers normal. */
    private static final double SUBNORMAL_SCALE = 0x1p54;
    /** A third of a bias, and what with the bias makes good for the subnormals' scale. */
    private static final long THIRD_BIAS = 341;
    private static final long SUBNORMAL_Q = 1023 - 341 - 18;
    private static final double TO_INTEGER = 0x1.8p52;
    private static final long INTEGER_BITS = 0x4338_0000_0000_0000L;
    /** As a float's low bits are an integer; less 1, and the bias is a multiple of 3. */
    private static final double INTEGER = 0x1.8p52 + 1;
    private static final double THIRD = 1 / 3.0;

    /** 2 to the power of -(r + 1)/3 is ROOT0 + r (ROOT1 + r ROOT2) for r of -1, 0 and 1. */
    private static final double ROOT0 = 0x1.965fea53d6e3dp-1;
    private static final double ROOT1 = -0x1.7aeba0ce51aeap-3;
    private static final double ROOT2 = 0x1.5ca5af129611ep-6;

    private static final double P0 = 0x1.8ab91aa1a2f75p0;
    private static final double P1 = -0x1.9eb31ab46423p-1;
    private static final double P2 = 0x1.45621a271a772p-2;
    private static final double P3 = -0x1.99153c0febd9fp-5;
    private static final double TWO_NINTHS = 2 / 9.0;

    private Cbrt64() {}

    static double of(double x) {
        double absolute = Math.abs(x);
        if (!(absolute > 0 && absolute < Double.POSITIVE_INFINITY)) {
            return x;
        }
        boolean subnormal = absolute < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? absolute * SUBNORMAL_SCALE : absolute);
        double exponent = Double.longBitsToDouble((bits >>> FRACTION) + INTEGER_BITS) - INTEGER;
        double shifted = Math.fma(exponent, THIRD, TO_INTEGER);
        double r = Math.fma(shifted - TO_INTEGER, -3, exponent);
        double m = Double.longBitsToDouble(bits & FRACTION_BITS | ONE);
        double a = m * Math.fma(r, Math.fma(r, 0.5, 1.5), 2);
        double z = inverse(m) * Math.fma(r, Math.fma(r, ROOT2, ROOT1), ROOT0);
        double e = Math.fma(-(a * z), z * z, 1);
        z = Math.fma(z * e, Math.fma(e, TWO_NINTHS, THIRD), z);
        double w = z * z;
        double y = a * w;
        double square = y * y;
        double left = Math.fma(-Math.fma(y, y, -square), y, Math.fma(-square, y, a));
        double root = Math.fma(left * THIRD, w, y);
        long q = Double.doubleToRawLongBits(shifted) + (subnormal ? SUBNORMAL_Q : 1023 - THIRD_BIAS);
        return Math.copySign(root * Double.longBitsToDouble(q << FRACTION), x);
    }

    private static double inverse(double m) {
        return Math.fma(Math.fma(Math.fma(m, P3, P2), m, P1), m, P0);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = (DoubleVector) v;
            LongVector bits = x.abs().reinterpretAsLongs();
            DoubleVector exponent = exponent(bits);
            DoubleVector shifted = exponent.lanewise(VectorOperators.FMA, THIRD, TO_INTEGER);
            DoubleVector r = shifted.sub(TO_INTEGER).lanewise(VectorOperators.FMA, -3, exponent);
            DoubleVector scale = scale(shifted);
            DoubleVector m = bits.and(FRACTION_BITS).or(ONE).reinterpretAsDoubles();
            DoubleVector z = inverse(m, r);
            DoubleVector a = m.mul(r.lanewise(VectorOperators.FMA, 0.5, 1.5).lanewise(VectorOperators.FMA, r, 2));
            DoubleVector e = a.mul(z).neg().lanewise(VectorOperators.FMA, z.mul(z), 1);
            z = z.mul(e).fma(e.lanewise(VectorOperators.FMA, TWO_NINTHS, THIRD), z);
            DoubleVector w = z.mul(z);
            DoubleVector y = a.mul(w);
            DoubleVector square = y.mul(y);
            DoubleVector left = y.fma(y, square.neg()).neg().fma(y, square.neg().fma(y, a));
            DoubleVector root = left.mul(THIRD).fma(w, y);
            return (Vector<E>) root.mul(scale).reinterpretAsLongs().or(x.reinterpretAsLongs().and(Long.MIN_VALUE))
                    .reinterpretAsDoubles()
                    .blend(x, x.compare(VectorOperators.EQ, 0)
                            .or(x.abs().compare(VectorOperators.LT, Double.POSITIVE_INFINITY).not()));
        }

        /** Whether a lane is subnormal: 0 is not, whose bits less 1 are the greatest there are. */
        @Override
        public boolean declines(Vector<?> v) {
            return ((DoubleVector) v).abs().reinterpretAsLongs().sub(1)
                    .compare(VectorOperators.ULT, LEAST_NORMAL_BITS - 1).anyTrue();
        }

        private static DoubleVector exponent(LongVector bits) {
            return bits.lanewise(VectorOperators.LSHR, FRACTION).add(INTEGER_BITS).reinterpretAsDoubles().sub(INTEGER);
        }

        private static DoubleVector scale(DoubleVector shifted) {
            return shifted.reinterpretAsLongs().add(1023 - THIRD_BIAS)
                    .lanewise(VectorOperators.LSHL, FRACTION).reinterpretAsDoubles();
        }

        private static DoubleVector inverse(DoubleVector m, DoubleVector r) {
            DoubleVector root = r.lanewise(VectorOperators.FMA, ROOT2, ROOT1)
                    .lanewise(VectorOperators.FMA, r, ROOT0);
            return m.lanewise(VectorOperators.FMA, P3, P2).lanewise(VectorOperators.FMA, m, P1)
                    .lanewise(VectorOperators.FMA, m, P0).mul(root);
        }
    }
}
