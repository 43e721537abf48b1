package io.arrayport.core;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter rounding. Each gives a new array, or {@code out}. */
public sealed interface RoundingUfuncs permits UfuncFields {
    /** The smallest whole number not below. */
    default NdArray ceil(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).ceil.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr ceil(Expr a) {
        return ((UfuncFields) this).ceil.call(a);
    }

    /** The largest whole number not above. */
    default NdArray floor(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).floor.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr floor(Expr a) {
        return ((UfuncFields) this).floor.call(a);
    }

    /** The nearest whole number, the even one of two. */
    default NdArray rint(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).rint.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr rint(Expr a) {
        return ((UfuncFields) this).rint.call(a);
    }

    /** The whole number next to it towards 0. */
    default NdArray trunc(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).trunc.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr trunc(Expr a) {
        return ((UfuncFields) this).trunc.call(a);
    }
}
