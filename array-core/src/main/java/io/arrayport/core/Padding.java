package io.arrayport.core;

import io.arrayport.core.manipulation.Pads;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PadFunction;
import io.arrayport.core.ndarray.PadOption;

/**
 * Arrays with a border. A padded array is new and of the type of the one in it; by default its border
 * is 0.
 */
public sealed interface Padding permits Np {
    /**
     * A border of one width all round.
     *
     * @throws io.arrayport.core.error.ShapeException if the width is negative, or a mode has no elements to go by
     */
    default NdArray pad(NdArray array, long padWidth, PadOption... options) {
        return Pads.pad(array, new long[][]{{padWidth}}, options);
    }

    /** A border of one width before, and one behind, along all axes. */
    default NdArray pad(NdArray array, long[] padWidth, PadOption... options) {
        return Pads.pad(array, new long[][]{padWidth}, options);
    }

    /** A border with widths of its own, before and behind, for each axis: {@code {{1, 2}, {0, 3}}}. */
    default NdArray pad(NdArray array, long[][] padWidth, PadOption... options) {
        return Pads.pad(array, padWidth, options);
    }

    /** A border that a function fills, row by row along one axis after the other. */
    default NdArray pad(NdArray array, long[][] padWidth, PadFunction mode) {
        return Pads.pad(array, padWidth, mode);
    }
}
