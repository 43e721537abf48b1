package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter exponents. Each gives a new array, or {@code out}. */
public sealed interface ExponentsUfuncs permits UfuncFields {
    /** e to the power of {@code a}. */
    default NdArray exp(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).exp.call(a, options);
    }

    /** The natural logarithm; NaN of negative numbers, -infinity of 0. */
    default NdArray log(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).log.call(a, options);
    }

    /** The square root; NaN of negative real numbers. */
    default NdArray sqrt(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).sqrt.call(a, options);
    }
}
