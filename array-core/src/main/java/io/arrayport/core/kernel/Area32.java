package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
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
    private static final float LN2_HIGH = 0x1.62e43p-1f;
    private static final float LN2_LOW = -0x1.05c61p-29f;
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
        float rootLost = (Math.fma(root, -root, t) + tLost) * (0.5f / root);
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
        float tLost = square - t - 1 + squareLost;
        float root = (float) Math.sqrt(t);
        float rootLost = (Math.fma(root, -root, t) + tLost) * (0.5f / root);
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
        float v = 1 - a;
        float vLost = 1 - v - a;
        float two = a + a;
        float inverse = 1 / v;
        float q = two * inverse;
        float qLost = (Math.fma(q, -v, two) - q * vLost) * inverse;
        float w = q + 1;
        float wLost = q - (w - 1) + qLost;
        return Float
                .intBitsToFloat(Float.floatToRawIntBits(log(w, wLost, 0) * 0.5f) ^ Float.floatToRawIntBits(x) & SIGN);
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
        float r = r(s * s);
        float fLost = less - (f - near);
        float half = f * 0.5f;
        float h = half * f;
        float hLost = Math.fma(half, f, -h);
        float k = Float.intBitsToFloat(exponent + INTEGER_BITS) - INTEGER + more;
        float base = k * LN2_HIGH;
        float baseLost = Math.fma(k, LN2_HIGH, -base);
        float a = base + f;
        float aLost = f - (a - base);
        float b = a - h;
        float bLost = a - b - h;
        float small = Math.fma(k, LN2_LOW, baseLost) - hLost + (aLost + bLost) + Math.fma(fLost, -f, fLost);
        return Math.fma(s, Math.fma(r, s * s, h), small) + b;
    }

    private static float r(float z) {
        return Math.fma(Math.fma(z, C3, C2), z, C1);
    }

    /** The same, of vectors in whose lanes no special case of the scalar form is. */
    static final class Vectors implements VectorFunction {
        private final Op function;

        Vectors(Op function) {
            this.function = function;
        }

        @Override
        public boolean declines(Vector<?> v) {
            FloatVector x = (FloatVector) v;
            FloatVector a = function == Op.ARCCOSH ? x : x.abs();
            float end = function == Op.ARCTANH ? 1 : LIMIT;
            float start = function == Op.ARCCOSH ? 1 : 0;
            return !a.compare(VectorOperators.LT, end).and(a.compare(VectorOperators.GE, start)).allTrue();
        }

        @Override
        @SuppressWarnings("unchecked") // used for float only
        public <E> Vector<E> apply(Vector<E> v) {
            FloatVector x = (FloatVector) v;
            return (Vector<E>) (function == Op.ARCSINH ? arcsinh(x)
                    : function == Op.ARCCOSH ? arccosh(x) : arctanh(x));
        }

        private static FloatVector arcsinh(FloatVector x) {
            FloatVector a = x.abs();
            FloatVector square = a.mul(a);
            FloatVector squareLost = a.fma(a, square.neg());
            FloatVector t = square.add(1);
            FloatVector tLost = square.sub(t.sub(1)).add(squareLost);
            FloatVector root = t.sqrt();
            FloatVector rootLost = root.fma(root.neg(), t).add(tLost).mul(root.broadcast(0.5f).div(root));
            FloatVector w = a.add(root);
            FloatVector wLost = a.sub(w.sub(root)).add(rootLost);
            FloatVector value = log(w, wLost);
            return value.reinterpretAsInts().lanewise(VectorOperators.XOR, x.reinterpretAsInts().and(SIGN))
                    .reinterpretAsFloats();
        }

        private static FloatVector arccosh(FloatVector x) {
            FloatVector square = x.mul(x);
            FloatVector squareLost = x.fma(x, square.neg());
            FloatVector t = square.sub(1);
            FloatVector tLost = square.sub(t).sub(1).add(squareLost);
            FloatVector root = t.sqrt();
            FloatVector rootLost = root.fma(root.neg(), t).add(tLost).mul(root.broadcast(0.5f).div(root));
            FloatVector rest = rootLost.blend(0, t.compare(VectorOperators.EQ, 0));
            FloatVector w = x.add(root);
            FloatVector wLost = root.sub(w.sub(x)).add(rest);
            return log(w, wLost);
        }

        private static FloatVector arctanh(FloatVector x) {
            FloatVector a = x.abs();
            FloatVector v = a.neg().add(1);
            FloatVector vLost = v.neg().add(1).sub(a);
            FloatVector two = a.add(a);
            FloatVector inverse = v.broadcast(1).div(v);
            FloatVector q = two.mul(inverse);
            FloatVector qLost = q.fma(v.neg(), two).sub(q.mul(vLost)).mul(inverse);
            FloatVector w = q.add(1);
            FloatVector wLost = q.sub(w.sub(1)).add(qLost);
            FloatVector value = log(w, wLost).mul(0.5f);
            return value.reinterpretAsInts().lanewise(VectorOperators.XOR, x.reinterpretAsInts().and(SIGN))
                    .reinterpretAsFloats();
        }

        private static FloatVector log(FloatVector high, FloatVector low) {
            IntVector bits = high.reinterpretAsInts();
            IntVector exponent = bits.sub(START).lanewise(VectorOperators.ASHR, FRACTION);
            IntVector shifted = exponent.lanewise(VectorOperators.LSHL, FRACTION);
            FloatVector near = bits.sub(shifted).reinterpretAsFloats().sub(1);
            FloatVector less = low.mul(shifted.neg().add(ONE).reinterpretAsFloats());
            FloatVector f = near.add(less);
            FloatVector s = f.div(f.add(2));
            FloatVector r = r(s.mul(s));
            FloatVector fLost = less.sub(f.sub(near));
            FloatVector half = f.mul(0.5f);
            FloatVector h = half.mul(f);
            FloatVector hLost = half.fma(f, h.neg());
            FloatVector k = exponent.add(INTEGER_BITS).reinterpretAsFloats().sub(INTEGER);
            FloatVector base = k.mul(LN2_HIGH);
            FloatVector baseLost = k.lanewise(VectorOperators.FMA, LN2_HIGH, base.neg());
            FloatVector a = base.add(f);
            FloatVector aLost = f.sub(a.sub(base));
            FloatVector b = a.sub(h);
            FloatVector bLost = a.sub(b).sub(h);
            FloatVector small = k.lanewise(VectorOperators.FMA, LN2_LOW, baseLost).sub(hLost).add(aLost.add(bLost))
                    .add(fLost.fma(f.neg(), fLost));
            return s.fma(r.fma(s.mul(s), h), small).add(b);
        }

        private static FloatVector r(FloatVector z) {
            return z.lanewise(VectorOperators.FMA, C3, C2).lanewise(VectorOperators.FMA, z, C1);
        }
    }
}
