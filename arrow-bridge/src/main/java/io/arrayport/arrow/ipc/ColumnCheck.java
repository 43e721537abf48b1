package io.arrayport.arrow.ipc;

import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.core.error.ZeroCopyException;

/**
 * Says where a column's values lie in the file, after making sure that they do: the border between what a file claims
 * and what an array may touch.
 *
 * <p>A damaged column is a ForeignDescriptorException; a sound one that cannot be used as it lies is a
 * ZeroCopyException with the remedy.
 */
public final class ColumnCheck {
    private final FileBytes file;
    private final IpcSchema schema;
    private final IpcBatch batch;
    private final int index;
    private final String column;

    private ColumnCheck(FileBytes file, IpcSchema schema, IpcBatch batch, int index) {
        this.file = file;
        this.schema = schema;
        this.batch = batch;
        this.index = index;
        this.column = "batch %d, column %d (\"%s\")".formatted(batch.index(), index, schema.fields().get(index).name());
    }

    /**
     * The file offset of the column's values: {@code batch.rows()} of them, all inside the file, none of them null.
     *
     * @param index which column
     */
    public static long valuesOffset(FileBytes file, IpcSchema schema, IpcBatch batch, int index) {
        return new ColumnCheck(file, schema, batch, index).valuesOffset();
    }

    private long valuesOffset() {
        ArrowNumber number = requireNumber();
        ColumnSpan span = requireFound();
        requireUsable(number);
        if (span.length() != batch.rows()) {
            throw file.error(
                    "%s: expected %d rows as in the batch, found %d".formatted(column, batch.rows(), span.length()));
        }
        requireInside("values buffer", span.valuesOffset(), span.valuesLength());
        int itemsize = number.dtype().itemsize();
        if (span.valuesLength() / itemsize < batch.rows()) {
            throw file.error("%s: values buffer: expected at least %d bytes for %d rows of %s, found %d"
                    .formatted(column, saturatedProduct(batch.rows(), itemsize), batch.rows(), number.arrowName(),
                            span.valuesLength()));
        }
        requireNoNulls(span);
        return batch.bodyOffset() + span.valuesOffset();
    }

    private ArrowNumber requireNumber() {
        IpcType type = schema.fields().get(index).type();
        return type.number()
                .orElseThrow(() -> refusal(
                        "has type %s, whose memory is not one plain number per row".formatted(type.text()),
                        "convert the column to a fixed-width number where the file is written"));
    }

    private ColumnSpan requireFound() {
        ColumnSpan span = batch.columns().get(index);
        if (!span.known()) {
            throw refusal("stands behind a column of a type that this reader does not know, and cannot be found",
                    "write the unknown column last, or not at all");
        }
        return span;
    }

    private void requireUsable(ArrowNumber number) {
        if (batch.compression().isPresent()) {
            throw refusal("is compressed (%s)".formatted(batch.compression().get()), "write the file uncompressed");
        }
        if (schema.bigEndian() && number.dtype().itemsize() > 1) {
            throw refusal("is big-endian",
                    "write the file on a little-endian machine, or let its writer swap the bytes");
        }
    }

    /**
     * A bitmap is read even where the count says that there are no nulls: a wrong count would show up as wrong values,
     * and nowhere else.
     */
    private void requireNoNulls(ColumnSpan span) {
        if (span.validityLength() == 0) {
            if (span.nullCount() > 0) {
                throw file.error(
                        "%s: %d nulls, but no validity buffer that says which".formatted(column, span.nullCount()));
            }
            return;
        }
        requireInside("validity buffer", span.validityOffset(), span.validityLength());
        long needed = Math.ceilDiv(batch.rows(), Byte.SIZE);
        if (span.validityLength() < needed) {
            throw file.error("%s: validity buffer: expected at least %d bytes for %d rows, found %d"
                    .formatted(column, needed, batch.rows(), span.validityLength()));
        }
        long nulls = ValidityBitmap.zeros(file.segment().asSlice(batch.bodyOffset() + span.validityOffset(), needed),
                batch.rows());
        if (nulls > 0) {
            throw refusal("has %d null%s in %d row%s".formatted(nulls, nulls == 1 ? "" : "s", batch.rows(),
                    batch.rows() == 1 ? "" : "s"),
                    "fill or drop them before writing the file");
        }
    }

    private void requireInside(String buffer, long offset, long length) {
        if (offset < 0 || length < 0 || offset > batch.bodyLength() - length) {
            throw file
                    .error("%s: %s: expected to lie inside the body of %d bytes at byte %d, found offset %d, length %d"
                            .formatted(column, buffer, batch.bodyLength(), batch.bodyOffset(), offset, length));
        }
    }

    private ZeroCopyException refusal(String reason, String remedy) {
        return new ZeroCopyException(
                file.message(column + " " + reason + ", so that it cannot be used without a copy: " + remedy));
    }

    private static long saturatedProduct(long rows, int itemsize) {
        return rows > Long.MAX_VALUE / itemsize ? Long.MAX_VALUE : rows * itemsize;
    }
}
