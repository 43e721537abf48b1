package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.ToIntFunction;

import com.google.flatbuffers.FlatBufferBuilder;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Null;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Streams of messages that no honest writer writes in this order, or at all. */
class CraftedStreamTest {
    private static final int CONTINUED = -1;
    private static final ToIntFunction<FlatBufferBuilder> NO_HEADER = _ -> 0;

    private final ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    private CraftedStreamTest ints(int... values) {
        for (int value : values) {
            out.putInt(value);
        }
        return this;
    }

    private CraftedStreamTest message(byte type, long body, ToIntFunction<FlatBufferBuilder> header) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int table = header.applyAsInt(builder);
        builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, table, body, 0));
        byte[] bytes = builder.sizedByteArray();
        ints(CONTINUED, bytes.length);
        out.put(bytes);
        return this;
    }

    private CraftedStreamTest schema(ToIntFunction<FlatBufferBuilder> field) {
        return message(MessageHeader.Schema, 0, builder -> {
            int fields = Schema.createFieldsVector(builder, new int[]{field.applyAsInt(builder)});
            return Schema.createSchema(builder, Endianness.Little, fields, 0, 0);
        });
    }

    private CraftedStreamTest batch(int nodes, int buffers) {
        return message(MessageHeader.RecordBatch, 0, builder -> emptyBatch(builder, nodes, buffers));
    }

    private CraftedStreamTest dictionary(long id, boolean delta, int nodes, int buffers) {
        return message(MessageHeader.DictionaryBatch, 0, builder -> DictionaryBatch.createDictionaryBatch(builder, id,
                emptyBatch(builder, nodes, buffers), delta));
    }

    /** No rows, and every buffer empty. */
    private static int emptyBatch(FlatBufferBuilder builder, int nodes, int buffers) {
        RecordBatch.startBuffersVector(builder, buffers);
        for (int i = 0; i < buffers; i++) {
            org.apache.arrow.flatbuf.Buffer.createBuffer(builder, 0, 0);
        }
        int all = builder.endVector();
        RecordBatch.startNodesVector(builder, nodes);
        for (int i = 0; i < nodes; i++) {
            FieldNode.createFieldNode(builder, 0, 0);
        }
        return RecordBatch.createRecordBatch(builder, 0, builder.endVector(), all, 0, 0);
    }

    private ArrowTable open() {
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return ArrowTable.of("it", Zoo.bytes(bytes));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(this::open).isInstanceOf(ForeignDescriptorException.class);
    }

    private static int plain(FlatBufferBuilder builder) {
        return coded(builder, 0);
    }

    /** An int32, its values in a dictionary if there is an encoding. */
    private static int coded(FlatBufferBuilder builder, int encoding) {
        int name = builder.createString("x");
        int type = Int.createInt(builder, 32, true);
        return Field.createField(builder, name, true, Type.Int, type, encoding, 0, 0);
    }

    private static int encoding(FlatBufferBuilder builder, long id) {
        return DictionaryEncoding.createDictionaryEncoding(builder, id, 0, false, (short) 0);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertColumnRefused(ArrowTable table) {
        return assertThatThrownBy(() -> table.batches().getFirst().arrowColumn(0));
    }

    @Test
    void aStreamOfNothingHasNoSchema() {
        ints(CONTINUED, 0).assertRefused().hasMessageContaining("expected a schema first, found the end");
    }

    @Test
    void messagesWithoutAMarkBeforeThemAreRead() {
        schema(CraftedStreamTest::plain);
        int from = out.position();
        batch(1, 2);
        // The mark of the second message goes: as writers did it before version 0.15
        out.put(from, out, from + Integer.BYTES, out.position() - from - Integer.BYTES)
                .position(out.position() - Integer.BYTES);
        try (ArrowTable table = ints(0).open()) {
            assertThat(table.batches()).hasSize(1);
        }
    }

    @Test
    void lengthsBelowZeroAreNamed() {
        schema(CraftedStreamTest::plain).ints(CONTINUED, -5).assertRefused()
                .hasMessageContaining("metadata length: expected bytes from 0, found -5");
        out.clear();
        schema(CraftedStreamTest::plain).message(MessageHeader.RecordBatch, -1, b -> emptyBatch(b, 1, 2))
                .assertRefused().hasMessageContaining("bodyLength: expected -1 bytes");
        out.clear();
        schema(CraftedStreamTest::plain).message(MessageHeader.RecordBatch, 8, b -> emptyBatch(b, 1, 2))
                .assertRefused().hasMessageContaining("bodyLength: expected 8 bytes");
    }

    @Test
    void messagesComeInTheirOrder() {
        batch(1, 2).assertRefused().hasMessageContaining("header_type: expected the schema first, found 3");
        out.clear();
        schema(CraftedStreamTest::plain).schema(CraftedStreamTest::plain).assertRefused()
                .hasMessageContaining("expected one schema, found a second");
        out.clear();
        message(MessageHeader.Schema, 0, NO_HEADER).assertRefused().hasMessageContaining("expected a schema");
        out.clear();
        schema(CraftedStreamTest::plain).message(MessageHeader.Tensor, 0, NO_HEADER).assertRefused()
                .hasMessageContaining("expected a schema, a dictionary or a record batch, found 4");
    }

    @Test
    void aBatchWithoutAHeaderIsNamed() {
        schema(CraftedStreamTest::plain).message(MessageHeader.RecordBatch, 0, NO_HEADER);
        try (ArrowTable table = open()) {
            assertColumnRefused(table).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("header: expected one, found none");
        }
    }

    @Test
    void dictionariesInPiecesOrOfAnotherColumnAreNamed() {
        ToIntFunction<FlatBufferBuilder> seven = builder -> coded(builder, encoding(builder, 7));
        schema(seven).dictionary(6, false, 1, 2).batch(1, 2);
        try (ArrowTable table = open()) {
            assertColumnRefused(table).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("there is no dictionary 7");
        }
        out.clear();
        schema(seven).dictionary(7, false, 1, 2).dictionary(6, true, 1, 2).batch(1, 2);
        try (ArrowTable table = open(); ArrowColumn column = table.batches().getFirst().arrowColumn(0)) {
            assertThat(column.length()).isZero();
        }
        out.clear();
        schema(seven).dictionary(7, false, 1, 2).dictionary(7, true, 1, 2).batch(1, 2);
        try (ArrowTable table = open()) {
            assertColumnRefused(table).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("has a dictionary in pieces (delta dictionary batch 1)");
        }
    }

    /** Lists of one dictionary, whose items count in it again: one batch is the dictionary of all of them. */
    private static int nested(FlatBufferBuilder builder, int depth) {
        int inner = coded(builder, encoding(builder, 7));
        for (int i = 0; i < depth; i++) {
            int name = builder.createString("x");
            Null.startNull(builder);
            int type = Null.endNull(builder);
            int children = Field.createChildrenVector(builder, new int[]{inner});
            inner = Field.createField(builder, name, true, Type.List, type, encoding(builder, 7), children, 0);
        }
        return inner;
    }

    @Test
    void dictionariesThatCountInEachOtherHaveAnEnd() {
        schema(builder -> nested(builder, 20)).dictionary(7, false, 2, 4).batch(1, 2);
        try (ArrowTable table = open()) {
            assertColumnRefused(table).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("dictionaries are nested deeper than 16");
        }
    }
}
