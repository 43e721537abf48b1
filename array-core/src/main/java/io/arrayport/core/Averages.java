package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.AverageOption;
import io.arrayport.core.ndarray.MeanOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Returned;
import io.arrayport.core.ndarray.VarianceOption;
import io.arrayport.core.statistics.NanSpread;
import io.arrayport.core.statistics.WeightedMean;

/** Averages and how far elements are from them, along the axes that the options name or of all elements. */
public sealed interface Averages permits Np {
    /** See {@link NdArray#mean}. */
    default NdArray mean(NdArray a, MeanOption... options) {
        return a.mean(options);
    }

    /** See {@link NdArray#var}. */
    default NdArray var(NdArray a, VarianceOption... options) {
        return a.var(options);
    }

    /** See {@link NdArray#std}. */
    default NdArray std(NdArray a, VarianceOption... options) {
        return a.std(options);
    }

    /** The mean of what is not NaN; NaN where there is nothing. */
    default NdArray nanmean(NdArray a, MeanOption... options) {
        return NanSpread.mean(a, options);
    }

    /** The variance of what is not NaN; NaN where there are no more elements than {@code ddof}. */
    default NdArray nanvar(NdArray a, VarianceOption... options) {
        return NanSpread.var(a, options);
    }

    /** The standard deviation of what is not NaN: the square root of {@link #nanvar}. */
    default NdArray nanstd(NdArray a, VarianceOption... options) {
        return NanSpread.std(a, options);
    }

    /**
     * The mean, each element with its weight.
     *
     * @return new; float64 of integers, else of the type that elements and weights promote to
     * @throws io.arrayport.core.error.ShapeException if the weights have neither the shape of {@code a} nor that of
     *         the axes
     * @throws ArithmeticException if the weights add up to 0
     */
    default NdArray average(NdArray a, AverageOption... options) {
        return WeightedMean.of(a, options);
    }

    /** As {@link #average(NdArray, AverageOption...)}, and the sum of weights, both of one shape. */
    default List<NdArray> average(NdArray a, Returned returned, AverageOption... options) {
        return WeightedMean.withWeights(a, options);
    }
}
