package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.CountOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PositionOption;
import io.arrayport.core.statistics.Counting;

/** Where elements stand, and how many there are. */
public sealed interface Searching permits Np {
    /** See {@link NdArray#argmax}. */
    default NdArray argmax(NdArray a, PositionOption... options) {
        return a.argmax(options);
    }

    /** See {@link NdArray#argmin}. */
    default NdArray argmin(NdArray a, PositionOption... options) {
        return a.argmin(options);
    }

    /**
     * Where the greatest element that is not NaN stands.
     *
     * @throws io.arrayport.core.error.ShapeException also if there is a result of which all elements are NaN
     */
    default NdArray nanargmax(NdArray a, PositionOption... options) {
        return Counting.argmax(a, options);
    }

    /** As {@link #nanargmax}, of the least element. */
    default NdArray nanargmin(NdArray a, PositionOption... options) {
        return Counting.argmin(a, options);
    }

    /** How many elements are not 0, along the axes that the options name or of all elements: int64. NaN is not 0. */
    default NdArray countNonzero(NdArray a, CountOption... options) {
        return Counting.nonzero(a, options);
    }

    /** See {@link NdArray#nonzero}. */
    default List<NdArray> nonzero(NdArray a) {
        return a.nonzero();
    }
}
