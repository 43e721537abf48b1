package io.arrayport.core;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter logic. Each gives a new array, or {@code out}. */
public sealed interface LogicUfuncs permits UfuncFields {
    /** Whether it is neither NaN nor infinite: bools. */
    default NdArray isfinite(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).isfinite.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr isfinite(Expr a) {
        return ((UfuncFields) this).isfinite.call(a);
    }

    /** Whether it is infinite: bools. */
    default NdArray isinf(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).isinf.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr isinf(Expr a) {
        return ((UfuncFields) this).isinf.call(a);
    }

    /** Whether it is NaN: bools. */
    default NdArray isnan(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).isnan.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr isnan(Expr a) {
        return ((UfuncFields) this).isnan.call(a);
    }

    /** Whether it is not a time: bools. */
    default NdArray isnat(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).isnat.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr isnat(Expr a) {
        return ((UfuncFields) this).isnat.call(a);
    }

    /** Whether both are other than 0: bools. */
    default NdArray logicalAnd(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logicalAnd.call(a, b, options);
    }

    /** As {@link #logicalAnd(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logicalAnd(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).logicalAnd.call(a, b, options);
    }

    /** As {@link #logicalAnd(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logicalAnd(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logicalAnd.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalAnd(Expr a, Expr b) {
        return ((UfuncFields) this).logicalAnd.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalAnd(Expr a, Number b) {
        return ((UfuncFields) this).logicalAnd.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalAnd(Number a, Expr b) {
        return ((UfuncFields) this).logicalAnd.call(a, b);
    }

    /** Whether it is 0: bools. */
    default NdArray logicalNot(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).logicalNot.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalNot(Expr a) {
        return ((UfuncFields) this).logicalNot.call(a);
    }

    /** Whether either is other than 0: bools. */
    default NdArray logicalOr(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logicalOr.call(a, b, options);
    }

    /** As {@link #logicalOr(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logicalOr(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).logicalOr.call(a, b, options);
    }

    /** As {@link #logicalOr(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logicalOr(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logicalOr.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalOr(Expr a, Expr b) {
        return ((UfuncFields) this).logicalOr.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalOr(Expr a, Number b) {
        return ((UfuncFields) this).logicalOr.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalOr(Number a, Expr b) {
        return ((UfuncFields) this).logicalOr.call(a, b);
    }

    /** Whether one of the two is other than 0: bools. */
    default NdArray logicalXor(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logicalXor.call(a, b, options);
    }

    /** As {@link #logicalXor(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logicalXor(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).logicalXor.call(a, b, options);
    }

    /** As {@link #logicalXor(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logicalXor(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logicalXor.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalXor(Expr a, Expr b) {
        return ((UfuncFields) this).logicalXor.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalXor(Expr a, Number b) {
        return ((UfuncFields) this).logicalXor.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logicalXor(Number a, Expr b) {
        return ((UfuncFields) this).logicalXor.call(a, b);
    }
}
