package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter hyperbolic. Each gives a new array, or {@code out}. */
public sealed interface HyperbolicUfuncs permits UfuncFields {
    /** The number whose hyperbolic cosine it is; NaN below 1. Another name of {@link #arccosh}. */
    default NdArray acosh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).acosh.call(a, options);
    }

    /** The number whose hyperbolic cosine it is; NaN below 1. */
    default NdArray arccosh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arccosh.call(a, options);
    }

    /** The number whose hyperbolic sine it is. */
    default NdArray arcsinh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arcsinh.call(a, options);
    }

    /** The number whose hyperbolic tangent it is; NaN beyond -1 and 1. */
    default NdArray arctanh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arctanh.call(a, options);
    }

    /** The number whose hyperbolic sine it is. Another name of {@link #arcsinh}. */
    default NdArray asinh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).asinh.call(a, options);
    }

    /** The number whose hyperbolic tangent it is; NaN beyond -1 and 1. Another name of {@link #arctanh}. */
    default NdArray atanh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).atanh.call(a, options);
    }

    /** The hyperbolic cosine. */
    default NdArray cosh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).cosh.call(a, options);
    }

    /** The hyperbolic sine. */
    default NdArray sinh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).sinh.call(a, options);
    }

    /** The hyperbolic tangent. */
    default NdArray tanh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).tanh.call(a, options);
    }
}
