package io.arrayport.core.ndarray;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.ndarray.Option.Correction;
import io.arrayport.core.ndarray.Option.Ddof;
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
        double ddof = 0;
        NdArray mean = null;
        Correction correction = null;
        for (VarianceOption option : options) {
            switch (option) {
                case Ddof(double count) -> ddof = count;
                case Correction given -> correction = given;
                case Mean(NdArray array) -> mean = array;
                default -> {
                    // The reduction has taken it.
                }
            }
        }
        if (correction != null && ddof != 0) {
            throw new IllegalArgumentException(operation + ": ddof is " + ddof + " and correction " + correction.count()
                    + ", two names of one number; give one of them");
        }
        return new Spread(reduction, correction == null ? ddof : correction.count(), mean);
    }

    NdArray run(Step step, NdArray array) {
        return reduction.run(array, (in, axes, keywords) -> step.run(in, axes, keywords, ddof,
                mean == null ? null : mean.operand()));
    }
}
