package io.arrayport.core.creation;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
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
        Shape shape = shape(array);
        return Blank.filled(Work.empty(device, shape, type(innermost(array))), made -> {
            made.storage().acquireOnHost();
            try {
                copy(array, shape, 0, made.address(), made.itemsize());
            } finally {
                made.storage().release();
            }
        });
    }

    private static DType type(Class<?> primitive) {
        return switch (primitive.getName()) {
            case "boolean" -> DType.BOOL;
            case "byte" -> DType.INT8;
            case "short" -> DType.INT16;
            case "char" -> DType.UINT16;
            case "int" -> DType.INT32;
            case "long" -> DType.INT64;
            case "float" -> DType.FLOAT32;
            case "double" -> DType.FLOAT64;
            default -> throw new DTypeException("array: " + primitive.getSimpleName() + " is no number");
        };
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
        long bytes = shape.dim(depth) * itemsize;
        if (array instanceof boolean[] truths) {
            MemorySegment target = Memory.segment(to, bytes);
            for (int i = 0; i < truths.length; i++) {
                target.set(ValueLayout.JAVA_BYTE, i, (byte) (truths[i] ? 1 : 0));
            }
        } else {
            Memory.segment(to, bytes).copyFrom(heap(array));
        }
        return to + bytes;
    }

    private static MemorySegment heap(Object array) {
        return switch (array) {
            case byte[] values -> MemorySegment.ofArray(values);
            case short[] values -> MemorySegment.ofArray(values);
            case char[] values -> MemorySegment.ofArray(values);
            case int[] values -> MemorySegment.ofArray(values);
            case long[] values -> MemorySegment.ofArray(values);
            case float[] values -> MemorySegment.ofArray(values);
            case double[] values -> MemorySegment.ofArray(values);
            default -> throw new IllegalStateException(array.getClass() + " has passed as an array of numbers");
        };
    }
}
