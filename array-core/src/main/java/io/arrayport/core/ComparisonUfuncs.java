package io.arrayport.core;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter comparison. Each gives a new array, or {@code out}. */
public sealed interface ComparisonUfuncs permits UfuncFields {
    /** {@code a == b}: bools. */
    default NdArray equal(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).equal.call(a, b, options);
    }

    /** As {@link #equal(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray equal(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).equal.call(a, b, options);
    }

    /** As {@link #equal(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray equal(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).equal.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr equal(Expr a, Expr b) {
        return ((UfuncFields) this).equal.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr equal(Expr a, Number b) {
        return ((UfuncFields) this).equal.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr equal(Number a, Expr b) {
        return ((UfuncFields) this).equal.call(a, b);
    }

    /** {@code a > b}: bools. */
    default NdArray greater(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).greater.call(a, b, options);
    }

    /** As {@link #greater(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray greater(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).greater.call(a, b, options);
    }

    /** As {@link #greater(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray greater(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).greater.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr greater(Expr a, Expr b) {
        return ((UfuncFields) this).greater.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr greater(Expr a, Number b) {
        return ((UfuncFields) this).greater.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr greater(Number a, Expr b) {
        return ((UfuncFields) this).greater.call(a, b);
    }

    /** {@code a >= b}: bools. */
    default NdArray greaterEqual(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).greaterEqual.call(a, b, options);
    }

    /** As {@link #greaterEqual(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray greaterEqual(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).greaterEqual.call(a, b, options);
    }

    /** As {@link #greaterEqual(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray greaterEqual(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).greaterEqual.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr greaterEqual(Expr a, Expr b) {
        return ((UfuncFields) this).greaterEqual.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr greaterEqual(Expr a, Number b) {
        return ((UfuncFields) this).greaterEqual.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr greaterEqual(Number a, Expr b) {
        return ((UfuncFields) this).greaterEqual.call(a, b);
    }

    /** {@code a < b}: bools. */
    default NdArray less(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).less.call(a, b, options);
    }

    /** As {@link #less(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray less(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).less.call(a, b, options);
    }

    /** As {@link #less(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray less(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).less.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr less(Expr a, Expr b) {
        return ((UfuncFields) this).less.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr less(Expr a, Number b) {
        return ((UfuncFields) this).less.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr less(Number a, Expr b) {
        return ((UfuncFields) this).less.call(a, b);
    }

    /** {@code a <= b}: bools. */
    default NdArray lessEqual(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).lessEqual.call(a, b, options);
    }

    /** As {@link #lessEqual(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray lessEqual(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).lessEqual.call(a, b, options);
    }

    /** As {@link #lessEqual(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray lessEqual(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).lessEqual.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr lessEqual(Expr a, Expr b) {
        return ((UfuncFields) this).lessEqual.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr lessEqual(Expr a, Number b) {
        return ((UfuncFields) this).lessEqual.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr lessEqual(Number a, Expr b) {
        return ((UfuncFields) this).lessEqual.call(a, b);
    }

    /** {@code a != b}: bools. */
    default NdArray notEqual(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).notEqual.call(a, b, options);
    }

    /** As {@link #notEqual(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray notEqual(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).notEqual.call(a, b, options);
    }

    /** As {@link #notEqual(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray notEqual(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).notEqual.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr notEqual(Expr a, Expr b) {
        return ((UfuncFields) this).notEqual.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr notEqual(Expr a, Number b) {
        return ((UfuncFields) this).notEqual.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr notEqual(Number a, Expr b) {
        return ((UfuncFields) this).notEqual.call(a, b);
    }
}
