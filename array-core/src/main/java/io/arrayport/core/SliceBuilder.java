package io.arrayport.core;

import io.arrayport.core.index.Index;

/** As {@link IndexBuilder}, but of one part this part itself: NumPy's {@code s_}. */
public final class SliceBuilder extends IndexBuilder {
    SliceBuilder() {}

    /** The part itself. */
    public Index get(Index index) {
        return index;
    }
}
