package io.arrayport.core;

import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;

// Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the table, not this.
/** The fields of {@link Np} that compute element by element. */
public abstract sealed class UfuncFields extends Constants
        implements
            ArithmeticUfuncs,
            ComparisonUfuncs,
            ExponentsUfuncs,
            ExtremaUfuncs,
            LogicUfuncs,
            TrigonometricUfuncs
        permits Np {
    /** The distance from 0: {@code |a|}; real for complex numbers. Another name of {@link #absolute}. */
    public final UnaryUfunc abs = new UnaryUfunc(Ufuncs.ABSOLUTE);
    /** The distance from 0: {@code |a|}; real for complex numbers. */
    public final UnaryUfunc absolute = new UnaryUfunc(Ufuncs.ABSOLUTE);
    /** {@code a + b}; integers wrap, of bools it is or. */
    public final BinaryUfunc add = new BinaryUfunc(Ufuncs.ADD);
    /** The cosine of an angle in radians. */
    public final UnaryUfunc cos = new UnaryUfunc(Ufuncs.COS);
    /** {@code a / b}; integers are divided as float64. */
    public final BinaryUfunc divide = new BinaryUfunc(Ufuncs.DIVIDE);
    /** {@code a == b}: bools. */
    public final BinaryUfunc equal = new BinaryUfunc(Ufuncs.EQUAL);
    /** e to the power of {@code a}. */
    public final UnaryUfunc exp = new UnaryUfunc(Ufuncs.EXP);
    /** {@code a > b}: bools. */
    public final BinaryUfunc greater = new BinaryUfunc(Ufuncs.GREATER);
    /** {@code a >= b}: bools. */
    public final BinaryUfunc greaterEqual = new BinaryUfunc(Ufuncs.GREATER_EQUAL);
    /** {@code sqrt(a * a + b * b)}, which neither overflows nor vanishes in between. */
    public final BinaryUfunc hypot = new BinaryUfunc(Ufuncs.HYPOT);
    /** Whether it is not a time. */
    public final UnaryUfunc isnat = new UnaryUfunc(Ufuncs.ISNAT);
    /** {@code a < b}: bools. */
    public final BinaryUfunc less = new BinaryUfunc(Ufuncs.LESS);
    /** {@code a <= b}: bools. */
    public final BinaryUfunc lessEqual = new BinaryUfunc(Ufuncs.LESS_EQUAL);
    /** The natural logarithm; NaN of negative numbers, -infinity of 0. */
    public final UnaryUfunc log = new UnaryUfunc(Ufuncs.LOG);
    /** The greater of two elements; NaN if either is. */
    public final BinaryUfunc maximum = new BinaryUfunc(Ufuncs.MAXIMUM);
    /** The lesser of two elements; NaN if either is. */
    public final BinaryUfunc minimum = new BinaryUfunc(Ufuncs.MINIMUM);
    /** {@code a * b}; integers wrap, of bools it is and. */
    public final BinaryUfunc multiply = new BinaryUfunc(Ufuncs.MULTIPLY);
    /** {@code -a}; integers wrap, bools are refused. */
    public final UnaryUfunc negative = new UnaryUfunc(Ufuncs.NEGATIVE);
    /** {@code a != b}: bools. */
    public final BinaryUfunc notEqual = new BinaryUfunc(Ufuncs.NOT_EQUAL);
    /** The sine of an angle in radians. */
    public final UnaryUfunc sin = new UnaryUfunc(Ufuncs.SIN);
    /** The square root; NaN of negative real numbers. */
    public final UnaryUfunc sqrt = new UnaryUfunc(Ufuncs.SQRT);
    /** {@code a * a}; integers wrap. */
    public final UnaryUfunc square = new UnaryUfunc(Ufuncs.SQUARE);
    /** {@code a - b}; integers wrap, bools are refused. */
    public final BinaryUfunc subtract = new BinaryUfunc(Ufuncs.SUBTRACT);
    /** {@code a / b}; integers are divided as float64. Another name of {@link #divide}. */
    public final BinaryUfunc trueDivide = new BinaryUfunc(Ufuncs.DIVIDE);

    UfuncFields() {}
}
