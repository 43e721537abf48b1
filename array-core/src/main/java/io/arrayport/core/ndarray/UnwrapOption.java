package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.InterpOption.Period;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.UnwrapOption.Discont;

/** Options of {@code np.unwrap}. */
@Positional(2)
public sealed interface UnwrapOption extends Option permits Discont, Axis, Period {
    /**
     * How great a step is that is taken for a jump.
     *
     * @param step half a period if it is less
     */
    record Discont(Number step) implements UnwrapOption {}
}
