package io.arrayport.arrow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.arrayport.arrow.type.ArrowNumber;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** The other side in these tests: arrow-java's own reader, writer and vectors. */
final class ArrowJava {
    private ArrowJava() {}

    /** Writes a file; {@code fill} is called once per batch with a root that is fresh. */
    static void write(Path path, DictionaryProvider dictionaries, List<VectorSchemaRoot> batches) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            VectorSchemaRoot first = batches.getFirst();
            try (var writer = new org.apache.arrow.vector.ipc.ArrowFileWriter(first, dictionaries, channel)) {
                writer.start();
                for (VectorSchemaRoot batch : batches) {
                    if (batch != first) {
                        var unloader = new org.apache.arrow.vector.VectorUnloader(batch);
                        try (var loaded = unloader.getRecordBatch()) {
                            new org.apache.arrow.vector.VectorLoader(first).load(loaded);
                        }
                    }
                    writer.writeBatch();
                }
                writer.end();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static void write(Path path, List<FieldVector> columns) {
        write(path, new DictionaryProvider.MapDictionaryProvider(), List.of(new VectorSchemaRoot(columns)));
    }

    /** Shows each batch that arrow-java reads. */
    static void read(Path path, Consumer<VectorSchemaRoot> look) {
        try (BufferAllocator allocator = new RootAllocator();
                FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            while (reader.loadNextBatch()) {
                look.accept(reader.getVectorSchemaRoot());
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Shows each batch of a file or stream that arrow-java reads, and the dictionaries. */
    static void readAny(Path path, boolean stream, BiConsumer<VectorSchemaRoot, DictionaryProvider> look) {
        try (BufferAllocator allocator = new RootAllocator();
                FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                ArrowReader reader = stream ? new ArrowStreamReader(channel, allocator)
                        : new ArrowFileReader(channel, allocator)) {
            while (reader.loadNextBatch()) {
                look.accept(reader.getVectorSchemaRoot(), reader);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A vector of {@code rows} numbers, row {@code i} being {@code i % 100 + 1}. */
    static FieldVector numbers(BufferAllocator allocator, ArrowNumber number, String name, int rows) {
        FieldVector vector = new Field(name, FieldType.nullable(number.minorType().getType()), null)
                .createVector(allocator);
        vector.setInitialCapacity(rows);
        vector.allocateNew();
        for (int i = 0; i < rows; i++) {
            Numbers.put(vector.getDataBuffer().memoryAddress(), number.dtype(), i, i % 100 + 1);
            org.apache.arrow.vector.BitVectorHelper.setBit(vector.getValidityBuffer(), i);
        }
        vector.setValueCount(rows);
        return vector;
    }

    /** The values of a vector as doubles, through arrow-java's own accessors. */
    static List<Double> values(FieldVector vector) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < vector.getValueCount(); i++) {
            values.add(switch (vector) {
                case org.apache.arrow.vector.Float2Vector half -> (double) half.getValueAsFloat(i);
                case org.apache.arrow.vector.FloatingPointVector floats -> floats.getValueAsDouble(i);
                case org.apache.arrow.vector.BaseIntVector ints -> (double) ints.getValueAsLong(i);
                default -> throw new AssertionError(vector);
            });
        }
        return values;
    }
}
