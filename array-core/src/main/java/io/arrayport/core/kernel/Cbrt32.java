package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The cube root of a binary32, within 0.8 ulp, as {@link Cbrt64} has it.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Cbrt32 {
    /** Below, what the cube leaves would be subnormal; a cube makes such numbers great enough. */
    private static final float LEAST = 0x1p-100f;
    private static final float SCALE = 0x1p54f;
    private static final float SCALE_ROOT = 0x1p18f;
    private static final int LEAST_BITS = 127 - 100 << 23;
    private static final int INFINITY_BITS = 0x7F80_0000;
    /** Bits that the first estimate leaves out. */
    private static final int LOW = 8;
    private static final float MINUS_THIRD = -1 / 768.0f;
    /** A number whose low bits are an integer: what makes the estimate's errors equal on both sides. */
    private static final float ESTIMATE = 0x1p23f + 5_546_486;

    private static final float P0 = 0x1.279a46p-1f;
    private static final float P1 = -0x1.8bbf12p-3f;
    private static final float P2 = 0x1.08a34cp-3f;

    private Cbrt32() {}

    static float of(float x) {
        float absolute = Math.abs(x);
        if (!(absolute > 0 && absolute < Float.POSITIVE_INFINITY)) {
            return x;
        }
        float root = absolute < LEAST ? cubeRoot(absolute * SCALE) / SCALE_ROOT : cubeRoot(absolute);
        return Math.copySign(root, x);
    }

    private static float cubeRoot(float x) {
        float estimate = Math.fma((float) Float.floatToRawIntBits(x), MINUS_THIRD, ESTIMATE);
        float z = Float.intBitsToFloat(Float.floatToRawIntBits(estimate) << LOW);
        z *= p(Math.fma(x * (z * z), z, -1));
        float w = z * z;
        float y = x * (w * 3);
        float minus = -y;
        float square = y * minus;
        float left = Math.fma(Math.fma(y, y, square), minus, Math.fma(square, y, x));
        return Math.fma(left, w, y);
    }

    private static float p(float e) {
        return Math.fma(Math.fma(e, P2, P1), e, P0);
    }

    /** The same, of vectors of 0 and greater numbers. */
    static final class Vectors implements VectorFunction {
        /** Which are tiny, infinite or nan; the bits of 0 less 1 are the greatest there are. */
        @Override
        public VectorMask<?> declined(Vector<?> v) {
            IntVector bits = Exact.ints(Exact.of((FloatVector) v).abs());
            return bits.compare(VectorOperators.GE, INFINITY_BITS)
                    .or(bits.sub(1).compare(VectorOperators.ULT, LEAST_BITS - 1));
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            IntVector sign = Exact.ints(Exact.of((FloatVector) v)).and(Integer.MIN_VALUE);
            FloatVector x = Exact.of((FloatVector) v).abs();
            FloatVector z = estimate(x);
            z = z.mul(p(x.mul(z.mul(z)).fma(z, x.broadcast(-1))));
            FloatVector w = z.mul(z);
            FloatVector y = w.mul(3).mul(x);
            FloatVector minus = y.neg();
            FloatVector square = y.mul(minus);
            FloatVector left = y.fma(y, square).fma(minus, square.fma(y, x));
            return (Vector<E>) ((IntVector) Exact.INTS.cast(left.fma(w, y).reinterpretAsInts()))
                    .lanewise(VectorOperators.OR, sign)
                    .reinterpretAsFloats();
        }

        private static FloatVector estimate(FloatVector x) {
            FloatVector bits = Exact.of((FloatVector) Exact.ints(x).convert(VectorOperators.I2F, 0));
            return Exact.floats(Exact.ints(bits.lanewise(VectorOperators.FMA, MINUS_THIRD, ESTIMATE))
                    .lanewise(VectorOperators.LSHL, LOW));
        }

        private static FloatVector p(FloatVector e) {
            return e.lanewise(VectorOperators.FMA, P2, P1).lanewise(VectorOperators.FMA, e, P0);
        }
    }
}
