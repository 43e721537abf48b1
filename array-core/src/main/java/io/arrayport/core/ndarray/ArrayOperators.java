package io.arrayport.core.ndarray;

import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * Further operators of Python as methods: comparisons, which give masks for {@link NdArray#get}, and what masks are
 * put together by: {@code a.get(a.greater(0).bitwiseAnd(a.less(9)))}. Results are new arrays; see {@link UFunc#call}
 * for the errors.
 */
public sealed interface ArrayOperators permits NdArray {
    /** {@code this < other}, of bools. */
    default NdArray less(NdArray other) {
        return Arithmetic.call(Ufuncs.LESS, (NdArray) this, other);
    }

    /** {@code this < other}, of bools; the number may be any. */
    default NdArray less(Number other) {
        return Arithmetic.call(Ufuncs.LESS, (NdArray) this, other);
    }

    /** {@code this <= other}, of bools. */
    default NdArray lessEqual(NdArray other) {
        return Arithmetic.call(Ufuncs.LESS_EQUAL, (NdArray) this, other);
    }

    /** {@code this <= other}, of bools; the number may be any. */
    default NdArray lessEqual(Number other) {
        return Arithmetic.call(Ufuncs.LESS_EQUAL, (NdArray) this, other);
    }

    /** {@code this > other}, of bools. */
    default NdArray greater(NdArray other) {
        return Arithmetic.call(Ufuncs.GREATER, (NdArray) this, other);
    }

    /** {@code this > other}, of bools; the number may be any. */
    default NdArray greater(Number other) {
        return Arithmetic.call(Ufuncs.GREATER, (NdArray) this, other);
    }

    /** {@code this >= other}, of bools. */
    default NdArray greaterEqual(NdArray other) {
        return Arithmetic.call(Ufuncs.GREATER_EQUAL, (NdArray) this, other);
    }

    /** {@code this >= other}, of bools; the number may be any. */
    default NdArray greaterEqual(Number other) {
        return Arithmetic.call(Ufuncs.GREATER_EQUAL, (NdArray) this, other);
    }

    /** {@code this == other} for each element, of bools; {@code equals} asks whether it is the same object. */
    default NdArray equal(NdArray other) {
        return Arithmetic.call(Ufuncs.EQUAL, (NdArray) this, other);
    }

    /** {@code this == other} for each element, of bools; the number may be any. */
    default NdArray equal(Number other) {
        return Arithmetic.call(Ufuncs.EQUAL, (NdArray) this, other);
    }

    /** {@code this != other} for each element, of bools. */
    default NdArray notEqual(NdArray other) {
        return Arithmetic.call(Ufuncs.NOT_EQUAL, (NdArray) this, other);
    }

    /** {@code this != other} for each element, of bools; the number may be any. */
    default NdArray notEqual(Number other) {
        return Arithmetic.call(Ufuncs.NOT_EQUAL, (NdArray) this, other);
    }

    /** {@code this & other}: of masks where both are true. */
    default NdArray bitwiseAnd(NdArray other) {
        return Arithmetic.call(Ufuncs.BITWISE_AND, (NdArray) this, other);
    }

    /** {@code this | other}: of masks where at least one is true. */
    default NdArray bitwiseOr(NdArray other) {
        return Arithmetic.call(Ufuncs.BITWISE_OR, (NdArray) this, other);
    }

    /** {@code ~this}: of a mask where it is false. */
    default NdArray invert() {
        return Arithmetic.wrap(Ufuncs.INVERT.call(((NdArray) this).operand()));
    }

    /** {@code -this}. */
    default NdArray negative() {
        return Arithmetic.wrap(Ufuncs.NEGATIVE.call(((NdArray) this).operand()));
    }

    /** {@code this ** other}, broadcast. */
    default NdArray power(NdArray other) {
        return Arithmetic.call(Ufuncs.POWER, (NdArray) this, other);
    }

    /** {@code this ** other}, the number taking this array's type (NEP 50's weak scalar). */
    default NdArray power(Number other) {
        return Arithmetic.call(Ufuncs.POWER, (NdArray) this, other);
    }
}
