package io.arrayport.arrow;

import java.nio.channels.WritableByteChannel;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.ipc.BatchBody;
import io.arrayport.arrow.ipc.ChannelSink;
import io.arrayport.arrow.ipc.MessageWriter;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.Compression;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.ndarray.NdArray;

/**
 * Writes an Arrow IPC stream to a channel, a socket or pipe say, straight from the columns' memory. For a file that
 * appears whole or not at all there is {@link ArrowFileWriter#stream}.
 *
 * <p>For one thread at a time. Borrows the channel, and the columns during {@code write} only.
 */
public final class ArrowStreamWriter implements AutoCloseable {
    private final ArrowSchema schema;
    private final ChannelSink sink;
    private final MessageWriter messages;
    private boolean finished;

    private ArrowStreamWriter(ArrowSchema schema, ChannelSink sink, Compression compression) {
        this.schema = schema;
        this.sink = sink;
        this.messages = new MessageWriter(sink, schema, true, compression);
    }

    /**
     * Starts a stream: writes the schema.
     *
     * @param channel blocking; the caller closes it
     * @throws java.io.UncheckedIOException where it cannot be written
     */
    public static ArrowStreamWriter to(WritableByteChannel channel, ArrowSchema schema) {
        return to(channel, schema, Compression.NONE);
    }

    /** As {@link #to(WritableByteChannel, ArrowSchema)}, with packed buffers, which are copied to be packed. */
    public static ArrowStreamWriter to(WritableByteChannel channel, ArrowSchema schema, Compression compression) {
        ArrowStreamWriter writer = new ArrowStreamWriter(schema, new ChannelSink(channel), compression);
        writer.messages.start();
        return writer;
    }

    /**
     * Writes one batch of plain values, as {@link ArrowFileWriter#write(NdArray...)}.
     *
     * @return bytes copied to make columns contiguous
     */
    public long write(NdArray... columns) {
        requireOpen();
        BatchBody body = WrittenColumns.body(schema, columns);
        return messages.batch(columns.length == 0 ? 0 : columns[0].size(), body);
    }

    /**
     * Writes one batch of columns of any type, as {@link ArrowFileWriter#write(List)}; a dictionary that says another
     * thing than the one before, in the same memory or elsewhere, replaces it.
     *
     * @return bytes copied: bitmaps of slices that begin inside a byte
     */
    public long write(List<ArrowColumn> columns) {
        return write(columns.isEmpty() ? 0 : columns.getFirst().length(), columns);
    }

    /** Writes one batch, borrowed; one without columns keeps its number of rows. */
    public long write(RecordBatch batch) {
        return write(batch.rowCount(), batch.columns());
    }

    private long write(long rows, List<ArrowColumn> columns) {
        requireOpen();
        WrittenColumns.require(schema, columns);
        return WrittenColumns.write(messages, rows, columns);
    }

    private void requireOpen() {
        if (finished) {
            throw new ArrayportException("write: the Arrow stream is finished");
        }
    }

    /** Bytes of the stream so far. */
    public long bytesWritten() {
        return sink.position();
    }

    /** Writes the mark of the stream's end; the channel stays open. Idempotent. */
    @Override
    public void close() {
        if (!finished) {
            finished = true;
            messages.finish();
        }
    }
}
