package io.arrayport.core.statistics;

import io.arrayport.core.ndarray.AccumulateOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.ReduceOption;

/** Sums and products that count NaN as what changes nothing. */
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
}
