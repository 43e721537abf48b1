package io.arrayport.core;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter bits. Each gives a new array, or {@code out}. */
public sealed interface BitsUfuncs permits UfuncFields {
    /** The bits that both have. */
    default NdArray bitwiseAnd(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseAnd.call(a, b, options);
    }

    /** As {@link #bitwiseAnd(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseAnd(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseAnd.call(a, b, options);
    }

    /** As {@link #bitwiseAnd(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseAnd(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseAnd.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseAnd(Expr a, Expr b) {
        return ((UfuncFields) this).bitwiseAnd.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseAnd(Expr a, Number b) {
        return ((UfuncFields) this).bitwiseAnd.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseAnd(Number a, Expr b) {
        return ((UfuncFields) this).bitwiseAnd.call(a, b);
    }

    /** How many bits of the absolute value are 1. */
    default NdArray bitwiseCount(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseCount.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseCount(Expr a) {
        return ((UfuncFields) this).bitwiseCount.call(a);
    }

    /** The bits that it has not; of bools, not. Another name of {@link #invert}. */
    default NdArray bitwiseInvert(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseInvert.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseInvert(Expr a) {
        return ((UfuncFields) this).bitwiseInvert.call(a);
    }

    /**
     * {@code a} times 2 to the power of {@code b}; 0 if that is beyond the type. Another name of {@link #leftShift}.
     */
    default NdArray bitwiseLeftShift(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseLeftShift.call(a, b, options);
    }

    /** As {@link #bitwiseLeftShift(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseLeftShift(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseLeftShift.call(a, b, options);
    }

    /** As {@link #bitwiseLeftShift(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseLeftShift(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseLeftShift.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseLeftShift(Expr a, Expr b) {
        return ((UfuncFields) this).bitwiseLeftShift.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseLeftShift(Expr a, Number b) {
        return ((UfuncFields) this).bitwiseLeftShift.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseLeftShift(Number a, Expr b) {
        return ((UfuncFields) this).bitwiseLeftShift.call(a, b);
    }

    /** The bits that it has not; of bools, not. Another name of {@link #invert}. */
    default NdArray bitwiseNot(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseNot.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseNot(Expr a) {
        return ((UfuncFields) this).bitwiseNot.call(a);
    }

    /** The bits that either has. */
    default NdArray bitwiseOr(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseOr.call(a, b, options);
    }

    /** As {@link #bitwiseOr(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseOr(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseOr.call(a, b, options);
    }

    /** As {@link #bitwiseOr(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseOr(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseOr.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseOr(Expr a, Expr b) {
        return ((UfuncFields) this).bitwiseOr.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseOr(Expr a, Number b) {
        return ((UfuncFields) this).bitwiseOr.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseOr(Number a, Expr b) {
        return ((UfuncFields) this).bitwiseOr.call(a, b);
    }

    /** {@code a} divided by 2 to the power of {@code b}, rounded down. Another name of {@link #rightShift}. */
    default NdArray bitwiseRightShift(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseRightShift.call(a, b, options);
    }

    /** As {@link #bitwiseRightShift(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseRightShift(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseRightShift.call(a, b, options);
    }

    /** As {@link #bitwiseRightShift(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseRightShift(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseRightShift.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseRightShift(Expr a, Expr b) {
        return ((UfuncFields) this).bitwiseRightShift.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseRightShift(Expr a, Number b) {
        return ((UfuncFields) this).bitwiseRightShift.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseRightShift(Number a, Expr b) {
        return ((UfuncFields) this).bitwiseRightShift.call(a, b);
    }

    /** The bits that one of the two has. */
    default NdArray bitwiseXor(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseXor.call(a, b, options);
    }

    /** As {@link #bitwiseXor(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseXor(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseXor.call(a, b, options);
    }

    /** As {@link #bitwiseXor(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray bitwiseXor(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).bitwiseXor.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseXor(Expr a, Expr b) {
        return ((UfuncFields) this).bitwiseXor.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseXor(Expr a, Number b) {
        return ((UfuncFields) this).bitwiseXor.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr bitwiseXor(Number a, Expr b) {
        return ((UfuncFields) this).bitwiseXor.call(a, b);
    }

    /** The bits that it has not; of bools, not. */
    default NdArray invert(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).invert.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr invert(Expr a) {
        return ((UfuncFields) this).invert.call(a);
    }

    /** {@code a} times 2 to the power of {@code b}; 0 if that is beyond the type. */
    default NdArray leftShift(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).leftShift.call(a, b, options);
    }

    /** As {@link #leftShift(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray leftShift(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).leftShift.call(a, b, options);
    }

    /** As {@link #leftShift(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray leftShift(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).leftShift.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr leftShift(Expr a, Expr b) {
        return ((UfuncFields) this).leftShift.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr leftShift(Expr a, Number b) {
        return ((UfuncFields) this).leftShift.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr leftShift(Number a, Expr b) {
        return ((UfuncFields) this).leftShift.call(a, b);
    }

    /** {@code a} divided by 2 to the power of {@code b}, rounded down. */
    default NdArray rightShift(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).rightShift.call(a, b, options);
    }

    /** As {@link #rightShift(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray rightShift(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).rightShift.call(a, b, options);
    }

    /** As {@link #rightShift(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray rightShift(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).rightShift.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr rightShift(Expr a, Expr b) {
        return ((UfuncFields) this).rightShift.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr rightShift(Expr a, Number b) {
        return ((UfuncFields) this).rightShift.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr rightShift(Number a, Expr b) {
        return ((UfuncFields) this).rightShift.call(a, b);
    }
}
