package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of functions that make numbers from one end to another: {@code np.linspace}. */
@Positional(2)
public sealed interface SpacingOption extends Option
        permits SpacingOption.Num, SpacingOption.Endpoint, DtypeOption, Axis {
    /**
     * How many numbers.
     *
     * @param count at least 0
     */
    record Num(long count) implements SpacingOption, LogspaceOption {}

    /**
     * Whether the far end is one of the numbers.
     *
     * @param included whether it is
     */
    record Endpoint(boolean included) implements SpacingOption, LogspaceOption {}

    /** That the distance between two numbers is wanted too; a parameter of its own, as the result is another. */
    record Retstep() implements Option {}
}
