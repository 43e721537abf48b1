package io.arrayport.core.layout;

import io.arrayport.core.error.ShapeException;

/** Layouts of bytes that are seen as elements of another size. */
public final class Retyped {
    private Retyped() {}

    /**
     * The layout of the same bytes.
     *
     * @throws ShapeException if the last axis has gaps, or its bytes are not a whole number of new elements
     */
    public static Layout of(Layout layout, int itemsize, int other) {
        if (itemsize == other) {
            return layout;
        }
        if (itemsize == 0 || other == 0) {
            throw new ShapeException("view: elements of " + itemsize + " bytes are not as many or as few of " + other
                    + "; nothing is to be seen in no bytes");
        }
        if (layout.ndim() == 0) {
            throw new ShapeException("view: an element of " + itemsize + " bytes alone is none of " + other
                    + "; there is no axis to have more or fewer");
        }
        int last = layout.ndim() - 1;
        long[] dims = layout.shape().toArray();
        long[] strides = layout.strides();
        if (layout.size() > 0 && dims[last] != 1 && strides[last] != itemsize) {
            throw new ShapeException("view: the last axis of " + layout + " has gaps; elements of " + other
                    + " bytes cannot be seen there");
        }
        long bytes = dims[last] * itemsize;
        if (other < itemsize ? itemsize % other != 0 : bytes % other != 0) {
            throw new ShapeException("view: the " + bytes + " bytes along the last axis of shape " + layout.shape()
                    + " are not a whole number of elements of " + other + " bytes");
        }
        dims[last] = bytes / other;
        strides[last] = other;
        return Layout.of(Shape.of(dims), strides, layout.offset());
    }
}
