package io.arrayport.core.ndarray;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.ndarray.Option.Mean;
import io.arrayport.core.ufunc.ReduceAxes;
import io.arrayport.core.ufunc.Reducing;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a variance say together.
 *
 * @param ddof what is taken off the number of elements
 * @param mean null where it is to be computed
 */
record Spread(Reduction reduction, double ddof, @Nullable NdArray mean) {

    interface Step {
        Operand run(Operand in, ReduceAxes axes, Reducing keywords, double ddof, @Nullable Operand mean);
    }

    static Spread of(String operation, VarianceOption... options) {
        Reduction reduction = Reduction.of(operation, Reduction.ALL_AXES, options);
        NdArray mean = null;
        for (VarianceOption option : options) {
            mean = option instanceof Mean(NdArray array) ? array : mean;
        }
        return new Spread(reduction, VarianceOption.ddof(operation, options), mean);
    }

    NdArray run(Step step, NdArray array) {
        return reduction.run(array, (in, axes, keywords) -> step.run(in, axes, keywords, ddof,
                mean == null ? null : mean.operand()));
    }
}
