package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.ChunkedColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams in a channel, in memory and in a file. */
class IpcStreamTest {
    @TempDir
    Path folder;

    private static byte[] written(List<RecordBatch> batches) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArrowStreamWriter writer = ArrowStreamWriter.to(Channels.newChannel(out), batches.getFirst().schema())) {
            batches.forEach(writer::write);
            writer.close();
            assertThat(writer.bytesWritten()).isEqualTo(out.size());
            assertThatThrownBy(() -> writer.write(batches.getFirst())).isInstanceOf(ArrayportException.class)
                    .hasMessageContaining("finished");
        }
        return out.toByteArray();
    }

    private static RecordBatch batch(int from, int to) {
        ArrowColumn numbers = Zoo.withNulls(ArrowColumn.of("x", Numbers.array(DType.INT32, 100)));
        return RecordBatch.of(numbers.slice(from, to), ArrowColumn.of("y", Numbers.array(DType.FLOAT64, 100))
                .slice(from, to));
    }

    @Test
    void aStreamInMemoryIsReadWhereItLies() {
        NdArray bytes = Zoo.bytes(written(List.of(batch(0, 10), batch(13, 40))));
        try (ArrowTable table = ArrowTable.of("received", bytes)) {
            assertThat(table.rowCount()).isEqualTo(37);
            assertThat(table.name()).isEqualTo("received");
            Batch second = table.batches().get(1);
            assertThat(AllRows.read(second.arrowColumn("x"))).isEqualTo(AllRows.read(batch(13, 40).column("x")));
            NdArray y = second.column("y");
            assertThat(y.address()).isEqualTo(bytes.address() + second.columnOffset("y"));
            assertThat(Numbers.values(y)).isEqualTo(Numbers.expected(100).subList(13, 40));
            assertThatThrownBy(() -> bytes.setLong(0, 0)).isInstanceOf(ReadOnlyException.class);
            bytes.close();
            assertThat(y.getDouble(0)).isEqualTo(14);
            table.close();
            assertThatThrownBy(() -> y.getDouble(0)).isInstanceOf(ClosedException.class);
        }
    }

    @Test
    void bytesThatAreNoTableAreRefusedAndGivenBack() {
        NdArray bytes = Zoo.bytes(new byte[100]);
        assertThatThrownBy(() -> ArrowTable.of("zeros", bytes)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("zeros");
        assertThat(bytes.storage().exports()).isZero();
        assertThatThrownBy(() -> ArrowTable.of("n", np.zeros(Shape.of(3), np.int32)))
                .isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> ArrowTable.of("n", Numbers.every(bytes, 2))).isInstanceOf(ZeroCopyException.class);
    }

    @Test
    void arrowJavaReadsAStreamAsItArrives() throws Exception {
        Pipe pipe = Pipe.open();
        List<List<Double>> seen = new ArrayList<>();
        Thread reading = Thread.ofPlatform().start(() -> {
            try (BufferAllocator allocator = new RootAllocator();
                    ArrowStreamReader reader = new ArrowStreamReader(Channels.newInputStream(pipe.source()),
                            allocator)) {
                while (reader.loadNextBatch()) {
                    seen.add(ArrowJava.values(reader.getVectorSchemaRoot().getVector("y")));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        ArrowSchema schema = batch(0, 1).schema();
        try (ArrowStreamWriter writer = ArrowStreamWriter.to(pipe.sink(), schema)) {
            writer.write(batch(0, 10));
            writer.write(batch(10, 100));
        }
        pipe.sink().close();
        reading.join();
        assertThat(seen).containsExactly(Numbers.expected(10), Numbers.expected(100).subList(10, 100));
    }

    @Test
    void arraysAreWrittenWithoutColumns() throws IOException {
        ArrowSchema schema = RecordBatch.of(ArrowColumn.of("y", np.zeros(Shape.of(0), np.float64))).schema();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NdArray whole = Numbers.array(DType.FLOAT64, 20);
        try (ArrowStreamWriter writer = ArrowStreamWriter.to(Channels.newChannel(out), schema)) {
            assertThat(writer.write(whole)).isZero();
            assertThat(writer.write(Numbers.every(whole, -1))).isEqualTo(160);
            assertThatThrownBy(() -> writer.write(whole, whole)).isInstanceOf(ShapeException.class);
        }
        try (BufferAllocator allocator = new RootAllocator();
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(out.toByteArray()),
                        allocator)) {
            assertThat(reader.loadNextBatch()).isTrue();
            assertThat(ArrowJava.values(reader.getVectorSchemaRoot().getVector(0))).isEqualTo(Numbers.expected(20));
            assertThat(reader.loadNextBatch()).isTrue();
            assertThat(ArrowJava.values(reader.getVectorSchemaRoot().getVector(0)))
                    .isEqualTo(Numbers.expected(20).reversed());
        }
    }

    /** Each batch of a stream counts in the dictionary before it. */
    @Test
    void aStreamReplacesDictionariesAndAFileDoesNot() {
        ArrowColumn one = Zoo.dictionary();
        ArrowColumn two = ArrowColumn.of(one.field(), 2, List.of(Zoo.ints(1, 0)),
                List.of(ArrowColumn.of(ArrowField.of("",
                        new ArrowType.Variable(true, false)), 2,
                        List.of(Zoo.ints(0, 1, 2), Zoo.bytes((byte) 'a', (byte) 'b')), List.of())));
        NdArray bytes = Zoo.bytes(written(List.of(RecordBatch.of(one), RecordBatch.of(one), RecordBatch.of(two))));
        try (ArrowTable table = ArrowTable.of("stream", bytes)) {
            assertThat(AllRows.read(table.batches().get(1).arrowColumn(0))).isEqualTo(AllRows.read(one));
            assertThat(AllRows.read(table.batches().get(2).arrowColumn(0))).containsExactly("b", "a");
        }
        Path path = folder.resolve("file.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(path, RecordBatch.of(one).schema())) {
            writer.write(List.of(one));
            writer.write(List.of(one));
            assertThatThrownBy(() -> writer.write(List.of(two))).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("another dictionary").hasMessageContaining("write a stream");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void aColumnThroughAllBatchesIsInChunks() {
        NdArray bytes = Zoo.bytes(written(List.of(batch(0, 10), batch(10, 30))));
        try (ArrowTable table = ArrowTable.of("stream", bytes)) {
            ChunkedColumn column = table.column("y");
            assertThat(column.length()).isEqualTo(30);
            assertThat(column.chunks().get(1).asNdArray().address())
                    .isEqualTo(bytes.address() + table.batches().get(1).columnOffset("y"));
            assertThatThrownBy(column::asNdArray).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("copies 240 bytes");
            try (NdArray copy = column.toNdArray()) {
                assertThat(Numbers.values(copy)).isEqualTo(Numbers.expected(30));
            }
            assertThat(table.column("x").nullCount()).isEqualTo(4);
        }
    }

    @Test
    void aColumnOfAnotherTypeIsNotWritten() {
        try (ArrowFileWriter writer = ArrowFileWriter.stream(folder.resolve("s.arrows"), batch(0, 1).schema())) {
            assertThatThrownBy(() -> writer.write(List.of(batch(0, 1).column("y"), batch(0, 1).column("x"))))
                    .isInstanceOf(DTypeException.class).hasMessageContaining("\"x\": expected int32, got float64");
            assertThatThrownBy(() -> writer.write(List.of(batch(0, 1).column("x"), batch(0, 2).column("y"))))
                    .isInstanceOf(ShapeException.class).hasMessageContaining("\"y\" has 2 rows");
            writer.write(List.of(batch(0, 5).column("x"), batch(0, 5).column("y")));
            writer.finish();
            assertThat(writer.rowsWritten()).isEqualTo(5);
        }
    }
}
