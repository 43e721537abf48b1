package io.arrayport.core.layout;

import java.util.Arrays;
import java.util.List;

/** Layouts of parts of elements. */
public final class Fields {
    private Fields() {}

    /**
     * Returns where a field lies: in each element at an offset, with axes of its own, row by row, behind those of the
     * array.
     *
     * @param shape lengths of the field's own axes
     * @param itemsize bytes of the field's elements
     */
    public static Layout of(Layout layout, int offset, List<Integer> shape, int itemsize) {
        int outer = layout.ndim();
        long[] dims = Arrays.copyOf(layout.shape().toArray(), outer + shape.size());
        long[] strides = Arrays.copyOf(layout.strides(), dims.length);
        long stride = itemsize;
        for (int axis = dims.length - 1; axis >= outer; axis--) {
            dims[axis] = shape.get(axis - outer);
            strides[axis] = stride;
            stride *= Math.max(1, dims[axis]);
        }
        return Layout.of(Shape.of(dims), strides, layout.offset() + offset);
    }
}
