package io.arrayport.arrow;

import java.nio.file.Path;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.ipc.BatchBody;
import io.arrayport.arrow.ipc.MessageWriter;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.Compression;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.file.AsideFile;
import io.arrayport.core.ndarray.NdArray;

/**
 * Writes an Arrow IPC file from arrays, batch by batch, straight from their memory.
 *
 * <pre>{@code
 * try (ArrowFileWriter writer = ArrowFileWriter.create(path, ArrowSchema.of(ArrowField.of("delay", DType.FLOAT32)))) {
 *     writer.write(delay);       // a batch; again for the next
 *     writer.finish();           // the file appears under its name
 * }
 * }</pre>
 *
 * <p>The file is written under another name in the same folder and renamed by {@link #finish()}. Whatever happens
 * before that, an exception in the caller's own code included, leaves the output as it was: {@link #close()} without
 * finish deletes what was written.
 *
 * <p>Column bytes go from the array's memory to the file without passing through the heap. A column that is not
 * contiguous is gathered through a small buffer first: that is a copy, counted by {@link #bytesCopied()} and reported
 * as a JFR event {@code io.arrayport.Copy}. Buffers begin at multiples of 64 bytes. {@link #write(List)} writes columns
 * of every type, with their nulls, nested ones and dictionaries; {@link #stream} writes the stream format, which has no
 * footer.
 *
 * <p>For one thread at a time. Borrows the arrays during {@link #write} only.
 */
public final class ArrowFileWriter implements AutoCloseable {
    private static final String KIND = "Arrow file";

    private enum State {
        OPEN, FINISHED, DISCARDED
    }

    private final ArrowSchema schema;
    private final MessageWriter messages;
    private final AsideFile file;
    private State state = State.OPEN;
    private long rows;
    private long copied;

    private ArrowFileWriter(ArrowSchema schema, MessageWriter messages, AsideFile file) {
        this.schema = schema;
        this.messages = messages;
        this.file = file;
    }

    /**
     * Starts a file. Its folder must exist and be writeable: that is found out now, before any work is done.
     *
     * @param output where the file will appear; an existing file is replaced by {@link #finish()}
     * @param schema the columns; each needs a dtype
     * @param inputs files that the output must not be, by whatever name: those that the work reads
     * @throws DTypeException where a field has no dtype
     * @throws java.io.UncheckedIOException where the output is an input or cannot be written
     */
    public static ArrowFileWriter create(Path output, ArrowSchema schema, Path... inputs) {
        return create(false, Compression.NONE, output, schema, inputs);
    }

    /**
     * As {@link #create(Path, ArrowSchema, Path...)}, with packed buffers. Columns are copied to be packed, which
     * {@link #bytesCopied()} counts, and have to be copied again by whoever reads them.
     */
    public static ArrowFileWriter create(Path output, ArrowSchema schema, Compression compression, Path... inputs) {
        return create(false, compression, output, schema, inputs);
    }

    /**
     * As {@link #create(Path, ArrowSchema, Path...)}, in the stream format: batches one after the other, without a
     * footer, so that it can be read while it arrives. {@link ArrowTable#open} maps it as it does a file. The caller
     * closes the writer.
     */
    public static ArrowFileWriter stream(Path output, ArrowSchema schema, Path... inputs) {
        return create(true, Compression.NONE, output, schema, inputs);
    }

    /** As {@link #stream(Path, ArrowSchema, Path...)}, with packed buffers, for which columns are copied. */
    public static ArrowFileWriter stream(Path output, ArrowSchema schema, Compression compression, Path... inputs) {
        return create(true, compression, output, schema, inputs);
    }

    private static ArrowFileWriter create(boolean stream, Compression compression, Path output, ArrowSchema schema,
            Path... inputs) {
        for (ArrowField field : schema.fields()) {
            if (field.type() instanceof ArrowType.Other) {
                throw new DTypeException("write: column \"" + field.name() + "\" has type " + field.type()
                        + ", which cannot be written: leave it out of the schema");
            }
        }
        for (Path input : inputs) {
            requireDistinct(input, output);
        }
        AsideFile file = AsideFile.create(KIND, output);
        ArrowFileWriter writer = new ArrowFileWriter(schema, new MessageWriter(file, schema, stream, compression),
                file);
        writer.guarded(writer.messages::start);
        return writer;
    }

    /**
     * Refuses an output that is the input, under whatever name: the same path, a symbolic link or a hard link.
     *
     * @throws java.io.UncheckedIOException where they are one file
     */
    public static void requireDistinct(Path input, Path output) {
        AsideFile.requireDistinct(KIND, input, output);
    }

    /**
     * Writes one record batch of plain values.
     *
     * @param columns one array per field, in the schema's order: each of one axis, on the CPU, of the field's dtype,
     *     and all of one length
     * @return bytes copied to make columns contiguous: 0 where all are
     * @throws io.arrayport.core.error.ShapeException where the number, axes or lengths of the columns are wrong; the
     *     writer is as it was before
     * @throws DTypeException where a column has another dtype than its field; the writer is as it was before
     * @throws java.io.UncheckedIOException where the file cannot be written; the writer has discarded it
     */
    public long write(NdArray... columns) {
        requireOpen("write");
        BatchBody body = WrittenColumns.body(schema, columns);
        long length = columns.length == 0 ? 0 : columns[0].size();
        long before = copied;
        guarded(() -> copied += messages.batch(length, body));
        rows += length;
        return copied - before;
    }

    /**
     * Writes one record batch of columns of any type, with their nulls and dictionaries.
     *
     * @param columns one per field, in the schema's order, all of one length
     * @return bytes copied: bitmaps of slices that begin inside a byte
     * @throws io.arrayport.core.error.ShapeException where the number or lengths of the columns are wrong; the writer
     *     is as it was before
     * @throws DTypeException where a column has another type than its field; the writer is as it was before
     * @throws io.arrayport.core.error.ZeroCopyException where a column's dictionary says another thing than in the
     *     batch before, which a file cannot hold
     * @throws java.io.UncheckedIOException where the file cannot be written; the writer has discarded it
     */
    public long write(List<ArrowColumn> columns) {
        return write(columns.isEmpty() ? 0 : columns.getFirst().length(), columns);
    }

    /** Writes one batch, borrowed, as {@link #write(List)}; one without columns keeps its number of rows. */
    public long write(RecordBatch batch) {
        return write(batch.rowCount(), batch.columns());
    }

    private long write(long length, List<ArrowColumn> columns) {
        requireOpen("write");
        WrittenColumns.require(schema, columns);
        long before = copied;
        guarded(() -> copied += WrittenColumns.write(messages, length, columns));
        rows += length;
        return copied - before;
    }

    /** Writes the footer and lets the file appear under its name. Idempotent; nothing can be written afterwards. */
    public void finish() {
        if (state == State.FINISHED) {
            return;
        }
        requireOpen("finish");
        guarded(() -> {
            messages.finish();
            file.publish();
        });
        state = State.FINISHED;
    }

    /** Deletes what was written, unless finished. Idempotent. */
    public void abort() {
        if (state == State.OPEN) {
            state = State.DISCARDED;
            file.discard();
        }
    }

    /** As {@link #abort()}: without {@link #finish()} there is no file. */
    @Override
    public void close() {
        abort();
    }

    /** Rows written so far. */
    public long rowsWritten() {
        return rows;
    }

    /** Bytes of the file so far, with metadata and padding. */
    public long bytesWritten() {
        return file.position();
    }

    /**
     * Column bytes that were gathered or packed before they could be written; 0 while columns were written as they lie.
     */
    public long bytesCopied() {
        return copied;
    }

    private void requireOpen(String operation) {
        if (state != State.OPEN) {
            throw new ArrayportException(operation + ": the Arrow file writer is "
                    + (state == State.FINISHED ? "finished" : "aborted, or failed before"));
        }
    }

    /** After a failure the file is in no state to go on with. */
    private void guarded(Runnable work) {
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            if (!done) {
                abort();
            }
        }
    }
}
