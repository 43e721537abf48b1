package io.arrayport.core.layout;

import java.util.Optional;

/**
 * The strides of a reshape that moves nothing. Axes of length 1 carry no information and are dropped; then runs of old
 * axes and runs of new axes of equal size are matched from the left, and a run of old axes must be walkable with one
 * stride for the new ones to lie in it.
 */
final class Reshape {
    private Reshape() {}

    static Optional<long[]> strides(Layout old, Shape target, int itemsize) {
        Layout from = old.squeeze();
        long[] strides = new long[target.ndim()];
        int oldStart = 0;
        int newStart = 0;
        while (oldStart < from.ndim()) {
            int oldEnd = oldStart + 1;
            int newEnd = newStart;
            long oldCount = from.dim(oldStart);
            long newCount = 1;
            while (newCount != oldCount || newEnd == newStart) {
                if (newCount < oldCount || newEnd == newStart) {
                    newCount *= target.dim(newEnd++);
                } else {
                    oldCount *= from.dim(oldEnd++);
                }
            }
            if (!isOneRun(from, oldStart, oldEnd)) {
                return Optional.empty();
            }
            long stride = from.stride(oldEnd - 1);
            for (int axis = newEnd - 1; axis >= newStart; axis--) {
                strides[axis] = stride;
                stride *= target.dim(axis);
            }
            oldStart = oldEnd;
            newStart = newEnd;
        }
        for (int axis = newStart; axis < target.ndim(); axis++) {
            strides[axis] = itemsize; // only axes of length 1 are left
        }
        return Optional.of(strides);
    }

    private static boolean isOneRun(Layout layout, int start, int end) {
        for (int axis = start; axis < end - 1; axis++) {
            if (layout.stride(axis) != layout.stride(axis + 1) * layout.dim(axis + 1)) {
                return false;
            }
        }
        return true;
    }
}
