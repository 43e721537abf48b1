package io.arrayport.arrow.ipc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;

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

    /** The schema message, for a reader that takes the file as a stream. */
    public static ByteBuffer schema(IpcSchema schema, long position) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        return message(builder, MessageHeader.Schema, new SchemaEncoder(builder).encode(schema), 0, position);
    }

    /**
     * The metadata of a record batch without nulls: no validity buffers, one values buffer per column, each padded to
     * {@link #ALIGNMENT}.
     *
     * @param valueBytes bytes of each column's values
     * @param position file offset at which it will be written
     */
    public static ByteBuffer batch(long rows, long[] valueBytes, long position) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        long bodyLength = 0;
        long[] offsets = new long[valueBytes.length];
        for (int i = 0; i < valueBytes.length; i++) {
            offsets[i] = bodyLength;
            bodyLength = Math.addExact(bodyLength, padded(valueBytes[i]));
        }
        RecordBatch.startBuffersVector(builder, 2 * valueBytes.length);
        for (int i = valueBytes.length - 1; i >= 0; i--) {
            Buffer.createBuffer(builder, offsets[i], valueBytes[i]);
            Buffer.createBuffer(builder, offsets[i], 0);
        }
        int buffers = builder.endVector();
        RecordBatch.startNodesVector(builder, valueBytes.length);
        for (int i = 0; i < valueBytes.length; i++) {
            FieldNode.createFieldNode(builder, rows, 0);
        }
        int nodes = builder.endVector();
        int batch = RecordBatch.createRecordBatch(builder, rows, nodes, buffers, 0, 0);
        return message(builder, MessageHeader.RecordBatch, batch, bodyLength, position);
    }

    /** The end of the file: end-of-stream mark, footer, its length, magic. */
    public static ByteBuffer tail(IpcSchema schema, List<IpcBlock> batches) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int fields = new SchemaEncoder(builder).encode(schema);
        Footer.startRecordBatchesVector(builder, batches.size());
        for (IpcBlock block : batches.reversed()) {
            Block.createBlock(builder, block.offset(), block.metadataLength(), block.bodyLength());
        }
        int blocks = builder.endVector();
        Footer.startDictionariesVector(builder, 0);
        int dictionaries = builder.endVector();
        builder.finish(Footer.createFooter(builder, VERSION, fields, dictionaries, blocks, 0));
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
