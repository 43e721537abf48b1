package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.TruthOption;

/** Whether elements are true, which all but 0 are, along the axes that the options name or of all elements. */
public sealed interface Truth permits Np {
    /** See {@link NdArray#all}. */
    default NdArray all(NdArray a, TruthOption... options) {
        return a.all(options);
    }

    /** See {@link NdArray#any}. */
    default NdArray any(NdArray a, TruthOption... options) {
        return a.any(options);
    }
}
