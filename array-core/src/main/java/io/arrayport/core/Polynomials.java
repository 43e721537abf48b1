package io.arrayport.core;

import java.util.List;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PolyfitOption;
import io.arrayport.core.numeric.Polynomial;
import io.arrayport.core.numeric.PolynomialCalculus;
import io.arrayport.core.numeric.PolynomialDivision;
import io.arrayport.core.numeric.PolynomialFit;
import io.arrayport.core.numeric.Roots;

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

    /** The value of a polynomial at one place: without axes. */
    default NdArray polyval(NdArray p, Number x) {
        try (NdArray one = Blank.on(p.device(), Np.np.array(x))) {
            return Polynomial.value(p, one);
        }
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

    /**
     * Integrates {@code m} times, each time from 0; of 0 it is {@code p} itself.
     *
     * @throws IllegalArgumentException if {@code m} is negative or more than 10000
     */
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
     * The polynomial that has these zeros, and begins with 1; of a square matrix its eigenvalues are the zeros. That
     * without zeros is one number, 1, without axes.
     *
     * @throws io.arrayport.core.error.ShapeException if they have more axes than one
     * @throws io.arrayport.core.error.DTypeException if a matrix is not of real numbers
     * @throws io.arrayport.core.error.LinearAlgebraException if one of them is not finite
     */
    default NdArray poly(NdArray seqOfZeros) {
        return Polynomial.withZeros(seqOfZeros);
    }

    /**
     * The zeros of a polynomial, each as often as it is one: float64 if all are real, else complex128; of float32 and
     * complex64 as narrow.
     *
     * @throws io.arrayport.core.error.ShapeException if {@code p} has more axes than one
     * @throws io.arrayport.core.error.DTypeException of 16-bit floats and times
     * @throws io.arrayport.core.error.LinearAlgebraException if a quotient by the first coefficient is not finite
     */
    default NdArray roots(NdArray p) {
        return Roots.of(p);
    }

    /**
     * The polynomial of degree {@code deg} that comes nearest to points, by the squares of its distances.
     *
     * @param y values at {@code x}, or columns of them
     * @return its coefficients, in columns if {@code y} is: new, float64 or complex128
     * @throws io.arrayport.core.error.ShapeException if shapes do not fit
     * @throws io.arrayport.core.error.DTypeException of 16-bit floats and times
     * @throws io.arrayport.core.error.LinearAlgebraException if a power of {@code x}, or a weight, is not finite
     * @throws IllegalArgumentException if {@code deg} is negative
     */
    default NdArray polyfit(NdArray x, NdArray y, int deg, PolyfitOption... options) {
        return PolynomialFit.of(x, y, deg, options).coefficients();
    }

    /**
     * As {@link #polyfit(NdArray, NdArray, int, PolyfitOption...)}, and the sums of squares, the rank, the singular
     * values and what part of the greatest counts as 0.
     */
    default List<NdArray> polyfit(NdArray x, NdArray y, int deg, PolyfitOption.Full full, PolyfitOption... options) {
        return PolynomialFit.of(x, y, deg, options).full();
    }

    /** As {@link #polyfit(NdArray, NdArray, int, PolyfitOption...)}, and the covariance of the coefficients. */
    default List<NdArray> polyfit(NdArray x, NdArray y, int deg, PolyfitOption.Cov cov, PolyfitOption... options) {
        return PolynomialFit.of(x, y, deg, options).withCovariance(true);
    }

    /** As {@link #polyfit(NdArray, NdArray, int, PolyfitOption...)}, and the covariance as the weights have it. */
    default List<NdArray> polyfit(NdArray x, NdArray y, int deg, PolyfitOption.CovScale cov,
            PolyfitOption... options) {
        return PolynomialFit.of(x, y, deg, options).withCovariance(false);
    }

    /** A polynomial as a value, of these coefficients. */
    default Poly1d poly1d(NdArray cOrR) {
        return Poly1d.of(cOrR, "x");
    }

    /** A polynomial as a value: of these coefficients, or with these zeros if {@code r}. */
    default Poly1d poly1d(NdArray cOrR, boolean r) {
        return poly1d(cOrR, r, "x");
    }

    /** As {@link #poly1d(NdArray, boolean)}; {@code variable} is what its text calls the unknown. */
    default Poly1d poly1d(NdArray cOrR, boolean r, String variable) {
        if (!r) {
            return Poly1d.of(cOrR, variable);
        }
        try (NdArray coefficients = poly(cOrR)) {
            return Poly1d.of(coefficients, variable);
        }
    }
}
