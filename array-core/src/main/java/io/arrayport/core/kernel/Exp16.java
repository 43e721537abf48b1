package io.arrayport.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * e to the power of a binary16, within 0.51 ulp: 2 to the power of its product with the logarithm of e, the fraction by
 * a polynomial near the best one. What has to be computed, rounded and taken to other types in one go takes half of the
 * time that it takes by way of {@link Exp32}.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Exp16 {
    private static final float LOG2_E = 0x1.715476p0f;
    /** Added to a small number, it leaves the nearest integer in the sum's low bits. */
    private static final float TO_INTEGER = 0x1.8p23f;
    /** From here on results are infinite, from {@link #LEAST} down they are 0; both are numbers of 16 bits. */
    private static final float MOST = 11.5f;
    private static final float LEAST = -18;

    private static final float P0 = 0x1.ffffe8p-1f;
    private static final float P1 = 0x1.62e0dcp-1f;
    private static final float P2 = 0x1.ec06dcp-3f;
    private static final float P3 = 0x1.ca1440p-5f;
    private static final float P4 = 0x1.3997aep-7f;

    private static final int FRACTION = 23;
    /** Bits that a binary16 has less. */
    private static final int LESS = 13;
    /** What takes the one bias from the other, and half of the last bit that is left, for rounding. */
    private static final int ROUNDED = (15 - 127 << FRACTION) + (1 << LESS - 1);
    private static final int INFINITY_BITS = 0x7C00;
    /** The bits of the least normal binary16 as a float. */
    private static final int LEAST_NORMAL_BITS = 0x3880_0000;
    /** A half, whose last bit is the least binary16, and its bits. */
    private static final float HALF = 0.5f;
    private static final int HALF_BITS = 0x3F00_0000;

    private Exp16() {}

    /** @param x exactly a binary16, as is the result */
    static float of(float x) {
        if (Float.isNaN(x)) {
            return Float.NaN;
        }
        float inside = Math.clamp(x, LEAST, MOST);
        float shifted = Math.fma(inside, LOG2_E, TO_INTEGER);
        float f = Math.fma(inside, LOG2_E, TO_INTEGER - shifted);
        float p = Math.fma(Math.fma(Math.fma(Math.fma(f, P4, P3), f, P2), f, P1), f, P0);
        int bits = Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(shifted) << FRACTION);
        int rounded = bits < LEAST_NORMAL_BITS ? Float.floatToRawIntBits(Float.intBitsToFloat(bits) + HALF) - HALF_BITS
                : Math.min(bits + ROUNDED >>> LESS, INFINITY_BITS);
        return Float.float16ToFloat((short) rounded);
    }

    /** The same, of vectors. */
    static final class Vectors implements VectorHalf.Function {
        private static final int NAN = 0x7E00;
        private static final int SIGN = 0x8000;
        /** Of the numbers' bits, extended by their sign. */
        private static final int MOST_BITS = 0x49C0;
        private static final int LEAST_BITS = 0xFFFF_CC80;
        /** All but those between a float's sign and the exponent of a binary16. */
        private static final int PLACES = 0x8FFF_FFFF;
        /** Of what has its bits where a float has them: the bias is another. */
        private static final float BIASED_LOG2_E = LOG2_E * 0x1p112f;

        @Override
        public IntVector apply(IntVector halves) {
            IntVector exact = Exact.of(halves);
            FloatVector x = widened(exact);
            FloatVector shifted = x.lanewise(VectorOperators.FMA, BIASED_LOG2_E, TO_INTEGER);
            FloatVector f = x.lanewise(VectorOperators.FMA, BIASED_LOG2_E, x.broadcast(TO_INTEGER).sub(shifted));
            IntVector bits = Exact.ints(p(f))
                    .add(Exact.ints(shifted).lanewise(VectorOperators.LSHL, FRACTION));
            IntVector subnormal = Exact.ints(Exact.floats(bits).add(HALF)).sub(HALF_BITS);
            return bits.add(ROUNDED).lanewise(VectorOperators.LSHR, LESS).min(INFINITY_BITS)
                    .blend(subnormal, bits.compare(VectorOperators.LT, LEAST_NORMAL_BITS))
                    .blend(NAN, exact.and(SIGN - 1).compare(VectorOperators.GT, INFINITY_BITS));
        }

        private static FloatVector widened(IntVector halves) {
            return Exact.floats(halves.min(MOST_BITS).lanewise(VectorOperators.UMIN, LEAST_BITS)
                    .lanewise(VectorOperators.LSHL, LESS).and(PLACES));
        }

        private static FloatVector p(FloatVector f) {
            return f.lanewise(VectorOperators.FMA, P4, P3).lanewise(VectorOperators.FMA, f, P2)
                    .lanewise(VectorOperators.FMA, f, P1).lanewise(VectorOperators.FMA, f, P0);
        }
    }
}
