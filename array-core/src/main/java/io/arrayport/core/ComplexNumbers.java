package io.arrayport.core;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.OutOption;
import io.arrayport.core.numeric.ComplexParts;

/** The parts of complex numbers and the signs of infinite ones. */
public sealed interface ComplexNumbers permits Np {
    /** See {@link NdArray#real}. */
    default NdArray real(NdArray val) {
        return val.real();
    }

    /** See {@link NdArray#imag}. */
    default NdArray imag(NdArray val) {
        return val.imag();
    }

    /** The real part of a complex number. */
    default double real(Complex val) {
        return val.real();
    }

    /** The imaginary part of a complex number. */
    default double imag(Complex val) {
        return val.imag();
    }

    /** The real part of a number: itself. */
    default Number real(Number val) {
        return val;
    }

    /** The imaginary part of a real number: 0, of its kind. */
    default Number imag(Number val) {
        return val instanceof Double || val instanceof Float ? (Number) 0.0 : (Number) 0L;
    }

    /** {@link #realIfClose(NdArray, double)} with a tolerance of 100 epsilons of the type. */
    default NdArray realIfClose(NdArray a) {
        return ComplexParts.realIfClose(a, 100);
    }

    /**
     * The real parts, a view, if all imaginary parts are less than {@code tol}, else {@code a}.
     *
     * @param tol counts epsilons of the type if it is greater than 1
     */
    default NdArray realIfClose(NdArray a, double tol) {
        return ComplexParts.realIfClose(a, tol);
    }

    /** Which elements have an imaginary part other than 0: new, of bools. */
    default NdArray iscomplex(NdArray x) {
        return ComplexParts.isComplex(x);
    }

    /** Which elements have no imaginary part but 0: new, of bools. */
    default NdArray isreal(NdArray x) {
        return ComplexParts.isReal(x);
    }

    /** The angles of numbers as points of a plane, in radians from -pi to pi: new. */
    default NdArray angle(NdArray z) {
        return ComplexParts.angle(z, false);
    }

    /** As {@link #angle(NdArray)}; in degrees if {@code deg}. */
    default NdArray angle(NdArray z, boolean deg) {
        return ComplexParts.angle(z, deg);
    }

    /**
     * Which elements are infinite and positive: new, of bools, or {@code out}.
     *
     * @throws io.arrayport.core.error.DTypeException if {@code x} is not of real numbers
     */
    default NdArray isposinf(NdArray x, OutOption... out) {
        return ComplexParts.isInfinite("isposinf", x, false, out);
    }

    /**
     * Which elements are infinite and negative: new, of bools, or {@code out}.
     *
     * @throws io.arrayport.core.error.DTypeException if {@code x} is not of real numbers
     */
    default NdArray isneginf(NdArray x, OutOption... out) {
        return ComplexParts.isInfinite("isneginf", x, true, out);
    }
}
