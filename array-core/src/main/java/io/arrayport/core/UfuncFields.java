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
            HyperbolicUfuncs,
            TrigonometricUfuncs
        permits Np {
    /** The distance from 0: {@code |a|}; real for complex numbers. Another name of {@link #absolute}. */
    public final UnaryUfunc abs = new UnaryUfunc(Ufuncs.ABSOLUTE);
    /** The distance from 0: {@code |a|}; real for complex numbers. */
    public final UnaryUfunc absolute = new UnaryUfunc(Ufuncs.ABSOLUTE);
    /** The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1. Another name of {@link #arccos}. */
    public final UnaryUfunc acos = new UnaryUfunc(Ufuncs.ARCCOS);
    /** The number whose hyperbolic cosine it is; NaN below 1. Another name of {@link #arccosh}. */
    public final UnaryUfunc acosh = new UnaryUfunc(Ufuncs.ARCCOSH);
    /** {@code a + b}; integers wrap, of bools it is or. */
    public final BinaryUfunc add = new BinaryUfunc(Ufuncs.ADD);
    /** The angle from 0 to pi whose cosine it is; NaN beyond -1 and 1. */
    public final UnaryUfunc arccos = new UnaryUfunc(Ufuncs.ARCCOS);
    /** The number whose hyperbolic cosine it is; NaN below 1. */
    public final UnaryUfunc arccosh = new UnaryUfunc(Ufuncs.ARCCOSH);
    /** The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1. */
    public final UnaryUfunc arcsin = new UnaryUfunc(Ufuncs.ARCSIN);
    /** The number whose hyperbolic sine it is. */
    public final UnaryUfunc arcsinh = new UnaryUfunc(Ufuncs.ARCSINH);
    /** The angle from -pi/2 to pi/2 whose tangent it is. */
    public final UnaryUfunc arctan = new UnaryUfunc(Ufuncs.ARCTAN);
    /** The number whose hyperbolic tangent it is; NaN beyond -1 and 1. */
    public final UnaryUfunc arctanh = new UnaryUfunc(Ufuncs.ARCTANH);
    /** The angle from -pi/2 to pi/2 whose sine it is; NaN beyond -1 and 1. Another name of {@link #arcsin}. */
    public final UnaryUfunc asin = new UnaryUfunc(Ufuncs.ARCSIN);
    /** The number whose hyperbolic sine it is. Another name of {@link #arcsinh}. */
    public final UnaryUfunc asinh = new UnaryUfunc(Ufuncs.ARCSINH);
    /** The angle from -pi/2 to pi/2 whose tangent it is. Another name of {@link #arctan}. */
    public final UnaryUfunc atan = new UnaryUfunc(Ufuncs.ARCTAN);
    /** The number whose hyperbolic tangent it is; NaN beyond -1 and 1. Another name of {@link #arctanh}. */
    public final UnaryUfunc atanh = new UnaryUfunc(Ufuncs.ARCTANH);
    /** The cosine of an angle in radians. */
    public final UnaryUfunc cos = new UnaryUfunc(Ufuncs.COS);
    /** The hyperbolic cosine. */
    public final UnaryUfunc cosh = new UnaryUfunc(Ufuncs.COSH);
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
    /** The hyperbolic sine. */
    public final UnaryUfunc sinh = new UnaryUfunc(Ufuncs.SINH);
    /** The square root; NaN of negative real numbers. */
    public final UnaryUfunc sqrt = new UnaryUfunc(Ufuncs.SQRT);
    /** {@code a * a}; integers wrap. */
    public final UnaryUfunc square = new UnaryUfunc(Ufuncs.SQUARE);
    /** {@code a - b}; integers wrap, bools are refused. */
    public final BinaryUfunc subtract = new BinaryUfunc(Ufuncs.SUBTRACT);
    /** The tangent of an angle in radians. */
    public final UnaryUfunc tan = new UnaryUfunc(Ufuncs.TAN);
    /** The hyperbolic tangent. */
    public final UnaryUfunc tanh = new UnaryUfunc(Ufuncs.TANH);
    /** {@code a / b}; integers are divided as float64. Another name of {@link #divide}. */
    public final BinaryUfunc trueDivide = new BinaryUfunc(Ufuncs.DIVIDE);

    UfuncFields() {}
}
