package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.unique}. */
@Positional(0)
public sealed interface UniqueOption extends Option
        permits Axis, UniqueOption.EqualNan, UniqueOption.Sorted {
    /**
     * Whether all NaN are one element.
     *
     * @param equal whether they are, which is the default
     */
    record EqualNan(boolean equal) implements UniqueOption, CloseOption, CloseAssertionOption {}

    /**
     * Whether the elements have to be in order, which they are anyway.
     *
     * @param required whether they have to
     */
    record Sorted(boolean required) implements UniqueOption {}
}
