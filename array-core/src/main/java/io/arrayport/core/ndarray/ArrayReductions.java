package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.ufunc.Searches;
import io.arrayport.core.ufunc.Ufuncs;
import io.arrayport.core.ufunc.Variances;

/**
 * Many elements to one: along the axes that the options name, or of all elements. Results are new arrays, or
 * {@code out}; errors are those of {@link io.arrayport.core.ufunc.UFunc#reduce}.
 */
public sealed interface ArrayReductions permits NdArray {
    /** The sum, in NumPy's order of additions; narrow integers sum as int64 or uint64. */
    default NdArray sum(ReduceOption... options) {
        return Reduction.of("sum", Reduction.ALL_AXES, options).reduce(Ufuncs.ADD, (NdArray) this);
    }

    /** The product; narrow integers multiply as int64 or uint64. */
    default NdArray prod(ReduceOption... options) {
        return Reduction.of("prod", Reduction.ALL_AXES, options).reduce(Ufuncs.MULTIPLY, (NdArray) this);
    }

    /** The mean; integers give float64. */
    default NdArray mean(MeanOption... options) {
        return Reduction.of("mean", Reduction.ALL_AXES, options).mean((NdArray) this);
    }

    /**
     * The variance: the mean of the squared distances from the mean; integers give float64, complex numbers real ones.
     * NumPy's bits, in one look at the elements.
     *
     * @throws IllegalArgumentException if both ddof and correction are given
     */
    default NdArray var(VarianceOption... options) {
        return Spread.of("var", options).run(Variances::var, (NdArray) this);
    }

    /** The standard deviation: the square root of {@link #var}. */
    default NdArray std(VarianceOption... options) {
        return Spread.of("std", options).run(Variances::std, (NdArray) this);
    }

    /** The greatest element, NaN if there is one. */
    default NdArray max(ExtremumOption... options) {
        return Reduction.of("max", Reduction.ALL_AXES, options).reduce(Ufuncs.MAXIMUM, (NdArray) this);
    }

    /** The least element, NaN if there is one. */
    default NdArray min(ExtremumOption... options) {
        return Reduction.of("min", Reduction.ALL_AXES, options).reduce(Ufuncs.MINIMUM, (NdArray) this);
    }

    /** Whether no element is 0: bool, true of nothing. NaN is not 0. */
    default NdArray all(TruthOption... options) {
        return Reduction.truth("all", options).reduce(Ufuncs.LOGICAL_AND, (NdArray) this);
    }

    /** Whether an element is not 0: bool, false of nothing. */
    default NdArray any(TruthOption... options) {
        return Reduction.truth("any", options).reduce(Ufuncs.LOGICAL_OR, (NdArray) this);
    }

    /**
     * Where along an axis, or among all elements in C order, the greatest element stands: int64. The first of equal
     * ones; the first NaN, if there is one.
     *
     * @throws io.arrayport.core.error.ShapeException if there is no element, or {@code out} has not the shape of the
     *         result
     * @throws io.arrayport.core.error.AxisException if several axes are named
     */
    default NdArray argmax(PositionOption... options) {
        return Places.of("argmax", options).find(Ufuncs.MAXIMUM, (NdArray) this);
    }

    /** As {@link #argmax}, of the least element. */
    default NdArray argmin(PositionOption... options) {
        return Places.of("argmin", options).find(Ufuncs.MINIMUM, (NdArray) this);
    }

    /**
     * Where elements are not 0, in C order: for each axis an array of positions along it, int64 and 1-d. These are
     * views of one array: closing one of them closes all.
     *
     * @throws io.arrayport.core.error.ShapeException if this array has no axis
     */
    default List<NdArray> nonzero() {
        return Arithmetic.wrap(Searches.nonzero(((NdArray) this).operand()));
    }

    /** Running sums along an axis, or of all elements in C order. */
    default NdArray cumsum(AccumulateOption... options) {
        return Accumulation.of("cumsum", options).cumulate(Ufuncs.ADD, (NdArray) this);
    }

    /** Running products along an axis, or of all elements in C order. */
    default NdArray cumprod(AccumulateOption... options) {
        return Accumulation.of("cumprod", options).cumulate(Ufuncs.MULTIPLY, (NdArray) this);
    }

    /** The sum along diagonals, those of the first two axes unless told; errors are those of {@code diagonal}. */
    default NdArray trace(TraceOption... options) {
        return Traces.of("trace", options).sum((NdArray) this, options);
    }
}
