package io.arrayport.arrow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;

/**
 * Writes files that no honest writer writes: one int32 column {@code x} of 4 rows (1, 2, 3, 4), with one thing changed.
 * What is not changed is as the format wants it.
 */
final class CraftedFile {
    short footerVersion = MetadataVersion.V5;
    short messageVersion = MetadataVersion.V5;
    short endianness = Endianness.Little;
    byte headerType = MessageHeader.RecordBatch;
    byte firstColumnType = Type.NONE;
    boolean compressed;
    boolean legacyPrefix;
    boolean withSchema = true;
    boolean withHeader = true;
    /** Whether the column stands before the one of another type. */
    boolean otherLast;
    byte codec = 1;
    byte method;
    long[] sideBuffers = {};
    int messageLength = -1;
    short unionMode = UnionMode.Sparse;
    int bitWidth = 32;
    long rows = 4;
    long nodeLength = 4;
    long nullCount;
    long validityOffset;
    long validityLength;
    long valuesOffset = 8;
    long valuesLength = 16;
    long bodyLength = 24;
    long blockBodyLength = 24;
    long blockOffset = -1;
    int blockMetadataLength = -1;
    String name = "x";
    int extraNodes;
    int extraBuffers;
    int padding;
    byte validity = 0x0f;

    /** Changes one thing. */
    interface Change {
        void apply(CraftedFile file);
    }

    static Path write(Path path, Change change) {
        CraftedFile file = new CraftedFile();
        change.apply(file);
        try {
            return Files.write(path, file.bytes());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = "ARROW1".getBytes(StandardCharsets.US_ASCII);
        out.put(magic).putShort((short) 0);
        // Shifts everything behind, so that values lie at any alignment
        out.put(new byte[padding]);
        int start = out.position();
        byte[] message = message();
        if (!legacyPrefix) {
            out.putInt(-1);
        }
        out.putInt(messageLength < 0 ? message.length : messageLength).put(message);
        int metadataLength = out.position() - start;
        out.put(new byte[]{validity, 0, 0, 0, 0, 0, 0, 0});
        out.putInt(1).putInt(2).putInt(3).putInt(4);
        byte[] footer = footer(blockOffset < 0 ? start : blockOffset,
                blockMetadataLength < 0 ? metadataLength : blockMetadataLength);
        out.put(footer).putInt(footer.length).put(magic).flip();
        byte[] bytes = new byte[out.remaining()];
        out.get(bytes);
        return bytes;
    }

    private byte[] message() {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int before = firstColumnType == Type.NONE ? 0 : 1;
        int buffers = 2 + extraBuffers;
        RecordBatch.startBuffersVector(builder, buffers);
        // What is written first stands last
        for (int i = 0; i < buffers; i++) {
            if (i == (otherLast ? buffers - 2 : 0)) {
                Buffer.createBuffer(builder, valuesOffset, valuesLength);
            } else if (i == (otherLast ? buffers - 1 : 1)) {
                Buffer.createBuffer(builder, validityOffset, validityLength);
            } else {
                Buffer.createBuffer(builder, 0, 0);
            }
        }
        int allBuffers = builder.endVector();
        int nodes = 1 + before + extraNodes;
        RecordBatch.startNodesVector(builder, nodes);
        for (int i = 0; i < nodes; i++) {
            boolean ours = i == (otherLast ? nodes - 1 : 0);
            FieldNode.createFieldNode(builder, ours ? nodeLength : rows, ours ? nullCount : 0);
        }
        int allNodes = builder.endVector();
        int compression = compressed ? BodyCompression.createBodyCompression(builder, codec, method) : 0;
        int sides = sideBuffers.length == 0 ? 0 : RecordBatch.createVariadicBufferCountsVector(builder, sideBuffers);
        int batch = RecordBatch.createRecordBatch(builder, rows, allNodes, allBuffers, compression, sides);
        builder.finish(Message.createMessage(builder, messageVersion, headerType, withHeader ? batch : 0, bodyLength,
                0));
        return builder.sizedByteArray();
    }

    private byte[] footer(long offset, int metadataLength) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int schema = withSchema ? schema(builder) : 0;
        Footer.startRecordBatchesVector(builder, 1);
        Block.createBlock(builder, offset, metadataLength, blockBodyLength);
        int blocks = builder.endVector();
        builder.finish(Footer.createFooter(builder, footerVersion, schema, 0, blocks, 0));
        return builder.sizedByteArray();
    }

    private int schema(FlatBufferBuilder builder) {
        int type = Int.createInt(builder, bitWidth, true);
        int name = builder.createString(this.name);
        int column = Field.createField(builder, name, true, Type.Int, type, 0, 0, 0);
        int[] fields = {column};
        if (firstColumnType != Type.NONE) {
            int first = builder.createString("first");
            int parameters = firstColumnType == Type.Union ? Union.createUnion(builder, unionMode, 0) : 0;
            int other = Field.createField(builder, first, true, firstColumnType, parameters, 0, 0, 0);
            fields = otherLast ? new int[]{column, other} : new int[]{other, column};
        }
        return Schema.createSchema(builder, endianness, Schema.createFieldsVector(builder, fields), 0, 0);
    }
}
