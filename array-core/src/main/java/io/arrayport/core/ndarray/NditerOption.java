package io.arrayport.core.ndarray;

import java.util.List;
import java.util.Set;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.nditer} and {@code np.nestedIters}. */
@Positional(5)
public sealed interface NditerOption extends Option
        permits NditerOption.Flags, NditerOption.OpFlags, NditerOption.OpDtypes, OrderOption, CastingOption {
    /**
     * How to iterate.
     *
     * @param flags as NumPy's
     */
    record Flags(Set<Flag> flags) implements NditerOption {}

    /**
     * What is done with each array.
     *
     * @param opFlags as NumPy's: one set for all, or one for each
     */
    record OpFlags(List<Set<OpFlag>> opFlags) implements NditerOption {}

    /**
     * As what elements are seen.
     *
     * @param opDtypes one type for all, or one for each
     */
    record OpDtypes(List<DType> opDtypes) implements NditerOption {}

    /** How to iterate. */
    enum Flag {
        /** In rows as long as possible, not by elements: for loops over many elements. */
        EXTERNAL_LOOP,
        /** Over nothing as well, which is an error otherwise. */
        ZEROSIZE_OK,
        /** With the index at hand: as it always is. */
        MULTI_INDEX,
        /** Over converted elements where types ask for it. */
        BUFFERED
    }

    /** What is done with an array. */
    enum OpFlag {
        /** Elements are read. */
        READONLY,
        /** Elements are read and set. */
        READWRITE,
        /** Elements are set. */
        WRITEONLY,
        /** Elements may be read from a converted copy. */
        COPY,
        /** Elements may be read from, and set in, a converted copy, which is written back at the end. */
        UPDATEIFCOPY
    }
}
