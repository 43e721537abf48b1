package io.arrayport.core;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter extrema. Each gives a new array, or {@code out}. */
public sealed interface ExtremaUfuncs permits UfuncFields {
    /** The greater of two elements; the other if one is NaN. */
    default NdArray fmax(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).fmax.call(a, b, options);
    }

    /** As {@link #fmax(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray fmax(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).fmax.call(a, b, options);
    }

    /** As {@link #fmax(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray fmax(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).fmax.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fmax(Expr a, Expr b) {
        return ((UfuncFields) this).fmax.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fmax(Expr a, Number b) {
        return ((UfuncFields) this).fmax.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fmax(Number a, Expr b) {
        return ((UfuncFields) this).fmax.call(a, b);
    }

    /** The lesser of two elements; the other if one is NaN. */
    default NdArray fmin(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).fmin.call(a, b, options);
    }

    /** As {@link #fmin(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray fmin(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).fmin.call(a, b, options);
    }

    /** As {@link #fmin(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray fmin(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).fmin.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fmin(Expr a, Expr b) {
        return ((UfuncFields) this).fmin.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fmin(Expr a, Number b) {
        return ((UfuncFields) this).fmin.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr fmin(Number a, Expr b) {
        return ((UfuncFields) this).fmin.call(a, b);
    }

    /** The greater of two elements; NaN if either is. */
    default NdArray maximum(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).maximum.call(a, b, options);
    }

    /** As {@link #maximum(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray maximum(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).maximum.call(a, b, options);
    }

    /** As {@link #maximum(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray maximum(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).maximum.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr maximum(Expr a, Expr b) {
        return ((UfuncFields) this).maximum.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr maximum(Expr a, Number b) {
        return ((UfuncFields) this).maximum.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr maximum(Number a, Expr b) {
        return ((UfuncFields) this).maximum.call(a, b);
    }

    /** The lesser of two elements; NaN if either is. */
    default NdArray minimum(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).minimum.call(a, b, options);
    }

    /** As {@link #minimum(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray minimum(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).minimum.call(a, b, options);
    }

    /** As {@link #minimum(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray minimum(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).minimum.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr minimum(Expr a, Expr b) {
        return ((UfuncFields) this).minimum.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr minimum(Expr a, Number b) {
        return ((UfuncFields) this).minimum.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr minimum(Number a, Expr b) {
        return ((UfuncFields) this).minimum.call(a, b);
    }
}
