package io.arrayport.core.ndarray;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.memory.Memory;

/** One of Java's arrays of primitive numbers, as a row of elements in memory. */
public final class JavaRow {
    private JavaRow() {}

    /** Whether it is one. */
    public static boolean is(Object array) {
        return array.getClass().isArray() && array.getClass().getComponentType().isPrimitive();
    }

    /**
     * The element type that is stored as a primitive.
     *
     * @param operation named in errors
     * @throws DTypeException if it is no primitive of numbers
     */
    public static DType type(String operation, Class<?> primitive) {
        return switch (primitive.getName()) {
            case "boolean" -> DType.BOOL;
            case "byte" -> DType.INT8;
            case "short" -> DType.INT16;
            case "char" -> DType.UINT16;
            case "int" -> DType.INT32;
            case "long" -> DType.INT64;
            case "float" -> DType.FLOAT32;
            case "double" -> DType.FLOAT64;
            default -> throw new DTypeException(operation + ": " + primitive.getSimpleName()
                    + " is no primitive number");
        };
    }

    /** Copies a row to an address, where there is room for it. */
    public static void store(Object row, long to) {
        if (row instanceof boolean[] truths) {
            MemorySegment target = Memory.segment(to, truths.length);
            for (int i = 0; i < truths.length; i++) {
                target.set(ValueLayout.JAVA_BYTE, i, (byte) (truths[i] ? 1 : 0));
            }
        } else {
            MemorySegment numbers = heap(row);
            Memory.copy(numbers, 0, Memory.RAW, to, numbers.byteSize());
        }
    }

    /** Copies as many elements from an address as a row has. */
    public static void load(Object row, long from) {
        if (row instanceof boolean[] truths) {
            MemorySegment source = Memory.segment(from, truths.length);
            for (int i = 0; i < truths.length; i++) {
                truths[i] = source.get(ValueLayout.JAVA_BYTE, i) != 0;
            }
        } else {
            MemorySegment numbers = heap(row);
            Memory.copy(Memory.RAW, from, numbers, 0, numbers.byteSize());
        }
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
