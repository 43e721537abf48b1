package io.arrayport.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;

/** arrow-java's own eyes. */
public final class ArrowFiles {
    private ArrowFiles() {}

    /** The elements of a vector of numbers, through its accessors. */
    public static double[] values(FieldVector vector) {
        double[] values = new double[vector.getValueCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (vector) {
                case Float2Vector half -> half.getValueAsFloat(i);
                case FloatingPointVector floats -> floats.getValueAsDouble(i);
                case BaseIntVector ints -> ints.getValueAsLong(i);
                default -> throw new AssertionError(vector);
            };
        }
        return values;
    }

    /** Shows each batch that arrow-java reads from a file. */
    public static void read(Path file, Consumer<VectorSchemaRoot> look) {
        try (BufferAllocator allocator = new RootAllocator();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            while (reader.loadNextBatch()) {
                look.accept(reader.getVectorSchemaRoot());
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
