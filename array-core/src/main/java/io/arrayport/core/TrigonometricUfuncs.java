package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter trigonometric. Each gives a new array, or {@code out}. */
public sealed interface TrigonometricUfuncs permits UfuncFields {
    /** The cosine of an angle in radians. */
    default NdArray cos(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).cos.call(a, options);
    }

    /** Radians of an angle in degrees. */
    default NdArray deg2rad(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).deg2rad.call(a, options);
    }

    /** Degrees of an angle in radians. */
    default NdArray degrees(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).degrees.call(a, options);
    }

    /** Degrees of an angle in radians. */
    default NdArray rad2deg(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).rad2deg.call(a, options);
    }

    /** Radians of an angle in degrees. */
    default NdArray radians(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).radians.call(a, options);
    }

    /** The sine of an angle in radians. */
    default NdArray sin(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).sin.call(a, options);
    }
}
