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
        return order == Order.F ? Fresh.columns(shape, itemsize) : Layout.contiguous(shape, itemsize);
    }

    /**
     * Returns the layout of a new array that is made after one of layout {@code like}; K needs as many axes.
     *
     * @param likeItemsize bytes of an element there
     */
    public static Layout fresh(Order order, Shape shape, int itemsize, Layout like, int likeItemsize) {
        if (isColumns(order, like, likeItemsize)) {
            return Fresh.columns(shape, itemsize);
        }
        boolean kept = order == Order.K && like.ndim() == shape.ndim() && !like.isCContiguous(likeItemsize);
        return kept ? packed(shape, itemsize, byStride(like)) : Layout.contiguous(shape, itemsize);
    }

    /** Returns the axes, the one of the longest stride first, as NumPy orders them for a copy. */
    public static int[] byStride(Layout layout) {
        int[] axes = new int[layout.ndim()];
        for (int axis = 0; axis < axes.length; axis++) {
            long stride = Math.abs(layout.stride(axis));
            int to = axis;
            for (; to > 0 && Math.abs(layout.stride(axes[to - 1])) < stride; to--) {
                axes[to] = axes[to - 1];
            }
            axes[to] = axis;
        }
        return axes;
    }

    /** Returns the axes, outermost first, in the order in which loops walk elements that lie as {@code layout}. */
    public static int[] walked(Layout layout, int itemsize) {
        return byStride(Fresh.like(layout.shape(), itemsize, layout));
    }

    private static Layout packed(Shape shape, int itemsize, int[] outermostFirst) {
        long[] dims = new long[shape.ndim()];
        int[] back = new int[dims.length];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = shape.dim(outermostFirst[i]);
            back[outermostFirst[i]] = i;
        }
        Layout packed = Layout.contiguous(Shape.of(dims), itemsize);
        return dims.length == 0 ? packed : packed.transpose(back);
    }
}
