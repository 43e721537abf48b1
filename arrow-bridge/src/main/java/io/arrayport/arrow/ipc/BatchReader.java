package io.arrayport.arrow.ipc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/** Reads the metadata of one record batch; its body is not touched. */
public final class BatchReader {
    /** Writers since format 0.15 put this before the length of the metadata. */
    private static final int CONTINUATION = -1;

    private final FileBytes file;
    private final IpcFooter footer;
    private final int index;
    private final IpcBlock block;

    private BatchReader(FileBytes file, IpcFooter footer, int index) {
        this.file = file;
        this.footer = footer;
        this.index = index;
        this.block = footer.batches().get(index);
    }

    /**
     * Reads and checks the metadata of batch {@code index}.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException where it is damaged or disagrees with the schema
     */
    public static IpcBatch read(FileBytes file, IpcFooter footer, int index) {
        return new BatchReader(file, footer, index).read();
    }

    private IpcBatch read() {
        String what = "record batch %d at byte %d".formatted(index, block.offset());
        Message message = file.parse(what, () -> Message.getRootAsMessage(metadata(what)));
        return file.parse(what, () -> batch(what, message));
    }

    private ByteBuffer metadata(String what) {
        int first = file.intAt(what, block.offset());
        int prefix = first == CONTINUATION ? 2 * Integer.BYTES : Integer.BYTES;
        int length = first == CONTINUATION ? file.intAt(what, block.offset() + Integer.BYTES) : first;
        if (length <= 0 || length > block.metadataLength() - prefix) {
            throw file.error("%s: the footer gives its metadata %d bytes, the message itself %d + %d".formatted(what,
                    block.metadataLength(), prefix, length));
        }
        return file.buffer(what, block.offset() + prefix, length);
    }

    private IpcBatch batch(String what, Message message) {
        FooterReader.requireVersion(file, what, message.version());
        if (message.headerType() != MessageHeader.RecordBatch) {
            throw file.error(
                    "%s: expected a record batch (3), found message type %d".formatted(what, message.headerType()));
        }
        RecordBatch batch = new RecordBatch();
        if (message.header(batch) == null) {
            throw file.error(what + ": the message has no header");
        }
        long bodyLength = message.bodyLength();
        if (bodyLength < 0 || bodyLength > block.bodyLength()) {
            throw file.error("%s: the footer gives its body %d bytes, the message itself %d".formatted(what,
                    block.bodyLength(), bodyLength));
        }
        if (batch.length() < 0) {
            throw file.error("%s: %d rows".formatted(what, batch.length()));
        }
        List<ColumnSpan> columns = new BatchWalk(file, what, message.version(), batch).walk(footer.schema().fields());
        return new IpcBatch(index, batch.length(), block.bodyOffset(), bodyLength, compression(batch), columns);
    }

    private static Optional<String> compression(RecordBatch batch) {
        @Nullable
        BodyCompression compression = batch.compression();
        if (compression == null) {
            return Optional.empty();
        }
        return Optional.of(switch (compression.codec()) {
            case CompressionType.LZ4_FRAME -> "LZ4";
            case CompressionType.ZSTD -> "ZSTD";
            default -> "codec " + compression.codec();
        });
    }
}
