package io.arrayport.core.loop;

import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/** Layouts of fresh results: without gaps, in the order of axes that NumPy gives them. */
public final class Fresh {
    private Fresh() {}

    /**
     * Returns the layout of a result of {@code shape} whose axes lie in the inputs' order.
     *
     * @param inputs the operands' layouts, of one number of axes, that of {@code shape}; a mask counts as one
     * @throws io.arrayport.core.error.ShapeException if it has more bytes than a long counts
     */
    public static Layout like(Shape shape, int itemsize, Layout... inputs) {
        if (shape.ndim() < 2 || shape.size() == 0 || Axes.areInOrder(inputs)) {
            Layout first = inputs[0];
            return first.isPacked(itemsize) && first.shape().equals(shape) ? first
                    : Layout.contiguous(shape, itemsize);
        }
        return Axes.of(inputs).order().packed(shape, itemsize);
    }

    /** Returns the layout of a result of {@code shape} whose first axis is contiguous. */
    public static Layout columns(Shape shape, int itemsize) {
        long[] dims = shape.toArray();
        for (int i = 0; i < dims.length / 2; i++) {
            long dim = dims[i];
            dims[i] = dims[dims.length - 1 - i];
            dims[dims.length - 1 - i] = dim;
        }
        return Layout.contiguous(Shape.of(dims), itemsize).transpose();
    }

    /** Returns the layout of a reduction's result: axes ordered as the inputs', reduced ones of length 1. */
    public static Layout reduced(boolean[] reduced, int itemsize, Layout... inputs) {
        long[] dims = inputs[0].shape().toArray();
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = reduced[axis] ? 1 : dims[axis];
        }
        Shape shape = Shape.of(dims);
        return dims.length < 2 ? Layout.contiguous(shape, itemsize) : Axes.of(inputs).order().packed(shape, itemsize);
    }
}
