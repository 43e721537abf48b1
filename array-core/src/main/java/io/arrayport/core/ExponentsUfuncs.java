package io.arrayport.core;

import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The functions of {@link Np} in the ufuncs' chapter exponents. Each gives a new array, or {@code out}. */
public sealed interface ExponentsUfuncs permits UfuncFields {
    /** The cube root, of negative numbers too. */
    default NdArray cbrt(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).cbrt.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr cbrt(Expr a) {
        return ((UfuncFields) this).cbrt.call(a);
    }

    /** e to the power of {@code a}. */
    default NdArray exp(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).exp.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr exp(Expr a) {
        return ((UfuncFields) this).exp.call(a);
    }

    /** 2 to the power of {@code a}. */
    default NdArray exp2(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).exp2.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr exp2(Expr a) {
        return ((UfuncFields) this).exp2.call(a);
    }

    /** e to the power of {@code a}, less 1, to full accuracy near 0 too. */
    default NdArray expm1(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).expm1.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr expm1(Expr a) {
        return ((UfuncFields) this).expm1.call(a);
    }

    /** {@code sqrt(a * a + b * b)}, which neither overflows nor vanishes in between. */
    default NdArray hypot(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).hypot.call(a, b, options);
    }

    /** As {@link #hypot(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray hypot(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).hypot.call(a, b, options);
    }

    /** As {@link #hypot(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray hypot(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).hypot.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr hypot(Expr a, Expr b) {
        return ((UfuncFields) this).hypot.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr hypot(Expr a, Number b) {
        return ((UfuncFields) this).hypot.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr hypot(Number a, Expr b) {
        return ((UfuncFields) this).hypot.call(a, b);
    }

    /** The natural logarithm; NaN of negative numbers, -infinity of 0. */
    default NdArray log(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).log.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr log(Expr a) {
        return ((UfuncFields) this).log.call(a);
    }

    /** The logarithm to base 10; NaN of negative numbers, -infinity of 0. */
    default NdArray log10(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).log10.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr log10(Expr a) {
        return ((UfuncFields) this).log10.call(a);
    }

    /** The natural logarithm of {@code 1 + a}, to full accuracy near 0 too. */
    default NdArray log1p(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).log1p.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr log1p(Expr a) {
        return ((UfuncFields) this).log1p.call(a);
    }

    /** The logarithm to base 2; NaN of negative numbers, -infinity of 0. */
    default NdArray log2(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).log2.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr log2(Expr a) {
        return ((UfuncFields) this).log2.call(a);
    }

    /** {@code log(exp(a) + exp(b))}, whose sum neither overflows nor vanishes. */
    default NdArray logaddexp(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logaddexp.call(a, b, options);
    }

    /** As {@link #logaddexp(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logaddexp(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).logaddexp.call(a, b, options);
    }

    /** As {@link #logaddexp(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logaddexp(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logaddexp.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logaddexp(Expr a, Expr b) {
        return ((UfuncFields) this).logaddexp.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logaddexp(Expr a, Number b) {
        return ((UfuncFields) this).logaddexp.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logaddexp(Number a, Expr b) {
        return ((UfuncFields) this).logaddexp.call(a, b);
    }

    /** {@code log2(exp2(a) + exp2(b))}, whose sum neither overflows nor vanishes. */
    default NdArray logaddexp2(NdArray a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logaddexp2.call(a, b, options);
    }

    /** As {@link #logaddexp2(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logaddexp2(NdArray a, Number b, UfuncOption... options) {
        return ((UfuncFields) this).logaddexp2.call(a, b, options);
    }

    /** As {@link #logaddexp2(NdArray, NdArray, UfuncOption...)} with a weak number. */
    default NdArray logaddexp2(Number a, NdArray b, UfuncOption... options) {
        return ((UfuncFields) this).logaddexp2.call(a, b, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logaddexp2(Expr a, Expr b) {
        return ((UfuncFields) this).logaddexp2.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logaddexp2(Expr a, Number b) {
        return ((UfuncFields) this).logaddexp2.call(a, b);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr logaddexp2(Number a, Expr b) {
        return ((UfuncFields) this).logaddexp2.call(a, b);
    }

    /** The square root; NaN of negative real numbers. */
    default NdArray sqrt(NdArray a, UfuncOption... options) {
        return ((UfuncFields) this).sqrt.call(a, options);
    }

    /** The same in a fused function: {@link Fusing#fuse}. */
    default Expr sqrt(Expr a) {
        return ((UfuncFields) this).sqrt.call(a);
    }
}
