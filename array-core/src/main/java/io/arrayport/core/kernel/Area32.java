package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Inverse hyperbolic functions of a binary32, within 0.7 ulp: logarithms of a sum of two numbers, which together
 * have twice the precision. The logarithm is as {@link Log32} has it, and its polynomial.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Area32 {
    /** From here on an argument's square plus or less 1 is nothing but its square, long before it overflows. */
    private static final float LIMIT = 0x1p60f;
    /** Of 15 bits: its product with any k is exact. */
    private static final float LN2_HIGH = 0x1.62e4p-1f;
    private static final float LN2_LOW = 0x1.7f7d1cp-20f;
    /** The bits of the square root of a half, at which 1 + f begins. */
    private static final int START = 0x3F35_04F3;
    private static final int SIGN = Integer.MIN_VALUE;
    /** The bits of 1. */
    private static final int ONE = 0x3F80_0000;
    private static final int FRACTION = 23;
    /** A float with a small integer in its low bits, less {@link #INTEGER}, is the integer. */
    private static final int INTEGER_BITS = 0x4B40_0000;
    private static final float INTEGER = 0x1.8p23f;

    private static final float C1 = 0x1.55557ap-1f;
    private static final float C2 = 0x1.995eeap-2f;
    private static final float C3 = 0x1.31de8cp-2f;

    private Area32() {}

    static float arcsinh(float x) {
        float a = Math.abs(x);
        if (!(a < LIMIT)) {
            return a < Float.POSITIVE_INFINITY ? Math.copySign(twice(a), x) : x;
        }
        float square = a * a;
        float squareLost = Math.fma(a, a, -square);
        float t = square + 1;
        float tLost = square - (t - 1) + squareLost;
        float root = (float) Math.sqrt(t);
        float rootLost = rootLost(root, t, tLost);
        float w = a + root;
        float wLost = a - (w - root) + rootLost;
        return Float.intBitsToFloat(Float.floatToRawIntBits(log(w, wLost, 0)) ^ Float.floatToRawIntBits(x) & SIGN);
    }

    static float arccosh(float x) {
        if (!(x >= 1)) {
            return Float.NaN;
        }
        if (!(x < LIMIT)) {
            return x < Float.POSITIVE_INFINITY ? twice(x) : x;
        }
        float square = x * x;
        float squareLost = Math.fma(x, x, -square);
        float t = square - 1;
        float tLost = square - (t + 1) + squareLost;
        float root = (float) Math.sqrt(t);
        float rootLost = rootLost(root, t, tLost);
        float rest = t > 0 ? rootLost : 0;
        float w = x + root;
        float wLost = root - (w - x) + rest;
        return log(w, wLost, 0);
    }

    static float arctanh(float x) {
        float a = Math.abs(x);
        if (!(a < 1)) {
            return a == 1 ? Math.copySign(Float.POSITIVE_INFINITY, x) : Float.NaN;
        }
        float under = 1 - a;
        float lost = 1 - under - a;
        float two = a + a;
        float inverse = 1 / under;
        float q = two * inverse;
        float qLost = rest(q, two, under, lost) * inverse;
        float w = q + 1;
        float wLost = q - (w - 1) + qLost;
        return Float
                .intBitsToFloat(Float.floatToRawIntBits(log(w, wLost, 0) * 0.5f) ^ Float.floatToRawIntBits(x) & SIGN);
    }

    /** Returns what {@code q (d + dLost)} leaves of n. */
    private static float rest(float q, float n, float d, float dLost) {
        return Math.fma(q, -d, n) - q * dLost;
    }

    /** Returns what the root of {@code t + tLost} is more than {@code root}. */
    private static float rootLost(float root, float t, float tLost) {
        return (Math.fma(root, -root, t) + tLost) * (0.5f / root);
    }

    /** Returns the logarithm of twice a great number. */
    private static float twice(float a) {
        return log(a * 0.5f, 0, 2);
    }

    /** Returns the logarithm of {@code high + low}, and {@code more} times that of 2. */
    private static float log(float high, float low, int more) {
        int bits = Float.floatToRawIntBits(high);
        int exponent = bits - START >> FRACTION;
        int shifted = exponent << FRACTION;
        float near = Float.intBitsToFloat(bits - shifted) - 1;
        float less = low * Float.intBitsToFloat(ONE - shifted);
        float f = near + less;
        float s = f / (f + 2);
        float z = s * s;
        float r = r(z);
        float fLost = less - (f - near);
        float half = f * 0.5f;
        float h = half * f;
        float hLost = Math.fma(half, f, -h);
        float k = Float.intBitsToFloat(exponent + INTEGER_BITS) - INTEGER + more;
        float base = k * LN2_HIGH;
        float a = base + f;
        float aLost = f - (a - base);
        float b = a - h;
        float bLost = a - b - h;
        float small = k * LN2_LOW - hLost + (aLost + bLost) + Math.fma(fLost, -f, fLost);
        return Math.fma(s, Math.fma(r, z, h), small) + b;
    }

    private static float r(float z) {
        return Math.fma(Math.fma(z, C3, C2), z, C1);
    }

    /** The same, of vectors in whose lanes no special case of the scalar form is. */
    static final class Vectors implements VectorFunction {
        private final Op function;
        /** What is added to an argument's square. */
        private final float one;
        private final float part;
        private final int sign;

        Vectors(Op function) {
            this.function = function;
            one = function == Op.ARCSINH ? 1 : -1;
            part = function == Op.ARCTANH ? 0.5f : 1;
            sign = function == Op.ARCCOSH ? 0 : SIGN;
        }

        @Override
        public VectorMask<?> declined(Vector<?> v) {
            FloatVector x = Exact.of((FloatVector) v);
            FloatVector a = function == Op.ARCCOSH ? x : x.abs();
            float end = function == Op.ARCTANH ? 1 : LIMIT;
            float start = function == Op.ARCCOSH ? 1 : 0;
            return a.compare(VectorOperators.LT, end).and(a.compare(VectorOperators.GE, start)).not();
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = Exact.of((FloatVector) v);
            FloatVector a = function == Op.ARCCOSH ? x : x.abs();
            IntVector signs = signs(x);
            FloatVector w;
            FloatVector wLost;
            if (function == Op.ARCTANH) {
                FloatVector under = a.neg().add(1);
                FloatVector lost = under.neg().add(1).sub(a);
                FloatVector two = a.add(a);
                FloatVector inverse = under.broadcast(1).div(under);
                FloatVector q = two.mul(inverse);
                FloatVector qLost = rest(q, two, under, lost).mul(inverse);
                w = q.add(1);
                wLost = q.sub(w.sub(1)).add(qLost);
            } else {
                FloatVector square = a.mul(a);
                FloatVector squareLost = a.fma(a, square.neg());
                FloatVector t = square.add(one);
                FloatVector tLost = square.sub(t.sub(one)).add(squareLost);
                FloatVector root = t.sqrt();
                FloatVector rootLost = rootLost(root, t, tLost);
                FloatVector rest = one > 0 ? rootLost : rootLost.blend(0, t.compare(VectorOperators.EQ, 0));
                w = a.add(root);
                wLost = (one > 0 ? a.sub(w.sub(root)) : root.sub(w.sub(a))).add(rest);
            }
            return (Vector<E>) log(w, wLost).mul(part).reinterpretAsInts().lanewise(VectorOperators.XOR, signs)
                    .reinterpretAsFloats();
        }

        private IntVector signs(FloatVector x) {
            return Exact.ints(x).and(sign);
        }

        private static FloatVector rest(FloatVector q, FloatVector n, FloatVector d, FloatVector dLost) {
            return q.fma(d.neg(), n).sub(q.mul(dLost));
        }

        private static FloatVector rootLost(FloatVector root, FloatVector t, FloatVector tLost) {
            return root.fma(root.neg(), t).add(tLost).mul(root.broadcast(0.5f).div(root));
        }

        private static FloatVector log(FloatVector high, FloatVector low) {
            IntVector bits = Exact.ints(high);
            IntVector exponent = bits.sub(START).lanewise(VectorOperators.ASHR, FRACTION);
            IntVector shifted = exponent.lanewise(VectorOperators.LSHL, FRACTION);
            FloatVector near = Exact.floats(bits.sub(shifted)).sub(1);
            FloatVector less = low.mul(Exact.floats(shifted.broadcast(ONE).sub(shifted)));
            FloatVector f = near.add(less);
            FloatVector s = f.div(f.add(2));
            FloatVector z = s.mul(s);
            FloatVector r = r(z);
            FloatVector fLost = less.sub(f.sub(near));
            FloatVector half = f.mul(0.5f);
            FloatVector h = half.mul(f);
            FloatVector hLost = half.fma(f, h.neg());
            FloatVector k = Exact.floats(exponent.add(INTEGER_BITS)).sub(INTEGER);
            FloatVector base = k.mul(LN2_HIGH);
            FloatVector a = base.add(f);
            FloatVector aLost = f.sub(a.sub(base));
            FloatVector b = a.sub(h);
            FloatVector bLost = a.sub(b).sub(h);
            FloatVector small = k.mul(LN2_LOW).sub(hLost).add(aLost.add(bLost)).add(fLost.fma(f.neg(), fLost));
            return s.fma(r.fma(z, h), small).add(b);
        }

        private static FloatVector r(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, C3, C2).lanewise(VectorOperators.FMA, z, C1);
        }
    }
}
