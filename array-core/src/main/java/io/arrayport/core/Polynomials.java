package io.arrayport.core;

import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.numeric.Polynomial;
import io.arrayport.core.numeric.PolynomialCalculus;
import io.arrayport.core.numeric.PolynomialDivision;

/** Polynomials as arrays of coefficients, that of the highest power first. Results are new unless it says otherwise. */
public sealed interface Polynomials permits Np {
    /**
     * The sum of two polynomials.
     *
     * @throws io.arrayport.core.error.ShapeException if one is longer, and they have more axes than one
     */
    default NdArray polyadd(NdArray a1, NdArray a2) {
        return Polynomial.add(a1, a2);
    }

    /** The difference of two polynomials, as {@link #polyadd}. */
    default NdArray polysub(NdArray a1, NdArray a2) {
        return Polynomial.subtract(a1, a2);
    }

    /**
     * The product of two polynomials, without leading zeros of either.
     *
     * @throws io.arrayport.core.error.ShapeException if one has more axes than one
     */
    default NdArray polymul(NdArray a1, NdArray a2) {
        return Polynomial.multiply(a1, a2);
    }

    /**
     * The quotient of two polynomials and what remains, in floats.
     *
     * @throws io.arrayport.core.error.IndexException if one has no coefficients
     */
    default ArrayPair polydiv(NdArray u, NdArray v) {
        return PolynomialDivision.divide(u, v);
    }

    /** The values of a polynomial at {@code x}, in its shape. */
    default NdArray polyval(NdArray p, NdArray x) {
        return Polynomial.value(p, x);
    }

    /** The derivative. */
    default NdArray polyder(NdArray p) {
        return PolynomialCalculus.derivative(p, 1);
    }

    /** The {@code m}-th derivative; of 0 {@code p} itself. */
    default NdArray polyder(NdArray p, int m) {
        return PolynomialCalculus.derivative(p, m);
    }

    /** The integral that is 0 at 0. */
    default NdArray polyint(NdArray p) {
        return PolynomialCalculus.integral(p, 1, null);
    }

    /** Integrates {@code m} times, each time from 0; of 0 it is {@code p} itself. */
    default NdArray polyint(NdArray p, int m) {
        return PolynomialCalculus.integral(p, m, null);
    }

    /**
     * Integrates {@code m} times.
     *
     * @param k what is added each time, or one for all
     */
    default NdArray polyint(NdArray p, int m, NdArray k) {
        return PolynomialCalculus.integral(p, m, k);
    }

    /**
     * The polynomial that has these zeros, and begins with 1.
     *
     * @throws io.arrayport.core.error.ShapeException if they have more axes than one
     */
    default NdArray poly(NdArray seqOfZeros) {
        return Polynomial.withZeros(seqOfZeros);
    }
}
