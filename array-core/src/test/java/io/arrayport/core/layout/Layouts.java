package io.arrayport.core.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random layouts, and the oracle that they are judged by: every element's offset, in C order. */
public final class Layouts {
    private Layouts() {}

    /** Byte offsets of all elements, the last axis fastest. */
    public static List<Long> offsets(Layout layout) {
        List<Long> offsets = new ArrayList<>();
        collect(layout, 0, layout.offset(), offsets);
        return offsets;
    }

    private static void collect(Layout layout, int axis, long at, List<Long> offsets) {
        if (axis == layout.ndim()) {
            offsets.add(at);
            return;
        }
        for (long i = 0; i < layout.dim(axis); i++) {
            collect(layout, axis + 1, at + i * layout.stride(axis), offsets);
        }
    }

    /** Up to {@code maxNdim} axes of at most 4, sometimes 0 or 1. */
    public static Shape shape(Random random, int maxNdim) {
        long[] dims = new long[random.nextInt(maxNdim + 1)];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(4);
        }
        return Shape.of(dims);
    }

    /** Strides of any sign, zero, and of no multiple of anything; the lowest byte is 0 or a little above. */
    public static Layout any(Random random, Shape shape, int itemsize) {
        long[] strides = new long[shape.ndim()];
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> (long) itemsize * (random.nextInt(9) - 4);
                default -> random.nextInt(61) - 30;
            };
        }
        return atBottom(Layout.of(shape, strides, 0), random.nextInt(8));
    }

    /** No two elements share a byte: a random order of the axes, gaps, some axes reversed. */
    public static Layout disjoint(Random random, Shape shape, int itemsize) {
        List<Integer> order = new ArrayList<>();
        for (int axis = 0; axis < shape.ndim(); axis++) {
            order.add(random.nextInt(order.size() + 1), axis);
        }
        long[] strides = new long[shape.ndim()];
        long stride = itemsize + (random.nextBoolean() ? 0 : random.nextInt(5));
        for (int axis : order) {
            strides[axis] = random.nextInt(3) == 0 ? -stride : stride;
            stride = stride * Math.max(1, shape.dim(axis)) + (random.nextBoolean() ? 0 : random.nextInt(7));
        }
        return atBottom(Layout.of(shape, strides, 0), random.nextInt(8));
    }

    private static Layout atBottom(Layout layout, long low) {
        return layout.shifted(low - layout.minByte());
    }
}
