package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.numeric.ComplexDomain;

/**
 * {@code np.emath}: functions whose results are complex where an element has no real one, as the root of -1; all
 * elements then are. Results are new arrays. Of real numbers complex64 stands for float32 and integers of up to 16
 * bits, complex128 for the rest.
 */
public final class Emath {
    Emath() {}

    /** The square root. */
    public NdArray sqrt(NdArray x) {
        return ComplexDomain.sqrt(x);
    }

    /** The natural logarithm. */
    public NdArray log(NdArray x) {
        return ComplexDomain.log(x);
    }

    /** The logarithm to base 2. */
    public NdArray log2(NdArray x) {
        return ComplexDomain.log2(x);
    }

    /** The logarithm to base 10. */
    public NdArray log10(NdArray x) {
        return ComplexDomain.log10(x);
    }

    /** The logarithm of {@code x} to base {@code n}, broadcast. */
    public NdArray logn(NdArray n, NdArray x) {
        return ComplexDomain.logn(n, x);
    }

    /** {@code x} to the power of {@code p}, broadcast; integers with a negative one among the exponents as floats. */
    public NdArray power(NdArray x, NdArray p) {
        return ComplexDomain.power(x, p);
    }

    /** The inverse of the cosine. */
    public NdArray arccos(NdArray x) {
        return ComplexDomain.arccos(x);
    }

    /** The inverse of the sine. */
    public NdArray arcsin(NdArray x) {
        return ComplexDomain.arcsin(x);
    }

    /** The inverse of the hyperbolic tangent. */
    public NdArray arctanh(NdArray x) {
        return ComplexDomain.arctanh(x);
    }
}
