package io.arrayport.core.loop;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/** What NumPy's {@code order} means for the layout of an array. */
public final class Orders {
    private Orders() {}

    /** Whether {@code order} means column by column for an array made after one of this layout. */
    public static boolean isColumns(Order order, Layout like, int itemsize) {
        return order == Order.F
                || order == Order.A && like.isFContiguous(itemsize) && !like.isCContiguous(itemsize);
    }

    /** Whether elements that lie as {@code layout} already lie in {@code order}. */
    public static boolean holds(Order order, Layout layout, int itemsize) {
        return switch (order) {
            case C -> layout.isCContiguous(itemsize);
            case F -> layout.isFContiguous(itemsize);
            case A -> layout.isCContiguous(itemsize) || layout.isFContiguous(itemsize);
            case K -> true;
        };
    }

    /** Returns the layout of a new array of {@code shape}: C for A and K, which have nothing to follow. */
    public static Layout fresh(Order order, Shape shape, int itemsize) {
        return order == Order.F ? columns(shape, itemsize) : Layout.contiguous(shape, itemsize);
    }

    /**
     * Returns the layout of a new array that is made after one of layout {@code like}; K needs as many axes.
     *
     * @param likeItemsize bytes of an element there
     */
    public static Layout fresh(Order order, Shape shape, int itemsize, Layout like, int likeItemsize) {
        if (isColumns(order, like, likeItemsize)) {
            return columns(shape, itemsize);
        }
        return order == Order.K && like.ndim() == shape.ndim() ? BinaryLoop.fresh(shape, itemsize, like, like)
                : Layout.contiguous(shape, itemsize);
    }

    private static Layout columns(Shape shape, int itemsize) {
        long[] dims = new long[shape.ndim()];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = shape.dim(dims.length - 1 - axis);
        }
        return Layout.contiguous(Shape.of(dims), itemsize).transpose();
    }
}
