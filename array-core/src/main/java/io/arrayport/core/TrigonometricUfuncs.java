package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter trigonometric. Each gives a new array, or {@code out}. */
public sealed interface TrigonometricUfuncs permits UfuncFields {
    /** The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1. Another name of {@link #arccos}. */
    default NdArray acos(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).acos.call(a, options);
    }

    /** The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1. */
    default NdArray arccos(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arccos.call(a, options);
    }

    /** The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1. */
    default NdArray arcsin(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arcsin.call(a, options);
    }

    /** The angle from -pi/2 to pi/2 whose tangent it is. */
    default NdArray arctan(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arctan.call(a, options);
    }

    /** The angle from -pi to pi of the point with y = {@code a} and x = {@code b}. */
    default NdArray arctan2(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).arctan2.call(a, b, options);
    }

    /** As {@link #arctan2(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray arctan2(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).arctan2.call(a, b, options);
    }

    /** As {@link #arctan2(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray arctan2(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).arctan2.call(a, b, options);
    }

    /** The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1. Another name of {@link #arcsin}. */
    default NdArray asin(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).asin.call(a, options);
    }

    /** The angle from -pi/2 to pi/2 whose tangent it is. Another name of {@link #arctan}. */
    default NdArray atan(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).atan.call(a, options);
    }

    /** The angle from -pi to pi of the point with y = {@code a} and x = {@code b}. Another name of {@link #arctan2}. */
    default NdArray atan2(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).atan2.call(a, b, options);
    }

    /** As {@link #atan2(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray atan2(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).atan2.call(a, b, options);
    }

    /** As {@link #atan2(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray atan2(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).atan2.call(a, b, options);
    }

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

    /** The tangent of an angle in radians. */
    default NdArray tan(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).tan.call(a, options);
    }
}
