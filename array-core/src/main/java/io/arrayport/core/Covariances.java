package io.arrayport.core;

import io.arrayport.core.ndarray.CorrelationOption;
import io.arrayport.core.ndarray.CovarianceOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.statistics.Covariance;

/** How variables vary together. */
public sealed interface Covariances permits Np {
    /**
     * The covariance of variables, the rows of {@code m}, each with each: a matrix, new; of one variable an array
     * without axes. Computed in float64 or complex128 unless told; the number of observations less one divides it.
     *
     * @throws io.arrayport.core.error.ShapeException if there are more than two axes, or weights that do not fit
     * @throws IllegalArgumentException if weights are negative
     */
    default NdArray cov(NdArray m, CovarianceOption... options) {
        return Covariance.cov(m, null, options);
    }

    /** As {@link #cov(NdArray, CovarianceOption...)}, with the variables of {@code y} behind those of {@code m}. */
    default NdArray cov(NdArray m, NdArray y, CovarianceOption... options) {
        return Covariance.cov(m, y, options);
    }

    /**
     * The correlation of variables, the rows of {@code x}, each with each: their covariance divided by both standard
     * deviations, between -1 and 1. Of one variable an array without axes.
     */
    default NdArray corrcoef(NdArray x, CorrelationOption... options) {
        return Covariance.corrcoef(x, null, options);
    }

    /** As {@link #corrcoef(NdArray, CorrelationOption...)}, those of {@code y} behind those of {@code x}. */
    default NdArray corrcoef(NdArray x, NdArray y, CorrelationOption... options) {
        return Covariance.corrcoef(x, y, options);
    }
}
