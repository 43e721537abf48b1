package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.CountOption;
import io.arrayport.core.ndarray.NdArray;

/** Where elements stand, and how many there are. */
public sealed interface Searching permits Np {
    /** How many elements are not 0, along the axes that the options name or of all elements: int64. NaN is not 0. */
    default NdArray countNonzero(NdArray a, CountOption... options) {
        return a.countNonzero(options);
    }

    /** See {@link NdArray#nonzero}. */
    default List<NdArray> nonzero(NdArray a) {
        return a.nonzero();
    }
}
