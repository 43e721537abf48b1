package io.arrayport.core.creation;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * Records, or bytes without a meaning, in lists, in lists of lists, and so on: a depth of lists is an axis, a
 * {@link Row} is a record.
 */
public final class RecordLists {
    private RecordLists() {}

    /**
     * A new array of records; what is no row is the value of all fields of a record.
     *
     * @throws ShapeException if lists of one depth differ in length
     * @throws IllegalArgumentException if a row has not as many values as there are fields
     */
    public static NdArray of(Device device, Object value, DType type) {
        Shape shape = shape(value);
        return Blank.filled(Work.empty(device, shape, type), made -> {
            made.storage().acquireOnHost();
            try {
                fill(made.address(), shape, 0, type, value);
            } finally {
                made.storage().release();
            }
        });
    }

    /** By the first element of each depth. */
    private static Shape shape(Object value) {
        List<Long> dims = new ArrayList<>();
        Object at = value;
        while (at instanceof List<?> items && !(at instanceof Row) && dims.size() <= Shape.MAX_NDIM) {
            dims.add((long) items.size());
            at = items.isEmpty() ? "" : items.getFirst();
        }
        if (at instanceof NdArray array) {
            for (long dim : array.shape().toArray()) {
                dims.add(dim);
            }
        }
        return Shape.of(dims.stream().mapToLong(Long::longValue).toArray());
    }

    /** Writes the records from an axis on; returns the address behind them. */
    private static long fill(long at, Shape shape, int axis, DType type, @Nullable Object value) {
        boolean list = value instanceof List<?> && !(value instanceof Row);
        if (axis == shape.ndim() && !list && value != null && !(value instanceof NdArray array && array.ndim() > 0)) {
            if (type instanceof VoidType && (value instanceof Number || value instanceof Boolean)) {
                throw new DTypeException("array: " + value + " is no element of " + type + "; give bytes");
            }
            Assignment.put(type, at, value instanceof NdArray array ? array.item() : value);
            return at + type.itemsize();
        }
        long length = axis == shape.ndim() ? -1 : shape.dim(axis);
        long next = at;
        // As they are now: another thread may add to the list
        Object[] items = list && value instanceof List<?> all ? all.toArray() : null;
        if (items != null && items.length == length) {
            for (Object item : items) {
                next = fill(next, shape, axis + 1, type, item);
            }
            return next;
        }
        if (value instanceof NdArray array && array.ndim() > 0 && array.shape().dim(0) == length) {
            for (long i = 0; i < length; i++) {
                next = fill(next, shape, axis + 1, type, array.get(i));
            }
            return next;
        }
        if (value == null) {
            throw new DTypeException("array: null is no record; give a row of values");
        }
        throw new ShapeException("array: what stands at depth " + axis
                + " is not all of one length: by the first of each, the shape is " + shape + "; a record is a Row");
    }
}
