package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.SeriesOption.K;
import io.arrayport.core.ndarray.SeriesOption.Lbnd;
import io.arrayport.core.ndarray.SeriesOption.Scl;

/** Options of integrals of series, and as far as they say something of derivatives. */
public sealed interface SeriesOption extends Option permits K, Lbnd, Scl, Axis {
    /**
     * What is added to each integral.
     *
     * @param constants of one axis, or one alone
     */
    record K(NdArray constants) implements SeriesOption {}

    /**
     * Where integrals are 0, but for what is added.
     *
     * @param bound a number
     */
    record Lbnd(double bound) implements SeriesOption {}

    /**
     * What each derivative or integral is multiplied by.
     *
     * @param factor a number
     */
    record Scl(double factor) implements SeriesOption, DerivativeOption {}
}
