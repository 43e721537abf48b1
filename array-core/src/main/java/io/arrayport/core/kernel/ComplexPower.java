package io.arrayport.core.kernel;

import io.arrayport.core.dtype.Complex;

/**
 * Powers of complex numbers, as NumPy has them: small whole exponents by repeated products, in its order and with its
 * bits, others by exp(b log(a)). Whatever to the 0 is 1; 0 is nan unless the exponent's real part is positive.
 */
final class ComplexPower {
    /** Whole exponents from here on are treated as others are. */
    private static final int WHOLE = 100;

    private ComplexPower() {}

    static Complex of(double ar, double ai, double br, double bi) {
        if (br == 0 && bi == 0) {
            return new Complex(1, 0);
        }
        if (ar == 0 && ai == 0) {
            return br > 0 ? new Complex(0, 0) : new Complex(Double.NaN, Double.NaN);
        }
        if (bi == 0 && Math.abs(br) < WHOLE && br == Math.rint(br)) {
            return whole(new Complex(ar, ai), (int) br);
        }
        double length = ComplexLogarithm.length(ar, ai);
        double angle = StrictMath.atan2(ai, ar);
        double real = br * length - bi * angle;
        double imag = br * angle + bi * length;
        if (Double.isNaN(real) && Double.isNaN(imag) && (Double.isInfinite(br) || Double.isInfinite(bi))) {
            double r = Math.copySign(Double.isInfinite(br) ? 1 : 0, br);
            double i = Math.copySign(Double.isInfinite(bi) ? 1 : 0, bi);
            return ComplexExponential.exp(Double.POSITIVE_INFINITY * (r * length - i * angle),
                    Double.POSITIVE_INFINITY * (r * angle + i * length));
        }
        return ComplexExponential.exp(real, imag);
    }

    private static Complex whole(Complex a, int n) {
        if (n == 1) {
            return a;
        }
        if (n == 3) {
            return product(a, product(a, a));
        }
        Complex result = new Complex(1, 0);
        Complex power = a;
        for (int left = Math.abs(n);;) {
            if ((left & 1) != 0) {
                result = product(result, power);
            }
            left >>= 1;
            if (left == 0) {
                return n > 0 ? result
                        : new Complex(ComplexQuotient.real(1, 0, result.real(), result.imag()),
                                ComplexQuotient.imag(1, 0, result.real(), result.imag()));
            }
            power = product(power, power);
        }
    }

    private static Complex product(Complex a, Complex b) {
        return new Complex(a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real());
    }
}
