package io.arrayport.core;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.ndarray.BitOrder;
import io.arrayport.core.ndarray.BitsOption.Bitorder;
import io.arrayport.core.ndarray.CloseOption.Atol;
import io.arrayport.core.ndarray.CloseOption.EqualNan;
import io.arrayport.core.ndarray.CloseOption.Rtol;
import io.arrayport.core.ndarray.GradientOption.EdgeOrder;
import io.arrayport.core.ndarray.InterpOption.Left;
import io.arrayport.core.ndarray.InterpOption.Period;
import io.arrayport.core.ndarray.InterpOption.Right;
import io.arrayport.core.ndarray.NanToNumOption.Nan;
import io.arrayport.core.ndarray.NanToNumOption.Neginf;
import io.arrayport.core.ndarray.NanToNumOption.Posinf;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.TrapezoidOption.Dx;
import io.arrayport.core.ndarray.TrapezoidOption.X;
import io.arrayport.core.ndarray.UnwrapOption.Discont;

/** The keyword arguments of numerical functions; import them with all others from {@link Options}. */
public abstract sealed class NumericOptions permits Options {
    NumericOptions() {}

    /** Let numbers be apart by this part of the second one. */
    public static Rtol rtol(Number tolerance) {
        return new Rtol(tolerance);
    }

    /** Let numbers be apart by these parts of the second one. */
    public static Rtol rtol(NdArray tolerance) {
        return new Rtol(tolerance);
    }

    /** Let numbers be apart by this much. */
    public static Atol atol(Number tolerance) {
        return new Atol(tolerance);
    }

    /** Let numbers be apart by this much. */
    public static Atol atol(NdArray tolerance) {
        return new Atol(tolerance);
    }

    /** Whether NaN is the same as NaN. */
    public static EqualNan equalNan(boolean equal) {
        return new EqualNan(equal);
    }

    /** Put this in the place of NaN. */
    public static Nan nan(Number value) {
        return new Nan(value);
    }

    /** Put these in the place of NaN. */
    public static Nan nan(NdArray value) {
        return new Nan(value);
    }

    /** Put this in the place of infinity. */
    public static Posinf posinf(Number value) {
        return new Posinf(value);
    }

    /** Put these in the place of infinity. */
    public static Posinf posinf(NdArray value) {
        return new Posinf(value);
    }

    /** Put this in the place of negative infinity. */
    public static Neginf neginf(Number value) {
        return new Neginf(value);
    }

    /** Put these in the place of negative infinity. */
    public static Neginf neginf(NdArray value) {
        return new Neginf(value);
    }

    /** The value before the first point. */
    public static Left left(Number value) {
        return new Left(value);
    }

    /** The value before the first point. */
    public static Left left(Complex value) {
        return new Left(value);
    }

    /** The value behind the last point. */
    public static Right right(Number value) {
        return new Right(value);
    }

    /** The value behind the last point. */
    public static Right right(Complex value) {
        return new Right(value);
    }

    /** Everything repeats after this length. */
    public static Period period(Number length) {
        return new Period(length);
    }

    /** Take steps of at least this length for jumps. */
    public static Discont discont(Number step) {
        return new Discont(step);
    }

    /** Let differences at the edges be of order 1 or 2. */
    public static EdgeOrder edgeOrder(int order) {
        return new EdgeOrder(order);
    }

    /** Samples lie at these places. */
    public static X x(NdArray places) {
        return new X(places);
    }

    /** Samples lie this far apart. */
    public static Dx dx(Number distance) {
        return new Dx(distance);
    }

    /** Samples lie this far apart. */
    public static Dx dx(NdArray distance) {
        return new Dx(distance);
    }

    /** This bit of a byte comes first. */
    public static Bitorder bitorder(BitOrder order) {
        return new Bitorder(order);
    }
}
