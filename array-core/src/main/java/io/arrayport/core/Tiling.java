package io.arrayport.core;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.manipulation.Rolls;
import io.arrayport.core.manipulation.Tiles;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.JavaOnly;
import io.arrayport.core.ndarray.NdArray;

/** Elements again and again, or in another place. Results are new. */
public sealed interface Tiling permits Np {
    /** See {@link NdArray#repeat(long, AlongOption...)}. */
    default NdArray repeat(NdArray a, long repeats, AlongOption... options) {
        return a.repeat(repeats, options);
    }

    /** See {@link NdArray#repeat(NdArray, AlongOption...)}. */
    default NdArray repeat(NdArray a, NdArray repeats, AlongOption... options) {
        return a.repeat(repeats, options);
    }

    /**
     * The array beside itself, along each axis so often. Of {@code A}'s axes and {@code reps} the last belong together;
     * where there are fewer of one than of the other, a length or a number of 1 is put in front.
     */
    default NdArray tile(NdArray A, long... reps) {
        return Tiles.tile(A, reps);
    }

    /** As many elements as {@code newShape} has: those of {@code a} in C order, over and over; 0 if it has none. */
    default NdArray resize(NdArray a, long... newShape) {
        return Tiles.resize(a, newShape);
    }

    /** As {@link #resize(NdArray, long...)}. */
    @JavaOnly
    default NdArray resize(NdArray a, Shape newShape) {
        return Tiles.resize(a, newShape.toArray());
    }

    /**
     * Elements moved forwards by {@code shift} along the axes that are named, or in C order over all; those beyond the
     * end come in at the front.
     */
    default NdArray roll(NdArray a, long shift, AlongOption... options) {
        return Rolls.roll(a, new long[]{shift}, options);
    }

    /**
     * As {@link #roll(NdArray, long, AlongOption...)}, by different numbers along different axes.
     *
     * @throws io.arrayport.core.error.ShapeException if there are more of one than of the other, and neither is one
     */
    default NdArray roll(NdArray a, long[] shift, AlongOption... options) {
        return Rolls.roll(a, shift, options);
    }
}
