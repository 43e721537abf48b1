package io.arrayport.core.statistics;

import java.util.List;

import io.arrayport.core.ndarray.AccumulateOption;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.ExtremumOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.ReduceOption;

/** Sums, products and extremes that count NaN as what changes nothing. */
public final class NanReductions {
    private NanReductions() {}

    /** {@code np.nansum}. */
    public static NdArray sum(NdArray a, ReduceOption... options) {
        try (NanFree numbers = NanFree.of(a, 0)) {
            return numbers.array().sum(options);
        }
    }

    /** {@code np.nanprod}. */
    public static NdArray prod(NdArray a, ReduceOption... options) {
        try (NanFree numbers = NanFree.of(a, 1)) {
            return numbers.array().prod(options);
        }
    }

    /** {@code np.nancumsum}. */
    public static NdArray cumsum(NdArray a, AccumulateOption... options) {
        try (NanFree numbers = NanFree.of(a, 0)) {
            return numbers.array().cumsum(options);
        }
    }

    /** {@code np.nancumprod}. */
    public static NdArray cumprod(NdArray a, AccumulateOption... options) {
        try (NanFree numbers = NanFree.of(a, 1)) {
            return numbers.array().cumprod(options);
        }
    }

    /** {@code np.nanmax}. */
    public static NdArray max(NdArray a, ExtremumOption... options) {
        return extremum(Compute.FMAX, a, options);
    }

    /** {@code np.nanmin}. */
    public static NdArray min(NdArray a, ExtremumOption... options) {
        return extremum(Compute.FMIN, a, options);
    }

    private static NdArray extremum(BinaryUfunc ufunc, NdArray a, ExtremumOption... options) {
        List<ReduceOption> all = Compute.options(ReduceOption.class, options);
        if (all.stream().noneMatch(Axis.class::isInstance)) {
            all.add(new Axis(null));
        }
        return ufunc.reduce(a, all.toArray(ReduceOption[]::new));
    }
}
