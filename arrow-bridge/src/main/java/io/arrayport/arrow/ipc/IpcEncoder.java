package io.arrayport.arrow.ipc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import com.google.flatbuffers.FlatBufferBuilder;
import io.arrayport.arrow.type.ArrowSchema;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;

/**
 * Encodes the parts of an IPC file that are not column bytes. A message is padded so that what follows it begins at a
 * multiple of 64 in the file, and so in any mapping of it.
 */
public final class IpcEncoder {
    /** Arrow's recommended alignment: a cache line, and the widest vector register. */
    public static final int ALIGNMENT = 64;
    private static final int PREFIX = 2 * Integer.BYTES;
    private static final short VERSION = MetadataVersion.V5;

    private IpcEncoder() {}

    /** The first bytes of the file. */
    public static ByteBuffer head() {
        return ByteBuffer.allocate(FileFrame.HEAD).put(0, FileFrame.MAGIC);
    }

    /** The schema message, with which a stream begins. */
    public static ByteBuffer schema(ArrowSchema schema, long position) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        return message(builder, MessageHeader.Schema, new SchemaEncoder(builder).encode(schema), 0, position);
    }

    /**
     * The metadata of a record batch, its buffers one after the other, each padded to {@link #ALIGNMENT}.
     *
     * @param position file offset at which it will be written
     */
    public static ByteBuffer batch(long rows, BatchBody body, long position) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        return message(builder, MessageHeader.RecordBatch, body.encode(builder, rows), body.bytes(), position);
    }

    /** The metadata of a dictionary batch, whose body is the dictionary's one column. */
    public static ByteBuffer dictionary(long id, long rows, BatchBody body, long position) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int data = body.encode(builder, rows);
        return message(builder, MessageHeader.DictionaryBatch,
                DictionaryBatch.createDictionaryBatch(builder, id, data, false), body.bytes(), position);
    }

    /** The mark of a stream's end. */
    public static ByteBuffer end() {
        return ByteBuffer.allocate(PREFIX).order(ByteOrder.LITTLE_ENDIAN).putInt(-1).putInt(0).flip();
    }

    /** The end of the file: end-of-stream mark, footer, its length, magic. */
    public static ByteBuffer tail(ArrowSchema schema, List<IpcBlock> dictionaries, List<IpcBlock> batches) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int fields = new SchemaEncoder(builder).encode(schema);
        Footer.startRecordBatchesVector(builder, batches.size());
        for (IpcBlock block : batches.reversed()) {
            Block.createBlock(builder, block.offset(), block.metadataLength(), block.bodyLength());
        }
        int blocks = builder.endVector();
        Footer.startDictionariesVector(builder, dictionaries.size());
        for (IpcBlock block : dictionaries.reversed()) {
            Block.createBlock(builder, block.offset(), block.metadataLength(), block.bodyLength());
        }
        int dictionaryBlocks = builder.endVector();
        builder.finish(Footer.createFooter(builder, VERSION, fields, dictionaryBlocks, blocks, 0));
        byte[] footer = builder.sizedByteArray();
        ByteBuffer tail = ByteBuffer.allocate(PREFIX + footer.length + Integer.BYTES + FileFrame.MAGIC.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        return tail.putInt(-1).putInt(0).put(footer).putInt(footer.length).put(FileFrame.MAGIC).flip();
    }

    /** {@code bytes} rounded up to {@link #ALIGNMENT}. */
    public static long padded(long bytes) {
        return Math.addExact(bytes, ALIGNMENT - 1) & -ALIGNMENT;
    }

    private static ByteBuffer message(FlatBufferBuilder builder, byte type, int header, long bodyLength,
            long position) {
        builder.finish(Message.createMessage(builder, VERSION, type, header, bodyLength, 0));
        byte[] metadata = builder.sizedByteArray();
        int length = Math.toIntExact(padded(position + PREFIX + metadata.length) - position);
        ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        return message.putInt(-1).putInt(length - PREFIX).put(metadata).rewind();
    }
}
