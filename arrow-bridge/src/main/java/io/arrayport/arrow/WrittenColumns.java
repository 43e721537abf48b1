package io.arrayport.arrow;

import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.FlatColumn;
import io.arrayport.arrow.ipc.BatchBody;
import io.arrayport.arrow.ipc.MessageWriter;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;

/** The columns of a batch that is to be written, checked against the schema. */
final class WrittenColumns {
    private WrittenColumns() {}

    /** The body of a batch of arrays. */
    static BatchBody body(ArrowSchema schema, NdArray... columns) {
        requireCount(schema, columns.length);
        BatchBody body = new BatchBody();
        for (int i = 0; i < columns.length; i++) {
            ArrowField field = schema.fields().get(i);
            require(field, columns[i], columns[0]);
            body.add(field.name(), columns[i]);
        }
        return body;
    }

    private static void requireCount(ArrowSchema schema, int columns) {
        if (columns != schema.fields().size()) {
            throw new ShapeException(
                    "write: expected " + schema.fields().size() + " columns " + schema.names() + ", got " + columns);
        }
    }

    private static void require(ArrowField field, NdArray array, NdArray first) {
        String name = field.name();
        if (field.dtype().isEmpty()) {
            throw new DTypeException("write: column \"" + name + "\" has type " + field.type()
                    + ", which no array has: write ArrowColumns");
        }
        if (!array.dtype().equals(field.dtype().orElseThrow())) {
            throw new DTypeException("write: column \"" + name + "\": expected " + field.type() + ", got "
                    + array.dtype().name() + (array.dtype().isNative() ? "" : " in foreign byte order")
                    + ": convert it first with astype(...)");
        }
        if (array.ndim() != 1) {
            throw new ShapeException("write: column \"" + name + "\": expected 1 axis, got shape " + array.shape()
                    + ": give each column apart, or reshape it");
        }
        if (array.size() != first.size()) {
            throw new ShapeException("write: column \"" + name + "\" has " + array.size()
                    + " rows, the first column has " + first.size());
        }
        if (!array.device().equals(Device.CPU)) {
            throw new ZeroCopyException("write: column \"" + name + "\" is on " + array.device()
                    + ": bring it to the CPU first");
        }
    }

    static void require(ArrowSchema schema, List<ArrowColumn> columns) {
        requireCount(schema, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            ArrowField field = schema.fields().get(i);
            ArrowColumn column = columns.get(i);
            if (!column.field().holdsAs(field)) {
                throw new DTypeException("write: column \"" + field.name() + "\": expected " + field.type() + ", got "
                        + column.type());
            }
            if (column.length() != columns.getFirst().length()) {
                throw new ShapeException("write: column \"" + field.name() + "\" has " + column.length()
                        + " rows, the first column has " + columns.getFirst().length());
            }
        }
    }

    /** Writes a batch; returns the bytes of bitmaps that were written anew, and of what was packed. */
    static long write(MessageWriter messages, long rows, List<ArrowColumn> columns) {
        List<FlatColumn> flat = columns.stream().map(FlatColumn::counted).toList();
        try {
            long packed = messages.columns(rows, flat);
            return packed + flat.stream().mapToLong(FlatColumn::madeBytes).sum();
        } finally {
            flat.forEach(FlatColumn::close);
        }
    }
}
