package io.arrayport.arrow.ipc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.Compression;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/** Reads the metadata of one record or dictionary batch; its body is not touched. */
public final class BatchReader {
    /** Writers since format 0.15 put this before the length of the metadata. */
    static final int CONTINUATION = -1;

    private final FileBytes file;
    private final String what;
    private final IpcBlock block;

    private BatchReader(FileBytes file, String what, IpcBlock block) {
        this.file = file;
        this.what = "%s at byte %d".formatted(what, block.offset());
        this.block = block;
    }

    /**
     * Reads and checks the metadata of batch {@code index}.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException where it is damaged or disagrees with the schema
     */
    public static IpcBatch read(FileBytes file, IpcFooter footer, int index) {
        BatchReader reader = new BatchReader(file, "record batch " + index, footer.batches().get(index));
        return reader.message(message -> {
            RecordBatch batch = new RecordBatch();
            reader.requireHeader(message, MessageHeader.RecordBatch, "a record batch");
            reader.requirePresent(message.header(batch));
            return reader.batch("batch " + index, message, batch, footer.schema().schema().fields());
        });
    }

    /**
     * A dictionary batch.
     *
     * @param id which dictionary
     * @param delta whether its rows follow those of an earlier one
     */
    record Dictionary(long id, boolean delta) {}

    /** Reads what dictionary batch {@code index} is; its rows are not looked at. */
    static Dictionary dictionary(FileBytes file, IpcFooter footer, int index) {
        BatchReader reader = new BatchReader(file, "dictionary batch " + index, footer.dictionaries().get(index));
        return reader.message(message -> {
            DictionaryBatch header = reader.dictionaryHeader(message);
            return new Dictionary(header.id(), header.isDelta());
        });
    }

    /** Reads dictionary batch {@code index} as a batch of the one column {@code values}. */
    static IpcBatch dictionary(FileBytes file, IpcFooter footer, int index, ArrowField values) {
        BatchReader reader = new BatchReader(file, "dictionary batch " + index, footer.dictionaries().get(index));
        return reader.message(message -> {
            RecordBatch batch = new RecordBatch();
            reader.requirePresent(reader.dictionaryHeader(message).data(batch));
            return reader.batch("dictionary batch " + index, message, batch, List.of(values));
        });
    }

    private DictionaryBatch dictionaryHeader(Message message) {
        DictionaryBatch header = new DictionaryBatch();
        requireHeader(message, MessageHeader.DictionaryBatch, "a dictionary batch");
        requirePresent(message.header(header));
        return header;
    }

    private <T> T message(Function<Message, T> read) {
        Message message = file.parse(what + ": Message", () -> Message.getRootAsMessage(metadata()));
        return file.parse(what + ": Message", () -> {
            FooterReader.requireVersion(file, what, message.version());
            return read.apply(message);
        });
    }

    private ByteBuffer metadata() {
        int first = file.intAt(what, block.offset());
        int prefix = first == CONTINUATION ? 2 * Integer.BYTES : Integer.BYTES;
        int length = first == CONTINUATION ? file.intAt(what, block.offset() + Integer.BYTES) : first;
        if (length <= 0 || length > block.metadataLength() - prefix) {
            throw file.error("%s: metaDataLength: the footer says %d bytes, the message itself %d + %d".formatted(what,
                    block.metadataLength(), prefix, length));
        }
        return file.buffer(what, block.offset() + prefix, length);
    }

    private void requireHeader(Message message, byte type, String name) {
        if (message.headerType() != type) {
            throw file.error(
                    "%s: header_type: expected %s (%d), found %d".formatted(what, name, type, message.headerType()));
        }
    }

    private void requirePresent(@Nullable Object header) {
        if (header == null) {
            throw file.error(what + ": header: expected one, found none");
        }
    }

    private IpcBatch batch(String name, Message message, RecordBatch batch, List<ArrowField> fields) {
        long bodyLength = message.bodyLength();
        if (bodyLength < 0 || bodyLength > block.bodyLength()) {
            throw file.error("%s: bodyLength: the footer says %d bytes, the message itself %d".formatted(what,
                    block.bodyLength(), bodyLength));
        }
        if (file.parse(what + ": length", batch::length) < 0) {
            throw file.error("%s: length: expected rows from 0, found %d".formatted(what, batch.length()));
        }
        List<ColumnSpan> columns = file.parse(what + ": nodes and buffers",
                () -> new BatchWalk(file, what, message.version(), batch).walk(fields));
        return new IpcBatch(name, batch.length(), block.bodyOffset(), bodyLength, compression(batch), columns);
    }

    private Compression compression(RecordBatch batch) {
        @Nullable
        BodyCompression compression = batch.compression();
        if (compression == null) {
            return Compression.NONE;
        }
        if (compression.method() != BodyCompressionMethod.BUFFER) {
            throw file.error("%s: compression: expected method %d, buffer by buffer, found %d".formatted(what,
                    BodyCompressionMethod.BUFFER, compression.method()));
        }
        return switch (compression.codec()) {
            case CompressionType.LZ4_FRAME -> Compression.LZ4_FRAME;
            case CompressionType.ZSTD -> Compression.ZSTD;
            default -> throw file.error("%s: compression: expected codec 0 (LZ4_FRAME) or 1 (ZSTD), found %d"
                    .formatted(what, compression.codec()));
        };
    }
}
