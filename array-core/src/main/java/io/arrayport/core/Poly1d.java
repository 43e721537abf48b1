package io.arrayport.core;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.numeric.Polynomial;
import io.arrayport.core.numeric.PolynomialCalculus;
import io.arrayport.core.numeric.Roots;

/** A polynomial as a value: {@code np.poly1d}. It owns its coefficients, which are closed with it. */
public final class Poly1d implements AutoCloseable {
    private final NdArray coeffs;
    private final String variable;

    private Poly1d(NdArray coeffs, String variable) {
        this.coeffs = coeffs;
        this.variable = variable;
    }

    /** A copy of the coefficients, without leading zeros. */
    static Poly1d of(NdArray coeffs, String variable) {
        try (Scope scope = Scope.open()) {
            return new Poly1d(scope.keep(Polynomial.trimmed("poly1d", coeffs).copyNative()), variable);
        }
    }

    /** The coefficients, that of the highest power first; a view that cannot be written. */
    public NdArray coeffs() {
        return coeffs.asReadOnly();
    }

    /** The highest power. */
    public long order() {
        return coeffs.size() - 1;
    }

    /** What its text calls the unknown. */
    public String variable() {
        return variable;
    }

    /** The zeros: new. */
    public NdArray roots() {
        return Roots.of(coeffs);
    }

    /** Its values at {@code x}: new. */
    public NdArray call(NdArray x) {
        return Polynomial.value(coeffs, x);
    }

    /** The sum of two polynomials. */
    public Poly1d add(Poly1d other) {
        return taken(Polynomial.add(coeffs, other.coeffs));
    }

    /** The difference of two polynomials. */
    public Poly1d subtract(Poly1d other) {
        return taken(Polynomial.subtract(coeffs, other.coeffs));
    }

    /** The product of two polynomials. */
    public Poly1d multiply(Poly1d other) {
        return taken(Polynomial.multiply(coeffs, other.coeffs));
    }

    /** The derivative. */
    public Poly1d deriv() {
        return taken(PolynomialCalculus.derivative(coeffs, 1));
    }

    /** The integral that is 0 at 0. */
    public Poly1d integ() {
        return taken(PolynomialCalculus.integral(coeffs, 1, null));
    }

    private Poly1d taken(NdArray made) {
        try (made) {
            return of(made, variable);
        }
    }

    @Override
    public void close() {
        coeffs.close();
    }

    /** The coefficients: {@code poly1d([1, 2, 3])}. */
    @Override
    public String toString() {
        return "poly1d(" + coeffs.array2string(Options.separator(", ")) + ")";
    }
}
