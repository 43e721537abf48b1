package io.arrayport.arrow.ipc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowNumber;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** A small file by arrow-java's writer with something of everything: numbers, strings, views, nesting, metadata. */
final class SoundFile {
    private static final int ROWS = 5;
    private static final int BATCHES = 2;

    private SoundFile() {}

    static byte[] bytes() throws IOException {
        return bytes(false);
    }

    static byte[] bytes(boolean stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BufferAllocator allocator = new RootAllocator()) {
            List<FieldVector> columns = columns(allocator);
            Schema schema = new Schema(columns.stream().map(FieldVector::getField).toList(), Map.of("made", "here"));
            try (VectorSchemaRoot root = new VectorSchemaRoot(schema, columns, ROWS);
                    ArrowWriter writer = stream
                            ? new ArrowStreamWriter(root, new DictionaryProvider.MapDictionaryProvider(), out)
                            : new ArrowFileWriter(root, new DictionaryProvider.MapDictionaryProvider(),
                                    Channels.newChannel(out))) {
                for (int i = 0; i < BATCHES; i++) {
                    writer.writeBatch();
                }
            }
        }
        return out.toByteArray();
    }

    private static List<FieldVector> columns(BufferAllocator allocator) {
        List<FieldVector> columns = new ArrayList<>();
        columns.add(filled(allocator, "first", ArrowNumber.INT16.minorType().getType(), List.of()));
        columns.add(filled(allocator, "text", new ArrowType.Utf8(), List.of()));
        Field item = new Field("item", FieldType.nullable(new ArrowType.Int(32, true)), null);
        columns.add(filled(allocator, "list", new ArrowType.List(), List.of(item)));
        columns.add(filled(allocator, "struct", new ArrowType.Struct(), List.of(item)));
        columns.add(
                filled(allocator, "when", new ArrowType.Timestamp(org.apache.arrow.vector.types.TimeUnit.SECOND, "UTC"),
                        List.of()));
        ViewVarCharVector views = new ViewVarCharVector("views", allocator);
        views.allocateNew(ROWS);
        views.setSafe(0, "longer than twelve bytes".getBytes(StandardCharsets.UTF_8));
        views.setValueCount(ROWS);
        columns.add(views);
        columns.add(filled(allocator, "last", ArrowNumber.FLOAT64.minorType().getType(), List.of()));
        return columns;
    }

    /** All values 0, none null where the type is a number. */
    private static FieldVector filled(BufferAllocator allocator, String name, ArrowType type, List<Field> children) {
        FieldVector vector = new Field(name, FieldType.nullable(type), children).createVector(allocator);
        vector.allocateNew();
        vector.setValueCount(ROWS);
        vector.getValidityBuffer().setOne(0, 1);
        return vector;
    }
}
