package io.arrayport.core;

import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.ExprPair;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PairOption;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter floating. Each gives a new array, or {@code out}. */
public sealed interface FloatingUfuncs permits UfuncFields {
    /** {@code a} with the sign of {@code b}. */
    default NdArray copysign(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).copysign.call(a, b, options);
    }

    /** As {@link #copysign(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray copysign(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).copysign.call(a, b, options);
    }

    /** As {@link #copysign(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray copysign(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).copysign.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr copysign(Expr a, Expr b) {
        return ((UfuncFields) this).copysign.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr copysign(Expr a, Number b) {
        return ((UfuncFields) this).copysign.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr copysign(Number a, Expr b) {
        return ((UfuncFields) this).copysign.call(a, b);
    }

    /** The mantissa, from 0.5 to below 1, and the exponent to base 2, int32. */
    default ArrayPair frexp(NdArray a, PairOption... options) {
        return ((UfuncFields) this).frexp.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default ExprPair frexp(Expr a) {
        return ((UfuncFields) this).frexp.call(a);
    }

    /** {@code a} times 2 to the power of {@code b}. */
    default NdArray ldexp(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).ldexp.call(a, b, options);
    }

    /** As {@link #ldexp(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray ldexp(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).ldexp.call(a, b, options);
    }

    /** As {@link #ldexp(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray ldexp(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).ldexp.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr ldexp(Expr a, Expr b) {
        return ((UfuncFields) this).ldexp.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr ldexp(Expr a, Number b) {
        return ((UfuncFields) this).ldexp.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr ldexp(Number a, Expr b) {
        return ((UfuncFields) this).ldexp.call(a, b);
    }

    /** The fraction and the whole part, both with the sign of {@code a}. */
    default ArrayPair modf(NdArray a, PairOption... options) {
        return ((UfuncFields) this).modf.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default ExprPair modf(Expr a) {
        return ((UfuncFields) this).modf.call(a);
    }

    /** The number next to {@code a} towards {@code b}. */
    default NdArray nextafter(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).nextafter.call(a, b, options);
    }

    /** As {@link #nextafter(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray nextafter(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).nextafter.call(a, b, options);
    }

    /** As {@link #nextafter(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray nextafter(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).nextafter.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr nextafter(Expr a, Expr b) {
        return ((UfuncFields) this).nextafter.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr nextafter(Expr a, Number b) {
        return ((UfuncFields) this).nextafter.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr nextafter(Number a, Expr b) {
        return ((UfuncFields) this).nextafter.call(a, b);
    }

    /** Whether the sign bit is set, also of 0 and NaN: bools. */
    default NdArray signbit(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).signbit.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr signbit(Expr a) {
        return ((UfuncFields) this).signbit.call(a);
    }

    /** The distance from the next number further from 0. */
    default NdArray spacing(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).spacing.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr spacing(Expr a) {
        return ((UfuncFields) this).spacing.call(a);
    }
}
