package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter logic. Each gives a new array, or {@code out}. */
public sealed interface LogicUfuncs permits UfuncFields {
    /** Whether it is not a time. */
    default NdArray isnat(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).isnat.call(a, options);
    }
}
