package io.arrayport.core.creation;

import java.lang.reflect.Array;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.JavaRow;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Arrays of Java's primitive numbers, nested to any depth, copied row by row. */
public final class JavaArrays {
    private JavaArrays() {}

    /** Whether the innermost arrays are of primitive numbers. */
    public static boolean isPrimitive(Object array) {
        return innermost(array).isPrimitive();
    }

    private static Class<?> innermost(Object array) {
        Class<?> type = array.getClass();
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return type;
    }

    /**
     * A copy: a depth is an axis.
     *
     * @throws ShapeException if arrays of one depth differ in length, or one is null
     */
    public static NdArray of(Device device, Object array) {
        if (!device.equals(Device.CPU)) {
            try (NdArray here = of(Device.CPU, array)) {
                return here.toDevice(device);
            }
        }
        Shape shape = shape(array);
        return Blank.filled(Work.empty(device, shape, JavaRow.type("array", innermost(array))), made -> {
            made.storage().acquireOnHost();
            try {
                copy(array, shape, 0, made.address(), made.itemsize());
            } finally {
                made.storage().release();
            }
        });
    }

    /** By the first array of each depth; what lies in none has length 0. */
    private static Shape shape(Object array) {
        int depth = 0;
        for (Class<?> type = array.getClass(); type.isArray(); type = type.getComponentType()) {
            depth++;
        }
        long[] dims = new long[depth];
        Object at = array;
        for (int axis = 0; axis < depth && at != null; axis++) {
            dims[axis] = Array.getLength(at);
            at = axis + 1 < depth && dims[axis] > 0 ? Array.get(at, 0) : null;
        }
        return Shape.of(dims);
    }

    /** Copies what lies in one array of a depth, and returns the address behind it. */
    private static long copy(@Nullable Object array, Shape shape, int depth, long to, int itemsize) {
        if (array == null || Array.getLength(array) != shape.dim(depth)) {
            throw new ShapeException("array: at depth " + depth + " one array is "
                    + (array == null ? "null" : "of length " + Array.getLength(array)) + ", the first is of length "
                    + shape.dim(depth));
        }
        long next = to;
        if (depth + 1 < shape.ndim()) {
            for (Object deeper : (Object[]) array) {
                next = copy(deeper, shape, depth + 1, next, itemsize);
            }
            return next;
        }
        JavaRow.store(array, to);
        return to + shape.dim(depth) * itemsize;
    }
}
