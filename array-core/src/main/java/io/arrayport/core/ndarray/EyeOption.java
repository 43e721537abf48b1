package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.eye}. */
public sealed interface EyeOption extends Option permits EyeOption.M, EyeOption.K, DtypeOption, OrderOption {
    /**
     * How many columns.
     *
     * @param columns as many as rows unless given
     */
    record M(long columns) implements EyeOption, TriOption {
        @Override
        public String keyword() {
            return "M";
        }
    }

    /**
     * Which diagonal.
     *
     * @param diagonal 0 is the main one, greater ones lie above
     */
    record K(long diagonal) implements EyeOption, TriOption, TriangleOption {}
}
