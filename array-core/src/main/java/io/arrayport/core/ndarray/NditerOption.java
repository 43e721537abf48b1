package io.arrayport.core.ndarray;

import java.util.Set;

import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.nditer}. */
@Positional(1)
public sealed interface NditerOption extends Option permits NditerOption.Flags, OrderOption {
    /**
     * How to iterate.
     *
     * @param flags as NumPy's
     */
    record Flags(Set<Flag> flags) implements NditerOption {}

    /** How to iterate. */
    enum Flag {
        /** In rows as long as possible, not by elements: for loops over many elements. */
        EXTERNAL_LOOP,
        /** Over nothing as well, which is an error otherwise. */
        ZEROSIZE_OK
    }
}
