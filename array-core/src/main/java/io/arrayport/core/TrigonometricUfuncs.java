package io.arrayport.core;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter trigonometric. Each gives a new array, or {@code out}. */
public sealed interface TrigonometricUfuncs permits UfuncFields {
    /** The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1. Another name of {@link #arccos}. */
    default NdArray acos(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).acos.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr acos(Expr a) {
        return ((UfuncFields) this).acos.call(a);
    }

    /** The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1. */
    default NdArray arccos(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arccos.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr arccos(Expr a) {
        return ((UfuncFields) this).arccos.call(a);
    }

    /** The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1. */
    default NdArray arcsin(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arcsin.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr arcsin(Expr a) {
        return ((UfuncFields) this).arcsin.call(a);
    }

    /** The angle from -pi/2 to pi/2 whose tangent it is. */
    default NdArray arctan(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).arctan.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr arctan(Expr a) {
        return ((UfuncFields) this).arctan.call(a);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr arctan2(Expr a, Expr b) {
        return ((UfuncFields) this).arctan2.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr arctan2(Expr a, Number b) {
        return ((UfuncFields) this).arctan2.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr arctan2(Number a, Expr b) {
        return ((UfuncFields) this).arctan2.call(a, b);
    }

    /** The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1. Another name of {@link #arcsin}. */
    default NdArray asin(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).asin.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr asin(Expr a) {
        return ((UfuncFields) this).asin.call(a);
    }

    /** The angle from -pi/2 to pi/2 whose tangent it is. Another name of {@link #arctan}. */
    default NdArray atan(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).atan.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr atan(Expr a) {
        return ((UfuncFields) this).atan.call(a);
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

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr atan2(Expr a, Expr b) {
        return ((UfuncFields) this).atan2.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr atan2(Expr a, Number b) {
        return ((UfuncFields) this).atan2.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr atan2(Number a, Expr b) {
        return ((UfuncFields) this).atan2.call(a, b);
    }

    /** The cosine of an angle in radians. */
    default NdArray cos(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).cos.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr cos(Expr a) {
        return ((UfuncFields) this).cos.call(a);
    }

    /** Radians of an angle in degrees. */
    default NdArray deg2rad(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).deg2rad.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr deg2rad(Expr a) {
        return ((UfuncFields) this).deg2rad.call(a);
    }

    /** Degrees of an angle in radians. */
    default NdArray degrees(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).degrees.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr degrees(Expr a) {
        return ((UfuncFields) this).degrees.call(a);
    }

    /** Degrees of an angle in radians. */
    default NdArray rad2deg(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).rad2deg.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr rad2deg(Expr a) {
        return ((UfuncFields) this).rad2deg.call(a);
    }

    /** Radians of an angle in degrees. */
    default NdArray radians(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).radians.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr radians(Expr a) {
        return ((UfuncFields) this).radians.call(a);
    }

    /** The sine of an angle in radians. */
    default NdArray sin(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).sin.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr sin(Expr a) {
        return ((UfuncFields) this).sin.call(a);
    }

    /** The tangent of an angle in radians. */
    default NdArray tan(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).tan.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr tan(Expr a) {
        return ((UfuncFields) this).tan.call(a);
    }
}
