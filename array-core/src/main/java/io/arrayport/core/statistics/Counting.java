package io.arrayport.core.statistics;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.CountOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.PositionOption;
import io.arrayport.core.ndarray.TruthOption;
import io.arrayport.core.ufunc.ReduceAxes;
import io.arrayport.core.ufunc.Searches;

/** How many elements are something, and where the extreme ones of those that are not NaN stand. */
public final class Counting {
    private Counting() {}

    /** {@code np.count_nonzero}. */
    public static NdArray nonzero(NdArray a, CountOption... options) {
        Option.requireDistinct("countNonzero", options);
        ReduceAxes axes = ReduceAxes.all();
        boolean keepdims = false;
        for (CountOption option : options) {
            switch (option) {
                case Axis(var named) -> axes = named == null ? ReduceAxes.all()
                        : ReduceAxes.of(named.stream().mapToInt(Integer::intValue).toArray());
                case Keepdims(boolean keep) -> keepdims = keep;
            }
        }
        Operand counts = Searches.countNonzero(new Operand(a.dtype(), a.layout(), a.storage(), false), axes, keepdims);
        return NdArray.of(counts.storage(), counts.dtype(), counts.layout());
    }

    /** {@code np.nanargmax}. */
    public static NdArray argmax(NdArray a, PositionOption... options) {
        try (NanFree numbers = NanFree.of(a, Double.NEGATIVE_INFINITY)) {
            requireNumbers("nanargmax", numbers, options);
            return numbers.array().argmax(options);
        }
    }

    /** {@code np.nanargmin}. */
    public static NdArray argmin(NdArray a, PositionOption... options) {
        try (NanFree numbers = NanFree.of(a, Double.POSITIVE_INFINITY)) {
            requireNumbers("nanargmin", numbers, options);
            return numbers.array().argmin(options);
        }
    }

    private static void requireNumbers(String operation, NanFree numbers, PositionOption... options) {
        NdArray nan = numbers.nan();
        if (nan == null || nan.size() == 0) {
            return;
        }
        TruthOption[] axis = Compute.options(TruthOption.class, options).stream().filter(Axis.class::isInstance)
                .toArray(TruthOption[]::new);
        try (NdArray nothing = nan.all(axis); NdArray any = nothing.any()) {
            if (any.getBoolean()) {
                throw new ShapeException(operation + ": all elements of one result are NaN, so that none of them is"
                        + " the one");
            }
        }
    }
}
