package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The cube root of a binary32, within 0.6 ulp. The number is 8 to the q times 2 to the r + 1, 0 to 2, times m, below 2.
 * A polynomial is near the inverse root of m; the number times its square is the root, which Newton's step mends with
 * what the cube of it leaves.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Cbrt32 {
    private static final int FRACTION = 23;
    private static final int FRACTION_BITS = (1 << FRACTION) - 1;
    private static final int LEAST_NORMAL_BITS = 0x0080_0000;
    private static final int ONE = 127 << FRACTION;
    /** A cube, which makes subnormal numbers normal. */
    private static final float SUBNORMAL_SCALE = 0x1p24f;
    /** What makes good for the subnormals' scale. */
    private static final int SUBNORMAL_Q = -8;
    /**
     * Added to a small number, it leaves the nearest integer in the sum's low bits, with a bias less a third of one.
     */
    private static final float TO_INTEGER = 0x1.8p23f + 127 - 42;
    private static final int INFINITY_BITS = 0x7F80_0000;
    private static final int INTEGER_BITS = 0x4B40_0000;
    /** As a float's low bits are an integer; less 1, and 1 of the bias for a multiple of 3. */
    private static final float INTEGER = 0x1.8p23f + 2;
    private static final float THIRD = 1 / 3.0f;

    /** 2 to the power of -(r + 1)/3 is ROOT0 + r (ROOT1 + r ROOT2) for r of -1, 0 and 1. */
    private static final float ROOT0 = 0x1.965feap-1f;
    private static final float ROOT1 = -0x1.7aebap-3f;
    private static final float ROOT2 = 0x1.5ca5bp-6f;

    private static final float P0 = 0x1.ab859p0f;
    private static final float P1 = -0x1.2c41e2p0f;
    private static final float P2 = 0x1.64165p-1f;
    private static final float P3 = -0x1.c5185ep-3f;
    private static final float P4 = 0x1.d46f72p-6f;

    private Cbrt32() {}

    static float of(float x) {
        float absolute = Math.abs(x);
        if (!(absolute > 0 && absolute < Float.POSITIVE_INFINITY)) {
            return x;
        }
        boolean subnormal = absolute < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(subnormal ? absolute * SUBNORMAL_SCALE : absolute);
        float exponent = Float.intBitsToFloat((bits >>> FRACTION) + INTEGER_BITS) - INTEGER;
        float shifted = Math.fma(exponent, THIRD, TO_INTEGER);
        float r = Math.fma(shifted - TO_INTEGER, -3, exponent);
        float m = Float.intBitsToFloat(bits & FRACTION_BITS | ONE);
        float a = m * Math.fma(r, Math.fma(r, 0.5f, 1.5f), 2);
        float z = inverse(m) * Math.fma(r, Math.fma(r, ROOT2, ROOT1), ROOT0);
        float w = z * z;
        float y = a * w;
        float square = y * y;
        float left = Math.fma(-Math.fma(y, y, -square), y, Math.fma(-square, y, a));
        float root = Math.fma(left * THIRD, w, y);
        int q = Float.floatToRawIntBits(shifted) + (subnormal ? SUBNORMAL_Q : 0);
        return Math.copySign(root * Float.intBitsToFloat(q << FRACTION), x);
    }

    private static float inverse(float m) {
        return Math.fma(Math.fma(Math.fma(Math.fma(m, P4, P3), m, P2), m, P1), m, P0);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorFunction {
        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = (FloatVector) v;
            IntVector bits = x.abs().reinterpretAsInts();
            FloatVector exponent = exponent(bits);
            FloatVector shifted = exponent.lanewise(VectorOperators.FMA, THIRD, TO_INTEGER);
            FloatVector r = shifted.sub(TO_INTEGER).lanewise(VectorOperators.FMA, -3, exponent);
            FloatVector scale = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, FRACTION)
                    .reinterpretAsFloats();
            FloatVector m = bits.and(FRACTION_BITS).or(ONE).reinterpretAsFloats();
            FloatVector z = inverse(m, r);
            FloatVector a = m.mul(r.lanewise(VectorOperators.FMA, 0.5f, 1.5f).lanewise(VectorOperators.FMA, r, 2));
            FloatVector w = z.mul(z);
            FloatVector y = a.mul(w);
            FloatVector minus = y.neg();
            FloatVector square = y.mul(minus);
            FloatVector left = y.fma(y, square).fma(minus, square.fma(y, a));
            FloatVector root = left.mul(THIRD).fma(w, y);
            return (Vector<E>) root.mul(scale).reinterpretAsInts().or(x.reinterpretAsInts().and(Integer.MIN_VALUE))
                    .blend(x.reinterpretAsInts(), bits.sub(1).compare(VectorOperators.UGE, INFINITY_BITS - 1))
                    .reinterpretAsFloats();
        }

        /** Whether a lane is subnormal: 0 is not, whose bits less 1 are the greatest there are. */
        @Override
        public boolean declines(Vector<?> v) {
            return ((FloatVector) v).abs().reinterpretAsInts().sub(1)
                    .compare(VectorOperators.ULT, LEAST_NORMAL_BITS - 1).anyTrue();
        }

        private static FloatVector exponent(IntVector bits) {
            return bits.lanewise(VectorOperators.LSHR, FRACTION).add(INTEGER_BITS).reinterpretAsFloats().sub(INTEGER);
        }

        private static FloatVector inverse(FloatVector m, FloatVector r) {
            FloatVector root = r.lanewise(VectorOperators.FMA, ROOT2, ROOT1)
                    .lanewise(VectorOperators.FMA, r, ROOT0);
            return m.lanewise(VectorOperators.FMA, P4, P3).lanewise(VectorOperators.FMA, m, P2)
                    .lanewise(VectorOperators.FMA, m, P1).lanewise(VectorOperators.FMA, m, P0).mul(root);
        }
    }
}
