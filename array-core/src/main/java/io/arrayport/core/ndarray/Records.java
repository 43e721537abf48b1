package io.arrayport.core.ndarray;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Fields;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/** Records: their fields as arrays, and their values one by one. */
final class Records {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_].*");
    private static final Set<String> INDICES = Set.of("None", "True", "False");

    private Records() {}

    /** @throws DTypeException if the array is not structured */
    static StructType struct(String operation, NdArray array) {
        if (array.dtype() instanceof StructType struct) {
            return struct;
        }
        throw new DTypeException(
                operation + ": an array of " + array.dtype() + " has no fields; give a structured one");
    }

    /** Whether a text names a field, whether there or not, and is no index. */
    static boolean isField(NdArray array, String text) {
        return array.dtype() instanceof StructType struct && (struct.has(text)
                || WORD.matcher(text).matches() && !INDICES.contains(text));
    }

    static NdArray field(NdArray array, Field field) {
        return array.view(field.type(),
                Fields.of(array.layout(), field.offset(), field.shape(), field.type().itemsize()));
    }

    /** Writes one record to all elements, field by field: what lies between fields stays as it is. */
    static void fill(String operation, NdArray target, StructType struct, Object value) {
        try (NdArray one = Assignment.brought(record(struct, value), target)) {
            Assignment.assign(operation, target, one);
        }
    }

    private static NdArray record(StructType struct, Object value) {
        NdArray one = NdArray.of(Storage.allocateZeroed(struct.itemsize()), struct,
                Layout.contiguous(Shape.of(), struct.itemsize()));
        boolean done = false;
        try {
            put(struct, one.address(), value);
            done = true;
            return one;
        } finally {
            if (!done) {
                one.close();
            }
        }
    }

    /**
     * Writes one record.
     *
     * @param value a list of one value for each field, or one value for all of them
     * @throws IllegalArgumentException if there are not as many values as fields
     */
    static void put(StructType type, long at, @Nullable Object value) {
        Object given = value instanceof NdArray array ? array.item() : value;
        if (given instanceof List<?> values && values.size() != type.fields().size()) {
            throw new IllegalArgumentException("set: " + values.size() + " values for the " + type.fields().size()
                    + " fields of " + type + "; give one for each");
        }
        for (int i = 0; i < type.fields().size(); i++) {
            Field field = type.fields().get(i);
            put(field, 0, at + field.offset(), given instanceof List<?> values ? values.get(i) : given);
        }
    }

    /** Writes the elements of a field from an axis of its own on. */
    private static void put(Field field, int axis, long at, @Nullable Object value) {
        DType type = field.type();
        if (axis == field.shape().size()) {
            Assignment.put(type, at, require(field, value));
            return;
        }
        int length = field.shape().get(axis);
        Object given = value instanceof NdArray array ? ToJava.list(array) : value;
        if (given instanceof List<?> values && isAxis(type, values) && values.size() != length && values.size() != 1) {
            throw new ShapeException("set: field '" + field.name() + "' has shape " + field.shape() + ", axis " + axis
                    + " of its value has " + values.size() + " elements");
        }
        long step = type.itemsize();
        for (int inner = axis + 1; inner < field.shape().size(); inner++) {
            step *= field.shape().get(inner);
        }
        for (int i = 0; i < length; i++) {
            boolean each = given instanceof List<?> values && isAxis(type, values);
            put(field, axis + 1, at + i * step,
                    each && given instanceof List<?> values ? values.get(values.size() == 1 ? 0 : i) : given);
        }
    }

    /** Whether a list is a row of elements, not one element that is a record. */
    private static boolean isAxis(DType type, List<?> values) {
        return !(type instanceof StructType && values instanceof Row);
    }

    /**
     * Writes bytes, or those of an int64 or float64, cut off or filled up with 0.
     *
     * @throws CastingException if the value has none
     */
    static void put(VoidType type, long at, Object value) {
        byte[] bytes = switch (value) {
            case byte[] given -> given;
            case Boolean truth -> bytes(truth ? 1 : 0);
            case Double real -> bytes(Double.doubleToRawLongBits(real));
            case Float real -> bytes(Double.doubleToRawLongBits(real));
            case Number number -> bytes(number.longValue());
            default -> throw new CastingException("set: " + value + " is no element of " + type + "; give bytes");
        };
        int itemsize = type.itemsize();
        Memory.segment(at, itemsize).fill((byte) 0);
        Memory.segment(at, itemsize)
                .copyFrom(MemorySegment.ofArray(bytes).asSlice(0, Math.min(itemsize, bytes.length)));
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(number).array();
    }

    private static Object require(Field field, @Nullable Object value) {
        if (value == null) {
            throw new DTypeException("set: null is no value of field '" + field.name() + "'");
        }
        return value;
    }
}
