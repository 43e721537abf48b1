package io.arrayport.core;

import io.arrayport.core.ndarray.AccumulateOption;
import io.arrayport.core.ndarray.CumulativeOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.ReduceOption;
import io.arrayport.core.statistics.NanReductions;
import io.arrayport.core.statistics.Running;

/** Sums and products along the axes that the options name or of all elements, and running ones along one axis. */
public sealed interface Sums permits Np {
    /** See {@link NdArray#sum}. */
    default NdArray sum(NdArray a, ReduceOption... options) {
        return a.sum(options);
    }

    /** See {@link NdArray#prod}. */
    default NdArray prod(NdArray a, ReduceOption... options) {
        return a.prod(options);
    }

    /** The sum with NaN counted as 0. */
    default NdArray nansum(NdArray a, ReduceOption... options) {
        return NanReductions.sum(a, options);
    }

    /** The product with NaN counted as 1. */
    default NdArray nanprod(NdArray a, ReduceOption... options) {
        return NanReductions.prod(a, options);
    }

    /** See {@link NdArray#cumsum}. */
    default NdArray cumsum(NdArray a, AccumulateOption... options) {
        return a.cumsum(options);
    }

    /** See {@link NdArray#cumprod}. */
    default NdArray cumprod(NdArray a, AccumulateOption... options) {
        return a.cumprod(options);
    }

    /** Running sums with NaN counted as 0. */
    default NdArray nancumsum(NdArray a, AccumulateOption... options) {
        return NanReductions.cumsum(a, options);
    }

    /** Running products with NaN counted as 1. */
    default NdArray nancumprod(NdArray a, AccumulateOption... options) {
        return NanReductions.cumprod(a, options);
    }

    /**
     * Running sums along an axis, which has to be named if there are several; with {@code includeInitial(true)} one
     * more, which begin with 0.
     *
     * @throws io.arrayport.core.error.AxisException if {@code x} has several axes and none is named
     */
    default NdArray cumulativeSum(NdArray x, CumulativeOption... options) {
        return Running.sum(x, options);
    }

    /** As {@link #cumulativeSum}, of products, which begin with 1. */
    default NdArray cumulativeProd(NdArray x, CumulativeOption... options) {
        return Running.prod(x, options);
    }
}
