package io.arrayport.core;

import io.arrayport.core.manipulation.Sharing;
import io.arrayport.core.manipulation.Windows;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.StridesOption;
import org.jspecify.annotations.Nullable;

/** Views that only strides can say, and which arrays share bytes. */
public sealed interface StrideTricks permits Np {
    /**
     * All windows of {@code windowShape} along the axes in their order: the windows' axes come last. A read-only view.
     *
     * @throws io.arrayport.core.error.ShapeException if a window is longer than its axis
     */
    default NdArray slidingWindowView(NdArray x, long... windowShape) {
        return Windows.sliding(x, windowShape, Windows.all(x));
    }

    /** As {@link #slidingWindowView(NdArray, long...)}, along these axes. */
    default NdArray slidingWindowView(NdArray x, long[] windowShape, int... axis) {
        return Windows.sliding(x, windowShape, axis);
    }

    /** As {@link #slidingWindowView(NdArray, long...)}, to be written to where {@code writeable(true)}. */
    default NdArray slidingWindowView(NdArray x, long[] windowShape, StridesOption... options) {
        return Windows.sliding(x, windowShape, Windows.all(x), options);
    }

    /**
     * As {@link #slidingWindowView(NdArray, long...)}, along these axes; to be written to where
     * {@code writeable(true)}.
     *
     * @param axis null is all in their order
     */
    default NdArray slidingWindowView(NdArray x, long[] windowShape, int @Nullable [] axis, StridesOption... options) {
        return Windows.sliding(x, windowShape, axis == null ? Windows.all(x) : axis, options);
    }

    /**
     * The bytes of {@code x} under any shape and byte strides, from its first element on. A view, in which several
     * indices may name one element: think before writing.
     *
     * @throws io.arrayport.core.error.ShapeException if an element would lie outside the storage
     */
    default NdArray asStrided(NdArray x, long[] shape, long[] strides) {
        return Windows.strided(x, shape, strides);
    }

    /**
     * As {@link #asStrided(NdArray, long[], long[])}, read-only where {@code writeable(false)}.
     *
     * @param shape null is the array's own
     * @param strides null are the array's own
     */
    default NdArray asStrided(NdArray x, long @Nullable [] shape, long @Nullable [] strides,
            StridesOption... options) {
        return Windows.strided(x, shape == null ? x.shape().toArray() : shape, strides == null ? x.strides() : strides,
                options);
    }

    /** As {@link #asStrided(NdArray, long[], long[])}, with the array's own strides. */
    default NdArray asStrided(NdArray x, long[] shape) {
        return Windows.strided(x, shape, x.strides());
    }

    /** Whether an element of one has a byte in common with an element of the other. Can take long to tell. */
    default boolean sharesMemory(NdArray a, NdArray b) {
        return Sharing.shares(a, b);
    }

    /**
     * As {@link #sharesMemory(NdArray, NdArray)}.
     *
     * @param maxWork how many candidates to try; -1 is as many as it takes, 0 looks at the bounds only
     * @throws IllegalArgumentException if that was not enough to tell
     */
    default boolean sharesMemory(NdArray a, NdArray b, long maxWork) {
        return Sharing.shares(a, b, maxWork);
    }

    /** Whether the bytes between first and last of one meet those of the other: false is certain, true is not. */
    default boolean mayShareMemory(NdArray a, NdArray b) {
        return Sharing.inBounds(a, b);
    }

    /** As {@link #sharesMemory(NdArray, NdArray, long)}, but true where it cannot tell. */
    default boolean mayShareMemory(NdArray a, NdArray b, long maxWork) {
        return Sharing.mayShare(a, b, maxWork);
    }
}
