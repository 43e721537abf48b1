package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Inverse hyperbolic functions of a binary64, within 0.7 ulp: logarithms of a sum of two numbers, which together
 * have twice the precision. The logarithm is as {@link Log64} has it, and its polynomial.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Area64 {
    /** From here on an argument's square plus or less 1 is nothing but its square, long before it overflows. */
    private static final double LIMIT = 0x1p500;
    /** Of 42 bits: its product with any k is exact. */
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    private static final double LN2_LOW = 0x1.ef35793c7673p-45;
    /** The bits of the square root of a half, at which 1 + f begins. */
    private static final long START = 0x3FE6_A09E_667F_3BCDL;
    private static final long SIGN = Long.MIN_VALUE;
    /** The bits of 1. */
    private static final long ONE = 0x3FF0_0000_0000_0000L;
    private static final int FRACTION = 52;
    /** A double with a small integer in its low bits, less {@link #INTEGER}, is the integer. */
    private static final long INTEGER_BITS = 0x4338_0000_0000_0000L;
    private static final double INTEGER = 0x1.8p52;

    private static final double C1 = 0x1.5555555555592p-1;
    private static final double C2 = 0x1.999999998006bp-2;
    private static final double C3 = 0x1.24924941cccb5p-2;
    private static final double C4 = 0x1.c71c5225787eep-3;
    private static final double C5 = 0x1.7466396aa5fb8p-3;
    private static final double C6 = 0x1.39a241c0ec344p-3;
    private static final double C7 = 0x1.2f0051cb316dap-3;

    private Area64() {}

    static double arcsinh(double x) {
        double a = Math.abs(x);
        if (!(a < LIMIT)) {
            return a < Double.POSITIVE_INFINITY ? Math.copySign(twice(a), x) : x;
        }
        double square = a * a;
        double squareLost = Math.fma(a, a, -square);
        double t = square + 1;
        double tLost = square - (t - 1) + squareLost;
        double root = Math.sqrt(t);
        double rootLost = rootLost(root, t, tLost);
        double w = a + root;
        double wLost = a - (w - root) + rootLost;
        return Double
                .longBitsToDouble(Double.doubleToRawLongBits(log(w, wLost, 0)) ^ Double.doubleToRawLongBits(x) & SIGN);
    }

    static double arccosh(double x) {
        if (!(x >= 1)) {
            return Double.NaN;
        }
        if (!(x < LIMIT)) {
            return x < Double.POSITIVE_INFINITY ? twice(x) : x;
        }
        double square = x * x;
        double squareLost = Math.fma(x, x, -square);
        double t = square - 1;
        double tLost = square - (t + 1) + squareLost;
        double root = Math.sqrt(t);
        double rootLost = rootLost(root, t, tLost);
        double rest = t > 0 ? rootLost : 0;
        double w = x + root;
        double wLost = root - (w - x) + rest;
        return log(w, wLost, 0);
    }

    static double arctanh(double x) {
        double a = Math.abs(x);
        if (!(a < 1)) {
            return a == 1 ? Math.copySign(Double.POSITIVE_INFINITY, x) : Double.NaN;
        }
        double under = 1 - a;
        double lost = 1 - under - a;
        double two = a + a;
        double inverse = 1 / under;
        double q = two * inverse;
        double qLost = rest(q, two, under, lost) * inverse;
        double w = q + 1;
        double wLost = q - (w - 1) + qLost;
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(log(w, wLost, 0) * 0.5) ^ Double.doubleToRawLongBits(x) & SIGN);
    }

    /** Returns what {@code q (d + dLost)} leaves of n. */
    private static double rest(double q, double n, double d, double dLost) {
        return Math.fma(q, -d, n) - q * dLost;
    }

    /** Returns what the root of {@code t + tLost} is more than {@code root}. */
    private static double rootLost(double root, double t, double tLost) {
        return (Math.fma(root, -root, t) + tLost) * (0.5 / root);
    }

    /** Returns the logarithm of twice a great number. */
    private static double twice(double a) {
        return log(a * 0.5, 0, 2);
    }

    /** Returns the logarithm of {@code high + low}, and {@code more} times that of 2. */
    private static double log(double high, double low, int more) {
        long bits = Double.doubleToRawLongBits(high);
        long exponent = bits - START >> FRACTION;
        long shifted = exponent << FRACTION;
        double near = Double.longBitsToDouble(bits - shifted) - 1;
        double less = low * Double.longBitsToDouble(ONE - shifted);
        double f = near + less;
        double s = f / (f + 2);
        double z = s * s;
        double r = r(z);
        double fLost = less - (f - near);
        double half = f * 0.5;
        double h = half * f;
        double hLost = Math.fma(half, f, -h);
        double k = Double.longBitsToDouble(exponent + INTEGER_BITS) - INTEGER + more;
        double base = k * LN2_HIGH;
        double a = base + f;
        double aLost = f - (a - base);
        double b = a - h;
        double bLost = a - b - h;
        double small = k * LN2_LOW - hLost + (aLost + bLost) + Math.fma(fLost, -f, fLost);
        return Math.fma(s, Math.fma(r, z, h), small) + b;
    }

    private static double r(double z) {
        return Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(z, C7, C6), z, C5), z, C4), z, C3), z, C2), z, C1);
    }

    /** The same, of vectors in whose lanes no special case of the scalar form is. */
    static final class Vectors implements VectorFunction {
        private final Op function;
        /** What is added to an argument's square. */
        private final double one;
        private final double part;
        private final long sign;

        Vectors(Op function) {
            this.function = function;
            one = function == Op.ARCSINH ? 1 : -1;
            part = function == Op.ARCTANH ? 0.5 : 1;
            sign = function == Op.ARCCOSH ? 0 : SIGN;
        }

        @Override
        public VectorMask<?> declined(Vector<?> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            DoubleVector a = function == Op.ARCCOSH ? x : x.abs();
            double end = function == Op.ARCTANH ? 1 : LIMIT;
            double start = function == Op.ARCCOSH ? 1 : 0;
            return a.compare(VectorOperators.LT, end).and(a.compare(VectorOperators.GE, start)).not();
        }

        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> v) {
            DoubleVector x = Exact.of((DoubleVector) v);
            DoubleVector a = function == Op.ARCCOSH ? x : x.abs();
            LongVector signs = signs(x);
            DoubleVector w;
            DoubleVector wLost;
            if (function == Op.ARCTANH) {
                DoubleVector under = a.neg().add(1);
                DoubleVector lost = under.neg().add(1).sub(a);
                DoubleVector two = a.add(a);
                DoubleVector inverse = under.broadcast(1).div(under);
                DoubleVector q = two.mul(inverse);
                DoubleVector qLost = rest(q, two, under, lost).mul(inverse);
                w = q.add(1);
                wLost = q.sub(w.sub(1)).add(qLost);
            } else {
                DoubleVector square = a.mul(a);
                DoubleVector squareLost = a.fma(a, square.neg());
                DoubleVector t = square.add(one);
                DoubleVector tLost = square.sub(t.sub(one)).add(squareLost);
                DoubleVector root = t.sqrt();
                DoubleVector rootLost = rootLost(root, t, tLost);
                DoubleVector rest = one > 0 ? rootLost : rootLost.blend(0, t.compare(VectorOperators.EQ, 0));
                w = a.add(root);
                wLost = (one > 0 ? a.sub(w.sub(root)) : root.sub(w.sub(a))).add(rest);
            }
            return (Vector<E>) log(w, wLost).mul(part).reinterpretAsLongs().lanewise(VectorOperators.XOR, signs)
                    .reinterpretAsDoubles();
        }

        private LongVector signs(DoubleVector x) {
            return Exact.longs(x).and(sign);
        }

        private static DoubleVector rest(DoubleVector q, DoubleVector n, DoubleVector d, DoubleVector dLost) {
            return q.fma(d.neg(), n).sub(q.mul(dLost));
        }

        private static DoubleVector rootLost(DoubleVector root, DoubleVector t, DoubleVector tLost) {
            return root.fma(root.neg(), t).add(tLost).mul(root.broadcast(0.5).div(root));
        }

        private static DoubleVector log(DoubleVector high, DoubleVector low) {
            LongVector bits = Exact.longs(high);
            LongVector exponent = bits.sub(START).lanewise(VectorOperators.ASHR, FRACTION);
            LongVector shifted = exponent.lanewise(VectorOperators.LSHL, FRACTION);
            DoubleVector near = Exact.doubles(bits.sub(shifted)).sub(1);
            DoubleVector less = low.mul(Exact.doubles(shifted.broadcast(ONE).sub(shifted)));
            DoubleVector f = near.add(less);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector r = r(z);
            DoubleVector fLost = less.sub(f.sub(near));
            DoubleVector half = f.mul(0.5);
            DoubleVector h = half.mul(f);
            DoubleVector hLost = half.fma(f, h.neg());
            DoubleVector k = Exact.doubles(exponent.add(INTEGER_BITS)).sub(INTEGER);
            DoubleVector base = k.mul(LN2_HIGH);
            DoubleVector a = base.add(f);
            DoubleVector aLost = f.sub(a.sub(base));
            DoubleVector b = a.sub(h);
            DoubleVector bLost = a.sub(b).sub(h);
            DoubleVector small = k.mul(LN2_LOW).sub(hLost).add(aLost.add(bLost)).add(fLost.fma(f.neg(), fLost));
            return s.fma(r.fma(z, h), small).add(b);
        }

        private static DoubleVector r(DoubleVector z) {
            return z.lanewise(VectorOperators.FMA, C7, C6).lanewise(VectorOperators.FMA, z, C5)
                    .lanewise(VectorOperators.FMA, z, C4).lanewise(VectorOperators.FMA, z, C3)
                    .lanewise(VectorOperators.FMA, z, C2).lanewise(VectorOperators.FMA, z, C1);
        }
    }
}
