package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Correction;
import io.arrayport.core.ndarray.Option.Ddof;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Mean;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;

/** Options of {@code np.var}, {@code np.std} and their relatives. */
@Positional(5)
public sealed interface VarianceOption extends Option permits Axis, DtypeOption, Out, Ddof, Keepdims, Where, Mean,
        Correction {
    /**
     * What the options of a variance take off the number of elements.
     *
     * @param operation named in the error
     * @param options of any family
     * @throws IllegalArgumentException if they say it under both of its names
     */
    static double ddof(String operation, Option... options) {
        double ddof = 0;
        Correction correction = null;
        for (Option option : options) {
            switch (option) {
                case Ddof(double count) -> ddof = count;
                case Correction given -> correction = given;
                default -> {
                    // something else is said
                }
            }
        }
        if (correction != null && ddof != 0) {
            throw new IllegalArgumentException(operation + ": ddof is " + ddof + " and correction " + correction.count()
                    + ", two names of one number; give one of them");
        }
        return correction == null ? ddof : correction.count();
    }
}
