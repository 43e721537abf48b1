package io.arrayport.core;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.Span;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.ClipOption.AMax;
import io.arrayport.core.ndarray.ClipOption.AMin;
import io.arrayport.core.ndarray.ClipOption.Max;
import io.arrayport.core.ndarray.ClipOption.Min;
import io.arrayport.core.ndarray.CovarianceOption.Aweights;
import io.arrayport.core.ndarray.CovarianceOption.Bias;
import io.arrayport.core.ndarray.CovarianceOption.Fweights;
import io.arrayport.core.ndarray.CovarianceOption.Rowvar;
import io.arrayport.core.ndarray.CrossOption.Axisa;
import io.arrayport.core.ndarray.CrossOption.Axisb;
import io.arrayport.core.ndarray.CrossOption.Axisc;
import io.arrayport.core.ndarray.EinsumOption.Optimize;
import io.arrayport.core.ndarray.EinsumPath;
import io.arrayport.core.ndarray.ErrorOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axes;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.Correction;
import io.arrayport.core.ndarray.Option.Ddof;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.IncludeInitial;
import io.arrayport.core.ndarray.Option.Initial;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Mean;
import io.arrayport.core.ndarray.Option.MethodOption;
import io.arrayport.core.ndarray.Option.N;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Outs;
import io.arrayport.core.ndarray.Option.OverwriteInput;
import io.arrayport.core.ndarray.Option.Returned;
import io.arrayport.core.ndarray.Option.Weights;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.ndarray.QuantileMethod;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's keyword arguments, and what an index is made of, as functions to be imported statically:
 * {@code np.sum(a, axis(1), keepdims(true))}, {@code a.get(all(), slice(1, null))}.
 */
public final class Options extends PrintingOptions {
    private Options() {}

    /**
     * Along these axes; negative ones count from the end. None named is no axis at all; null is NumPy's None, as
     * {@link #allAxes()}.
     */
    public static Axis axis(int @Nullable... axes) {
        if (axes == null) {
            return allAxes();
        }
        if (axes.length == 1) {
            return new Axis(List.of(axes[0])); // nearly always, and not worth a stream
        }
        return new Axis(Arrays.stream(axes).boxed().toList());
    }

    /** This axis of the first operand is its vectors. */
    public static Axisa axisa(int axis) {
        return new Axisa(axis);
    }

    /** This axis of the second operand is its vectors. */
    public static Axisb axisb(int axis) {
        return new Axisb(axis);
    }

    /** This axis of the result is its vectors. */
    public static Axisc axisc(int axis) {
        return new Axisc(axis);
    }

    /** These axes are the matrices and vectors of a product: of each operand, then of the result. */
    public static Axes axes(int[]... axes) {
        return new Axes(Arrays.stream(axes).map(each -> Arrays.stream(each).boxed().toList()).toList());
    }

    /** Along all axes: NumPy's {@code axis=None}. */
    public static Axis allAxes() {
        return new Axis(null);
    }

    /** Compute in this element type, or make arrays of it. */
    public static DtypeOption dtype(DType type) {
        return new DtypeOption(type);
    }

    /** Write results to this array, and return it. */
    public static Out out(@ArrayOnly NdArray array) {
        return new Out(array);
    }

    /** Write two results to these arrays, and return them; null makes a new array. */
    public static Outs out(@ArrayOnly @Nullable NdArray first, @Nullable NdArray second) {
        return new Outs(first, second);
    }

    /** Bring what is below this number up to it. */
    public static Min min(Number bound) {
        return new Min(bound, null);
    }

    /** Bring what is below this array's elements, broadcast, up to them. */
    public static Min min(NdArray bound) {
        return new Min(null, bound);
    }

    /** Bring what is above this number down to it. */
    public static Max max(Number bound) {
        return new Max(bound, null);
    }

    /** Bring what is above this array's elements, broadcast, down to them. */
    public static Max max(NdArray bound) {
        return new Max(null, bound);
    }

    /** {@link #min(Number)} by its older name. */
    public static AMin aMin(Number bound) {
        return new AMin(bound, null);
    }

    /** {@link #min(NdArray)} by its older name. */
    public static AMin aMin(NdArray bound) {
        return new AMin(null, bound);
    }

    /** {@link #max(Number)} by its older name. */
    public static AMax aMax(Number bound) {
        return new AMax(bound, null);
    }

    /** {@link #max(NdArray)} by its older name. */
    public static AMax aMax(NdArray bound) {
        return new AMax(null, bound);
    }

    /** Whether axes that are reduced stay, with length 1. */
    public static Keepdims keepdims(boolean keep) {
        return new Keepdims(keep);
    }

    /** Start a reduction from this number. */
    public static Initial initial(Number value) {
        return new Initial(value);
    }

    /** Start a reduction from its first element: NumPy's {@code initial=None}. */
    public static Initial noInitial() {
        return new Initial(null);
    }

    /** Only compute where {@code mask}, which is bool and broadcast, is true; elsewhere {@code out} stays as it is. */
    public static Where where(NdArray mask) {
        return new Where(mask, true);
    }

    /** Compute everywhere, or nowhere. */
    public static Where where(boolean everywhere) {
        return new Where(null, everywhere);
    }

    /** Divide by so many less than the number of elements: 1 for an unbiased variance. */
    public static Ddof ddof(double count) {
        return new Ddof(count);
    }

    /** {@link #ddof} by the array API's name. */
    public static Correction correction(double count) {
        return new Correction(count);
    }

    /** The mean that a variance starts from, where it is known; reduced axes are kept in it. */
    public static Mean mean(NdArray array) {
        return new Mean(array);
    }

    /** Whether running sums begin with 0, and running products with 1. */
    public static IncludeInitial includeInitial(boolean include) {
        return new IncludeInitial(include);
    }

    /** Whether each row is a variable and each column an observation; else it is the other way round. */
    public static Rowvar rowvar(boolean rows) {
        return new Rowvar(rows);
    }

    /** Whether to divide by the number of observations, not by one less. */
    public static Bias bias(boolean biased) {
        return new Bias(biased);
    }

    /** How often each observation was made. */
    public static Fweights fweights(NdArray array) {
        return new Fweights(array);
    }

    /** How much each observation counts. */
    public static Aweights aweights(NdArray array) {
        return new Aweights(array);
    }

    /** A count: of differences of differences, of the elements that are transformed. */
    public static N n(int times) {
        return new N(times);
    }

    /** Let elements count this much: of the operand's shape, or of that of the axes that are reduced. */
    public static Weights weights(NdArray array) {
        return new Weights(array);
    }

    /** Ask {@code np.average} for the sum of weights too. */
    public static Returned returned() {
        return new Returned();
    }

    /** Whether the operand may be left in another order, for NumPy's sake: it never is. */
    public static OverwriteInput overwriteInput(boolean allowed) {
        return new OverwriteInput(allowed);
    }

    /** What a quantile between two elements is. */
    public static MethodOption method(QuantileMethod method) {
        return new MethodOption(method);
    }

    /** Whether to look for a good order of contractions, the greedy one; else that of the operands is taken. */
    public static Optimize optimize(boolean look) {
        return new Optimize(look ? EinsumPath.Strategy.GREEDY : null, null);
    }

    /** Look for the order of contractions in this way. */
    public static Optimize optimize(EinsumPath.Strategy strategy) {
        return new Optimize(strategy, null);
    }

    /** Contract in this order, which {@code np.einsumPath} found. */
    public static Optimize optimize(EinsumPath path) {
        return new Optimize(null, path);
    }

    /** Which conversions are allowed. */
    public static CastingOption casting(Casting rule) {
        return new CastingOption(rule);
    }

    /** The order of axes in memory of what is made, or in which elements are read. */
    public static OrderOption order(Order order) {
        return new OrderOption(order);
    }

    /** Copy only what cannot be shared: NumPy's {@code copy=None}. */
    public static CopyOption copyIfNeeded() {
        return new CopyOption(null);
    }

    /** Whether to copy what could be shared; false never copies, or fails. */
    public static CopyOption copy(boolean copy) {
        return new CopyOption(copy);
    }

    /** What is done about all floating-point errors; further options change single kinds. */
    public static ErrorOption.All all(FloatErrors.Action action) {
        return new ErrorOption.All(action);
    }

    /** What is done about divisions by zero. */
    public static ErrorOption.Divide divide(FloatErrors.Action action) {
        return new ErrorOption.Divide(action);
    }

    /** What is done about results too large for their type. */
    public static ErrorOption.Over over(FloatErrors.Action action) {
        return new ErrorOption.Over(action);
    }

    /** What is done about results that lose digits because they are too small for their type. */
    public static ErrorOption.Under under(FloatErrors.Action action) {
        return new ErrorOption.Under(action);
    }

    /** What is done about results that are not numbers. */
    public static ErrorOption.Invalid invalid(FloatErrors.Action action) {
        return new ErrorOption.Invalid(action);
    }

    /** The shape with these lengths; none is the shape of a scalar. */
    public static Shape shape(long... dims) {
        return Shape.of(dims);
    }

    /** Python's {@code start:stop}; null leaves a bound out. */
    public static Index slice(@Nullable Number start, @Nullable Number stop) {
        return Index.slice(start, stop);
    }

    /** Python's {@code start:stop:step}; null leaves a number out. */
    public static Index slice(@Nullable Number start, @Nullable Number stop, @Nullable Number step) {
        return Index.slice(start, stop, step);
    }

    /** Python's {@code :}, a whole axis. */
    public static Index all() {
        return Index.all();
    }

    /** Python's {@code ...}, as many whole axes as the other parts of an index leave. */
    public static Index ellipsis() {
        return Index.ellipsis();
    }

    /** Numbers 1 apart, short of {@code stop}: along an axis of {@code np.mgrid}. */
    public static Span span(Number start, Number stop) {
        return span(start, stop, 1);
    }

    /** Numbers a step apart, short of {@code stop}: along an axis of {@code np.mgrid}. */
    public static Span span(Number start, Number stop, Number step) {
        return new Span.Stepped(start, stop, step);
    }

    /** So many numbers, both ends included: along an axis of {@code np.mgrid}. */
    public static Span points(Number start, Number stop, long count) {
        return new Span.Counted(start, stop, count);
    }

    /** NumPy's {@code np.newaxis}: inserts an axis of length 1. */
    public static Index newAxis() {
        return Index.newAxis();
    }

    /** The position {@code i} of an axis, which is dropped; negative counts from the end. */
    public static Index index(long i) {
        return Index.at(i);
    }

    /** Several positions of an axis, in any order; negative ones count from the end. */
    public static Index index(long... positions) {
        return Index.at(positions);
    }
}
