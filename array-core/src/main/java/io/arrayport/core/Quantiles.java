package io.arrayport.core;

import io.arrayport.core.ndarray.MedianOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.QuantileOption;
import io.arrayport.core.statistics.Medians;
import io.arrayport.core.statistics.Quantile;

/**
 * What lies at given parts of the sorted elements, along the axes that the options name or of all elements. NaN
 * anywhere gives NaN, but in the functions that leave it out. Elements are selected in linear time, not sorted.
 */
public sealed interface Quantiles permits Np {
    /** The middle element, or the mean of the two middle ones; float64 of integers. */
    default NdArray median(NdArray a, MedianOption... options) {
        return Medians.median(a, options);
    }

    /** The median of what is not NaN; NaN where there is nothing. */
    default NdArray nanmedian(NdArray a, MedianOption... options) {
        return Medians.nanmedian(a, options);
    }

    /**
     * What {@code q} of all elements lie below.
     *
     * @param q from 0 to 1, a weak number
     * @throws io.arrayport.core.error.DTypeException if {@code a} is complex
     * @throws IllegalArgumentException if {@code q} is not between, or weights are given and the method takes none
     */
    default NdArray quantile(NdArray a, Number q, QuantileOption... options) {
        return Quantile.of("quantile", options).at(a, q);
    }

    /** As {@link #quantile(NdArray, Number, QuantileOption...)} for each of {@code q}, whose axes come first. */
    default NdArray quantile(NdArray a, NdArray q, QuantileOption... options) {
        return Quantile.of("quantile", options).at(a, q);
    }

    /** As {@link #quantile(NdArray, Number, QuantileOption...)}, with {@code q} from 0 to 100. */
    default NdArray percentile(NdArray a, Number q, QuantileOption... options) {
        return Quantile.of("percentile", options).at(a, q);
    }

    /** As {@link #percentile(NdArray, Number, QuantileOption...)} for each of {@code q}, whose axes come first. */
    default NdArray percentile(NdArray a, NdArray q, QuantileOption... options) {
        return Quantile.of("percentile", options).at(a, q);
    }

    /** {@link #quantile(NdArray, Number, QuantileOption...)} of what is not NaN; NaN where there is nothing. */
    default NdArray nanquantile(NdArray a, Number q, QuantileOption... options) {
        return Quantile.of("nanquantile", options).at(a, q);
    }

    /** {@link #quantile(NdArray, NdArray, QuantileOption...)} of what is not NaN; NaN where there is nothing. */
    default NdArray nanquantile(NdArray a, NdArray q, QuantileOption... options) {
        return Quantile.of("nanquantile", options).at(a, q);
    }

    /** {@link #percentile(NdArray, Number, QuantileOption...)} of what is not NaN; NaN where there is nothing. */
    default NdArray nanpercentile(NdArray a, Number q, QuantileOption... options) {
        return Quantile.of("nanpercentile", options).at(a, q);
    }

    /** {@link #percentile(NdArray, NdArray, QuantileOption...)} of what is not NaN; NaN where there is nothing. */
    default NdArray nanpercentile(NdArray a, NdArray q, QuantileOption... options) {
        return Quantile.of("nanpercentile", options).at(a, q);
    }
}
