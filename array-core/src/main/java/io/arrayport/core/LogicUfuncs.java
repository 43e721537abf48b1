package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter logic. Each gives a new array, or {@code out}. */
public sealed interface LogicUfuncs permits UfuncFields {
    /** Whether it is neither NaN nor infinite: bools. */
    default NdArray isfinite(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).isfinite.call(a, options);
    }

    /** Whether it is infinite: bools. */
    default NdArray isinf(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).isinf.call(a, options);
    }

    /** Whether it is NaN: bools. */
    default NdArray isnan(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).isnan.call(a, options);
    }

    /** Whether it is not a time: bools. */
    default NdArray isnat(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).isnat.call(a, options);
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

    /** Whether it is 0: bools. */
    default NdArray logicalNot(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).logicalNot.call(a, options);
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
}
