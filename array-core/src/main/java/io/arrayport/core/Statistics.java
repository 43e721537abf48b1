package io.arrayport.core;

import io.arrayport.core.ndarray.AccumulateOption;
import io.arrayport.core.ndarray.ExtremumOption;
import io.arrayport.core.ndarray.MeanOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.ReduceOption;

/** Sums, products, extremes and averages, along the axes that the options name or of all elements. */
public sealed interface Statistics permits Np {
    /** See {@link NdArray#sum}. */
    default NdArray sum(NdArray a, ReduceOption... options) {
        return a.sum(options);
    }

    /** See {@link NdArray#prod}. */
    default NdArray prod(NdArray a, ReduceOption... options) {
        return a.prod(options);
    }

    /** See {@link NdArray#mean}. */
    default NdArray mean(NdArray a, MeanOption... options) {
        return a.mean(options);
    }

    /** See {@link NdArray#max}. */
    default NdArray max(NdArray a, ExtremumOption... options) {
        return a.max(options);
    }

    /** {@link #max} by its other name. */
    default NdArray amax(NdArray a, ExtremumOption... options) {
        return a.max(options);
    }

    /** See {@link NdArray#min}. */
    default NdArray min(NdArray a, ExtremumOption... options) {
        return a.min(options);
    }

    /** {@link #min} by its other name. */
    default NdArray amin(NdArray a, ExtremumOption... options) {
        return a.min(options);
    }

    /** See {@link NdArray#cumsum}. */
    default NdArray cumsum(NdArray a, AccumulateOption... options) {
        return a.cumsum(options);
    }

    /** See {@link NdArray#cumprod}. */
    default NdArray cumprod(NdArray a, AccumulateOption... options) {
        return a.cumprod(options);
    }
}
