package io.arrayport.core.dtype;

/**
 * A complex number: what {@code item()} of a complex array gives.
 *
 * @param real the real part
 * @param imag the imaginary part
 */
public record Complex(double real, double imag) {
    @Override
    public String toString() {
        return "(" + real + (Math.copySign(1, imag) < 0 ? "" : "+") + imag + "j)";
    }
}
