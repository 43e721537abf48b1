package io.arrayport.core.layout;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;

/** Diagonals of the planes that two axes span. */
public final class Diagonal {
    private Diagonal() {}

    /**
     * The layout of the elements whose positions along two axes differ by {@code offset}, as the last axis of the
     * result; the others keep their order before it.
     *
     * @param operation named in errors
     * @param offset how far {@code axis2} is ahead of {@code axis1}
     * @throws ShapeException if there are fewer than two axes
     * @throws AxisException if the two are one, or are not there
     */
    public static Layout of(String operation, Layout layout, long offset, int axis1, int axis2) {
        if (layout.ndim() < 2) {
            throw new ShapeException(operation + ": an array of shape " + layout.shape() + " has no diagonal; it takes"
                    + " two axes");
        }
        int first = Layout.axis(operation, axis1, layout.ndim());
        int second = Layout.axis(operation, axis2, layout.ndim());
        if (first == second) {
            throw new AxisException(operation + ": axis1 and axis2 are both " + first + "; a plane has two axes");
        }
        long rows = layout.dim(first);
        long columns = layout.dim(second);
        long count = Math.max(0, offset < 0 ? Math.min(rows + offset, columns) : Math.min(rows, columns - offset));
        // Without elements there is no first one to go to
        long skipped = count == 0 ? 0 : offset < 0 ? -offset * layout.stride(first) : offset * layout.stride(second);
        long[] dims = new long[layout.ndim() - 1];
        long[] strides = new long[dims.length];
        int kept = 0;
        for (int axis = 0; axis < layout.ndim(); axis++) {
            if (axis != first && axis != second) {
                dims[kept] = layout.dim(axis);
                strides[kept++] = layout.stride(axis);
            }
        }
        dims[kept] = count;
        strides[kept] = layout.stride(first) + layout.stride(second);
        return Layout.of(Shape.of(dims), strides, layout.offset() + skipped);
    }
}
