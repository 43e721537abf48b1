package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Ddof;
import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.cov}. */
@Positional(5)
public sealed interface CovarianceOption extends Option permits CovarianceOption.Rowvar, CovarianceOption.Bias, Ddof,
        CovarianceOption.Fweights, CovarianceOption.Aweights, DtypeOption {
    /**
     * Whether each row is a variable; else each column is one.
     *
     * @param rows whether it is
     */
    record Rowvar(boolean rows) implements CovarianceOption, CorrelationOption {}

    /**
     * Whether sums are divided by the number of observations, not by one less.
     *
     * @param biased whether they are
     */
    record Bias(boolean biased) implements CovarianceOption {}

    /**
     * How often each observation was made.
     *
     * @param array whole numbers, 1-d
     */
    record Fweights(NdArray array) implements CovarianceOption {}

    /**
     * How much each observation counts.
     *
     * @param array 1-d
     */
    record Aweights(NdArray array) implements CovarianceOption {}
}
