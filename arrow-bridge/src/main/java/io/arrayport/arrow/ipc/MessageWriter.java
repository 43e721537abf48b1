package io.arrayport.arrow.ipc;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.arrayport.arrow.column.FlatColumn;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.Compression;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.file.Sink;

/** Writes the messages that a file and a stream have in common: the schema, dictionaries, batches. */
public final class MessageWriter {
    private final Sink sink;
    private final ArrowSchema schema;
    private final boolean stream;
    private final Compression compression;
    private final List<IpcBlock> batches = new ArrayList<>();
    private final List<IpcBlock> dictionaries = new ArrayList<>();
    /** What was written last of each dictionary. */
    private final Map<Long, String> written = new HashMap<>();

    /** @param stream whether a dictionary may be replaced by a later one: not in a file */
    public MessageWriter(Sink sink, ArrowSchema schema, boolean stream, Compression compression) {
        this.sink = sink;
        this.schema = DictionaryIds.given(schema);
        this.stream = stream;
        this.compression = compression;
    }

    /** Writes what stands before the first batch. */
    public void start() {
        if (!stream) {
            sink.write(IpcEncoder.head());
        }
        sink.write(IpcEncoder.schema(schema, sink.position()));
    }

    /** Writes a batch of plain values; returns how many bytes had to be gathered or packed first. */
    public long batch(long rows, BatchBody body) {
        return message(body, batches, (packed, start) -> IpcEncoder.batch(rows, packed, start));
    }

    /**
     * Writes a batch, and before it the dictionaries that are new, or say another thing than when they were written.
     *
     * @return how many bytes had to be packed first
     * @throws ZeroCopyException where a file has a dictionary already and a column brings another
     */
    public long columns(long rows, List<FlatColumn> columns) {
        BatchBody body = new BatchBody();
        for (int i = 0; i < columns.size(); i++) {
            dictionaries(schema.fields().get(i), columns.get(i));
            body.add(columns.get(i));
        }
        return batch(rows, body);
    }

    private void dictionaries(ArrowField field, FlatColumn column) {
        for (int i = 0; i < column.children().size(); i++) {
            dictionaries(field.children().get(i), column.children().get(i));
        }
        Optional<FlatColumn> values = column.dictionary();
        if (values.isEmpty() || !(field.type() instanceof ArrowType.Dictionary coded)) {
            return;
        }
        dictionaries(coded.values(), values.get());
        String before = written.get(coded.id());
        String contents = Contents.of(values.get());
        if (contents.equals(before)) {
            return;
        }
        if (before != null && !stream) {
            throw new ZeroCopyException("write: column \"" + field.name()
                    + "\" has another dictionary than in the batch "
                    + "before, and a file has one for each column: write a stream, or batches that share theirs");
        }
        BatchBody body = new BatchBody();
        body.add(values.get());
        message(body, dictionaries,
                (packed, start) -> IpcEncoder.dictionary(coded.id(), values.get().length(), packed, start));
        written.put(coded.id(), contents);
    }

    /** The metadata of a body that will begin at a position. */
    private interface Encoding {
        ByteBuffer of(BatchBody body, long start);
    }

    private long message(BatchBody body, List<IpcBlock> blocks, Encoding encoding) {
        if (compression == Compression.NONE) {
            return written(body, blocks, encoding);
        }
        try (Packing packing = new Packing(compression)) {
            return written(packing.body(body), blocks, encoding);
        }
    }

    private long written(BatchBody body, List<IpcBlock> blocks, Encoding encoding) {
        long start = sink.position();
        ByteBuffer metadata = encoding.of(body, start);
        int metadataLength = metadata.remaining();
        sink.write(metadata);
        long copied = body.write(sink);
        blocks.add(new IpcBlock(start, metadataLength, sink.position() - start - metadataLength));
        return copied;
    }

    /** Writes what stands behind the last batch. */
    public void finish() {
        sink.write(stream ? IpcEncoder.end() : IpcEncoder.tail(schema, dictionaries, batches));
    }
}
