package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.logspace}. */
public sealed interface LogspaceOption extends Option
        permits SpacingOption.Num, SpacingOption.Endpoint, LogspaceOption.Base, DtypeOption, Axis {
    /**
     * What is raised to the powers.
     *
     * @param base a Number or an NdArray
     */
    record Base(Object base) implements LogspaceOption {}
}
