package io.arrayport.core;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter hyperbolic. Each gives a new array, or {@code out}. */
public sealed interface HyperbolicUfuncs permits UfuncFields {
    /** The number whose hyperbolic cosine it is; NaN below 1. Another name of {@link #arccosh}. */
    default NdArray acosh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).acosh.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr acosh(Expr a) {
        return ((UfuncFields) this).acosh.call(a);
    }

    /** The number whose hyperbolic cosine it is; NaN below 1. */
    default NdArray arccosh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arccosh.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr arccosh(Expr a) {
        return ((UfuncFields) this).arccosh.call(a);
    }

    /** The number whose hyperbolic sine it is. */
    default NdArray arcsinh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arcsinh.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr arcsinh(Expr a) {
        return ((UfuncFields) this).arcsinh.call(a);
    }

    /** The number whose hyperbolic tangent it is; NaN beyond -1 and 1. */
    default NdArray arctanh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arctanh.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr arctanh(Expr a) {
        return ((UfuncFields) this).arctanh.call(a);
    }

    /** The number whose hyperbolic sine it is. Another name of {@link #arcsinh}. */
    default NdArray asinh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).asinh.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr asinh(Expr a) {
        return ((UfuncFields) this).asinh.call(a);
    }

    /** The number whose hyperbolic tangent it is; NaN beyond -1 and 1. Another name of {@link #arctanh}. */
    default NdArray atanh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).atanh.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr atanh(Expr a) {
        return ((UfuncFields) this).atanh.call(a);
    }

    /** The hyperbolic cosine. */
    default NdArray cosh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).cosh.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr cosh(Expr a) {
        return ((UfuncFields) this).cosh.call(a);
    }

    /** The hyperbolic sine. */
    default NdArray sinh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).sinh.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr sinh(Expr a) {
        return ((UfuncFields) this).sinh.call(a);
    }

    /** The hyperbolic tangent. */
    default NdArray tanh(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).tanh.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr tanh(Expr a) {
        return ((UfuncFields) this).tanh.call(a);
    }
}
