package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter arithmetic. Each gives a new array, or {@code out}. */
public sealed interface ArithmeticUfuncs permits UfuncFields {
    /** The distance from 0: {@code |a|}; real for complex numbers. Another name of {@link #absolute}. */
    default NdArray abs(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).abs.call(a, options);
    }

    /** The distance from 0: {@code |a|}; real for complex numbers. */
    default NdArray absolute(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).absolute.call(a, options);
    }

    /** {@code a + b}; integers wrap, of bools it is or. */
    default NdArray add(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).add.call(a, b, options);
    }

    /** As {@link #add(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray add(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).add.call(a, b, options);
    }

    /** As {@link #add(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray add(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).add.call(a, b, options);
    }

    /** {@code a / b}; integers are divided as float64. */
    default NdArray divide(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).divide.call(a, b, options);
    }

    /** As {@link #divide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray divide(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).divide.call(a, b, options);
    }

    /** As {@link #divide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray divide(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).divide.call(a, b, options);
    }

    /** {@code a * b}; integers wrap, of bools it is and. */
    default NdArray multiply(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).multiply.call(a, b, options);
    }

    /** As {@link #multiply(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray multiply(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).multiply.call(a, b, options);
    }

    /** As {@link #multiply(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray multiply(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).multiply.call(a, b, options);
    }

    /** {@code -a}; integers wrap, bools are refused. */
    default NdArray negative(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).negative.call(a, options);
    }

    /** {@code a * a}; integers wrap. */
    default NdArray square(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).square.call(a, options);
    }

    /** {@code a - b}; integers wrap, bools are refused. */
    default NdArray subtract(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).subtract.call(a, b, options);
    }

    /** As {@link #subtract(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray subtract(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).subtract.call(a, b, options);
    }

    /** As {@link #subtract(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray subtract(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).subtract.call(a, b, options);
    }

    /** {@code a / b}; integers are divided as float64. Another name of {@link #divide}. */
    default NdArray trueDivide(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).trueDivide.call(a, b, options);
    }

    /** As {@link #trueDivide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray trueDivide(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).trueDivide.call(a, b, options);
    }

    /** As {@link #trueDivide(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray trueDivide(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).trueDivide.call(a, b, options);
    }
}
