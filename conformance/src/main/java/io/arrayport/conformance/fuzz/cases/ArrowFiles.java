package io.arrayport.conformance.fuzz.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import io.arrayport.arrow.ArrowBridge;
import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.ArrowFileWriter;
import io.arrayport.arrow.ArrowStreamWriter;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.MetadataVersion;
import org.apache.arrow.vector.types.pojo.Schema;

/** Small sound files and streams with columns of all types: of our writers, and of arrow-java's in its versions. */
final class ArrowFiles {
    private static final int ROWS = 5;
    private static final int COLUMNS = 4;
    private static final int EACH = 4;

    private final Guarded memory;
    private final SplittableRandom random = new SplittableRandom(20265);
    private final List<byte[]> files = new ArrayList<>();

    private ArrowFiles(Guarded memory) {
        this.memory = memory;
    }

    /** The files; the same at each call. */
    static List<byte[]> make(Guarded memory) {
        ArrowFiles files = new ArrowFiles(memory);
        try {
            for (int i = 0; i < EACH; i++) {
                files.own(i % 2 == 0);
                files.arrowJava(i % 2 == 0,
                        i < 2 ? IpcOption.DEFAULT : new IpcOption(i == EACH - 1, MetadataVersion.V4));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("fuzz: sound files", problem);
        }
        return files.files;
    }

    private List<ArrowColumn> columns(boolean coded) {
        List<ArrowColumn> columns = new ArrayList<>();
        while (columns.size() < COLUMNS) {
            ArrowNode node = new ArrowMaker(random).column(ROWS, columns.size() < COLUMNS / 2 ? 0 : 1);
            name(node, "c" + columns.size());
            ArrowStructs structs = new ArrowStructs(memory);
            ArrowColumn column = ArrowC.column(structs.schema(node), structs.array(node, ArrowStructs.ARRAY_BYTES));
            if (has(column.field(), ArrowType.RunEnds.class) || !coded && hasOther(column.field())) {
                column.close(); // slices of run ends have no form; arrow-java's writer has dictionaries elsewhere
            } else {
                columns.add(column.slice(0, ROWS));
            }
        }
        return columns;
    }

    /** Names that differ: arrow-java keeps one of several children of a name. */
    private static void name(ArrowNode node, String name) {
        node.name = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < node.children.size(); i++) {
            name(Objects.requireNonNull(node.children.get(i)), name + "." + i);
        }
    }

    private static boolean has(ArrowField field, Class<? extends ArrowType> type) {
        return type.isInstance(field.type()) || field.children().stream().anyMatch(child -> has(child, type))
                || field.type() instanceof ArrowType.Dictionary coded && has(coded.values(), type);
    }

    /** What arrow-java has no vectors for, or no writers. */
    private static boolean hasOther(ArrowField field) {
        return has(field, ArrowType.Dictionary.class) || has(field, ArrowType.Union.class)
                || has(field, ArrowType.ListViews.class) || has(field, ArrowType.Decimal.class)
                || has(field, ArrowType.View.class);
    }

    private void with(boolean coded, Consumer<List<ArrowColumn>> use) {
        memory.reset();
        List<ArrowColumn> columns = columns(coded);
        use.accept(columns);
        columns.forEach(ArrowColumn::close);
    }

    private void own(boolean stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path path = Files.createTempFile("arrayport-fuzz", ".arrow");
        with(true, columns -> {
            ArrowSchema schema = new ArrowSchema(columns.stream().map(ArrowColumn::field).toList(),
                    Map.of("made", "here"));
            if (stream) {
                try (ArrowStreamWriter writer = ArrowStreamWriter.to(Channels.newChannel(out), schema)) {
                    writer.write(columns);
                    writer.write(columns);
                }
            } else {
                try (ArrowFileWriter writer = ArrowFileWriter.create(path, schema)) {
                    writer.write(columns);
                    writer.finish();
                }
            }
        });
        files.add(stream ? out.toByteArray() : Files.readAllBytes(path));
        Files.delete(path);
    }

    private void arrowJava(boolean stream, IpcOption option) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        with(false, columns -> {
            try (BufferAllocator allocator = new RootAllocator()) {
                List<FieldVector> vectors = columns.stream().map(column -> ArrowBridge.vector(allocator, column))
                        .toList();
                Schema schema = new Schema(vectors.stream().map(FieldVector::getField).toList(),
                        Map.of("made", "there"));
                DictionaryProvider none = new DictionaryProvider.MapDictionaryProvider();
                try (VectorSchemaRoot root = new VectorSchemaRoot(schema, vectors, ROWS);
                        ArrowWriter writer = stream
                                ? new org.apache.arrow.vector.ipc.ArrowStreamWriter(root, none,
                                        Channels.newChannel(out), option)
                                : new org.apache.arrow.vector.ipc.ArrowFileWriter(root, none,
                                        Channels.newChannel(out), Map.of(), option)) {
                    writer.writeBatch();
                    writer.writeBatch();
                } catch (IOException problem) {
                    throw new UncheckedIOException("fuzz: arrow-java's writer", problem);
                }
            }
        });
        files.add(out.toByteArray());
    }
}
