package io.arrayport.interop.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.arrayport.arrow.ArrowFileWriter;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.AbstractCompressionCodec;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.ipc.message.IpcOption;

/** Arrow files with the flights' columns: sound ones by our writer, and those we refuse by arrow-java's. */
final class TableFile {
    private TableFile() {}

    /** Row {@code i} of the whole file. */
    static short delay(long i) {
        return (short) (i * 7 % 41 - 10);
    }

    static short distance(long i) {
        return (short) (i % 1000 + 30);
    }

    static float time(long i) {
        return i % 24 + 0.25f;
    }

    /** Batches of so many rows each; the rows are numbered over the whole file. */
    static Path flights(Path path, int... batches) {
        ArrowSchema schema = ArrowSchema.of(ArrowField.of("delay", DType.INT16),
                ArrowField.of("distance", DType.INT16), ArrowField.of("time", DType.FLOAT32));
        try (ArrowFileWriter writer = ArrowFileWriter.create(path, schema)) {
            long first = 0;
            for (int rows : batches) {
                try (NdArray delay = array(DType.INT16, rows); NdArray distance = array(DType.INT16, rows);
                        NdArray time = array(DType.FLOAT32, rows)) {
                    for (int i = 0; i < rows; i++) {
                        delay.setLong(delay(first + i), i);
                        distance.setLong(distance(first + i), i);
                        time.setDouble(time(first + i), i);
                    }
                    writer.write(delay, distance, time);
                    first += rows;
                }
            }
            writer.finish();
        }
        return path;
    }

    private static NdArray array(DType dtype, int rows) {
        return NdArray.of(Storage.allocate((long) rows * dtype.itemsize()), dtype,
                Layout.contiguous(Shape.of(rows), dtype.itemsize()));
    }

    /** As {@link #flights}, in the batch {@code odd} one delay is null. */
    static Path withNullIn(Path path, int odd, int batches) {
        return byArrowJava(path, false, batches, (batch, root) -> {
            if (batch == odd) {
                root.getVector("delay").setNull(2);
            }
        });
    }

    /** As {@link #flights}, its buffers marked as LZ4. */
    static Path compressed(Path path) {
        return byArrowJava(path, true, 1, (_, _) -> {});
    }

    /** The flights' columns, and {@code carrier} of text and {@code late} of bits. */
    static Path withText(Path path) {
        return byArrowJava(path, false, 1, (_, _) -> {});
    }

    private interface Change {
        void apply(int batch, VectorSchemaRoot root);
    }

    private static Path byArrowJava(Path path, boolean compressed, int batches, Change change) {
        int rows = 10;
        try (BufferAllocator allocator = new RootAllocator();
                SmallIntVector delay = new SmallIntVector("delay", allocator);
                SmallIntVector distance = new SmallIntVector("distance", allocator);
                Float4Vector time = new Float4Vector("time", allocator);
                VarCharVector carrier = new VarCharVector("carrier", allocator);
                BitVector late = new BitVector("late", allocator);
                FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            List<FieldVector> columns = List.of(delay, distance, time, carrier, late);
            columns.forEach(FieldVector::allocateNew);
            for (int i = 0; i < rows; i++) {
                delay.setSafe(i, delay(i));
                distance.setSafe(i, distance(i));
                time.setSafe(i, time(i));
                carrier.setSafe(i, new byte[]{'A', (byte) ('A' + i)});
                late.setSafe(i, i % 2);
            }
            VectorSchemaRoot root = new VectorSchemaRoot(columns);
            root.setRowCount(rows);
            try (var writer = new org.apache.arrow.vector.ipc.ArrowFileWriter(root, null, channel, Map.of(),
                    IpcOption.DEFAULT, new StoredAsLz4(), compressed ? CodecType.LZ4_FRAME
                            : CodecType.NO_COMPRESSION,
                    Optional.empty())) {
                for (int batch = 0; batch < batches; batch++) {
                    change.apply(batch, root);
                    writer.writeBatch();
                }
                writer.end();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return path;
    }

    /**
     * A codec whose result is never smaller, so that arrow-java stores each buffer as it is, behind its length: a
     * valid file.
     */
    private static final class StoredAsLz4 extends AbstractCompressionCodec implements CompressionCodec.Factory {
        @Override
        public CompressionCodec createCodec(CodecType type) {
            return type == CodecType.LZ4_FRAME ? this : CompressionCodec.Factory.INSTANCE.createCodec(type);
        }

        @Override
        public CompressionCodec createCodec(CodecType type, int level) {
            return createCodec(type);
        }

        @Override
        protected ArrowBuf doCompress(BufferAllocator allocator, ArrowBuf buffer) {
            ArrowBuf larger = allocator.buffer(buffer.writerIndex() + 64);
            larger.writerIndex(buffer.writerIndex() + 64);
            return larger;
        }

        @Override
        protected ArrowBuf doDecompress(BufferAllocator allocator, ArrowBuf buffer) {
            throw new AssertionError("nothing is read back");
        }

        @Override
        public CodecType getCodecType() {
            return CodecType.LZ4_FRAME;
        }
    }
}
