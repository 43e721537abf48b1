package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import org.apache.arrow.vector.FieldVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrowFileWriterTest {
    private static final ArrowSchema INTS = ArrowSchema.of(ArrowField.of("x", DType.INT32));

    @TempDir
    Path folder;

    private Path output() {
        return folder.resolve("out.arrow");
    }

    private List<Path> filesInFolder() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @EnumSource(ArrowNumber.class)
    void everyNumberTypeIsReadByArrowJavaAndByUs(ArrowNumber number) {
        int[] lengths = {0, 1, 9, 1000};
        try (ArrowFileWriter writer = ArrowFileWriter.create(output(),
                ArrowSchema.of(ArrowField.of("x", number.dtype()), ArrowField.of("y", number.dtype())))) {
            for (int rows : lengths) {
                NdArray column = Numbers.array(number.dtype(), rows);
                assertThat(writer.write(column, column)).isZero();
            }
            assertThat(writer.rowsWritten()).isEqualTo(1010);
            assertThat(writer.bytesCopied()).isZero();
            writer.finish();
            assertThat(output()).hasSize(writer.bytesWritten());
        }
        List<List<Double>> seen = new ArrayList<>();
        ArrowJava.read(output(), root -> {
            assertThat(root.getVector("y").getMinorType()).isEqualTo(number.minorType());
            assertThat(root.getVector("x").getNullCount()).isZero();
            seen.add(ArrowJava.values(root.getVector("x")));
            assertThat(ArrowJava.values(root.getVector("y"))).isEqualTo(seen.getLast());
        });
        assertThat(seen).hasSize(4);
        try (ArrowTable table = ArrowTable.open(output())) {
            for (int i = 0; i < lengths.length; i++) {
                assertThat(seen.get(i)).isEqualTo(Numbers.expected(lengths[i]));
                assertThat(Numbers.values(table.batches().get(i).column("y"))).isEqualTo(seen.get(i));
                assertThat(table.batches().get(i).columnOffset("y") % 64).isZero();
            }
        }
    }

    @Test
    void aColumnThatIsNotContiguousIsGatheredAndCounted() {
        NdArray whole = Numbers.array(DType.INT32, 600_001);
        NdArray backwards = Numbers.every(whole, -2);
        try (ArrowFileWriter writer = ArrowFileWriter.create(output(), INTS)) {
            assertThat(writer.write(backwards)).isEqualTo(300_001 * 4L);
            assertThat(writer.write(Numbers.range(whole, 10, 20))).isZero();
            assertThat(writer.bytesCopied()).isEqualTo(300_001 * 4L);
            writer.finish();
        }
        try (ArrowTable table = ArrowTable.open(output())) {
            NdArray read = table.batches().getFirst().column(0);
            for (long i = 0; i < read.size(); i++) {
                if (read.getLong(i) != backwards.getLong(i)) {
                    throw new AssertionError("row " + i + ": " + read.getLong(i) + " is not " + backwards.getLong(i));
                }
            }
            assertThat(read.size()).isEqualTo(300_001);
            assertThat(table.batches().get(1).column(0).getLong(0)).isEqualTo(11);
        }
    }

    @Test
    void namesAndMetadataComeBack() {
        ArrowField field = new ArrowField("größe", new ArrowType.Numeric(ArrowNumber.INT32), false,
                Map.of("unit", "cm"));
        ArrowSchema schema = new ArrowSchema(List.of(field, ArrowField.of("", DType.UINT64)),
                Map.of("k", "v", "l", ""));
        try (ArrowFileWriter writer = ArrowFileWriter.create(output(), schema)) {
            writer.finish();
        }
        try (ArrowTable table = ArrowTable.open(output())) {
            assertThat(table.schema()).isEqualTo(schema);
            assertThat(table.batches()).isEmpty();
            assertThat(table.rowCount()).isZero();
        }
    }

    @Test
    void nothingAppearsUnderTheNameBeforeFinish() throws IOException {
        Files.writeString(output(), "as it was");
        try (ArrowFileWriter writer = ArrowFileWriter.create(output(), INTS)) {
            writer.write(Numbers.array(DType.INT32, 10));
            assertThat(output()).hasContent("as it was");
        }
        assertThat(filesInFolder()).containsExactly(output());
        assertThat(output()).hasContent("as it was");
    }

    @Test
    void abortLeavesNothingAndEndsTheWriter() throws IOException {
        ArrowFileWriter writer = ArrowFileWriter.create(output(), INTS);
        writer.write(Numbers.array(DType.INT32, 10));
        writer.abort();
        writer.abort();
        assertThat(filesInFolder()).isEmpty();
        assertThatThrownBy(() -> writer.write(Numbers.array(DType.INT32, 1))).isInstanceOf(ArrayportException.class)
                .hasMessageContaining("aborted");
        assertThatThrownBy(writer::finish).isInstanceOf(ArrayportException.class);
    }

    @Test
    void finishIsIdempotentAndReplacesWhatWasThere() throws IOException {
        Files.writeString(output(), "old");
        try (ArrowFileWriter writer = ArrowFileWriter.create(output(), INTS)) {
            writer.finish();
            writer.finish();
            assertThatThrownBy(() -> writer.write(Numbers.array(DType.INT32, 1))).hasMessageContaining("finished");
        }
        assertThat(filesInFolder()).containsExactly(output());
        ArrowTable.open(output()).close();
    }

    @Test
    void aFailureInTheMiddleLeavesWhatWasThere() throws IOException {
        Files.writeString(output(), "as it was");
        NdArray closed = Numbers.array(DType.INT32, 10);
        closed.close();
        try (ArrowFileWriter writer = ArrowFileWriter.create(output(), INTS)) {
            writer.write(Numbers.array(DType.INT32, 10));
            assertThatThrownBy(() -> writer.write(closed)).isInstanceOf(ClosedException.class);
            assertThatThrownBy(writer::finish).hasMessageContaining("failed before");
        }
        assertThat(filesInFolder()).containsExactly(output());
        assertThat(output()).hasContent("as it was");
    }

    @Test
    void columnsThatDoNotFitTheSchemaAreRefusedAndTheWriterGoesOn() {
        NdArray ten = Numbers.array(DType.INT32, 10);
        NdArray foreign = NdArray.of(ten.storage(), DType.INT32.withOrder(ByteOrder.BIG_ENDIAN), ten.layout());
        ArrowSchema two = ArrowSchema.of(ArrowField.of("a", DType.INT32), ArrowField.of("b", DType.INT32));
        try (ArrowFileWriter writer = ArrowFileWriter.create(output(), two)) {
            assertThatThrownBy(() -> writer.write(ten)).isInstanceOf(ShapeException.class)
                    .hasMessageContaining("expected 2 columns [a, b], got 1");
            assertThatThrownBy(() -> writer.write(ten, Numbers.array(DType.FLOAT32, 10)))
                    .isInstanceOf(DTypeException.class).hasMessageContaining("\"b\": expected int32, got float32: ");
            assertThatThrownBy(() -> writer.write(ten, foreign)).isInstanceOf(DTypeException.class)
                    .hasMessageContaining("int32 in foreign byte order: convert it first with astype(...)");
            assertThatThrownBy(() -> writer.write(ten, Numbers.array(DType.INT32, 11)))
                    .isInstanceOf(ShapeException.class).hasMessageContaining("\"b\" has 11 rows");
            assertThatThrownBy(() -> writer.write(ten, ten.reshape(2, 5))).isInstanceOf(ShapeException.class)
                    .hasMessageContaining("(2, 5)");
            writer.write(ten, ten);
            writer.finish();
        }
        try (ArrowTable table = ArrowTable.open(output())) {
            assertThat(table.rowCount()).isEqualTo(10);
        }
    }

    @Test
    void typesThatArrowHasNoNumberForAreRefusedInTheSchema() {
        for (DType dtype : List.of(DType.of("M8[D]"), DType.COMPLEX64, DType.BFLOAT16)) {
            assertThatThrownBy(() -> ArrowField.of("x", dtype)).isInstanceOf(DTypeException.class)
                    .hasMessageContaining("found " + dtype.name() + ": ");
        }
        ArrowField later = ArrowField.of("t", new ArrowType.Other("type 99", BufferLayout.UNKNOWN));
        assertThatThrownBy(() -> ArrowFileWriter.create(output(), ArrowSchema.of(later)))
                .isInstanceOf(DTypeException.class).hasMessageContaining("\"t\" has type type 99");
        assertThat(output()).doesNotExist();
    }

    @Test
    void anOutputThatCannotBeWrittenIsRefusedBeforeWork() {
        assertThatThrownBy(() -> ArrowFileWriter.create(folder, INTS)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString()).hasMessageContaining("directory");
        Path missing = folder.resolve("no").resolve("out.arrow");
        assertThatThrownBy(() -> ArrowFileWriter.create(missing, INTS)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("folder does not exist");
    }

    /** Renamed over, /dev/null would become a file. */
    @Test
    void anOutputThatIsNoFileIsRefusedAndStays() throws IOException {
        Path socket = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(() -> ArrowFileWriter.create(socket, INTS)).isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("not a regular file");
            assertThat(Files.isRegularFile(socket)).isFalse();
        }
        assertThat(filesInFolder()).containsExactly(socket);
    }

    @Test
    void aNameAsLongAsTheFileSystemTakesIsWritten() throws IOException {
        Path output = folder.resolve("é".repeat(120));
        try (ArrowFileWriter writer = ArrowFileWriter.create(output, INTS)) {
            writer.finish();
        }
        assertThat(filesInFolder()).containsExactly(output);
    }

    @Test
    void aFolderThatGoesDuringTheWorkIsNamedAsTheReason() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (ArrowFileWriter writer = ArrowFileWriter.create(gone.resolve("out.arrow"), INTS)) {
            for (Path file : Files.list(gone).toList()) {
                Files.delete(file);
            }
            Files.delete(gone);
            assertThatThrownBy(writer::finish).isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("folder does not exist");
        }
    }

    static final class EndsInTheMiddle {
        public static void main(String[] args) {
            ArrowFileWriter.create(Path.of(args[0]), INTS).write(np.arange(3, np.int32));
            System.exit(3); // as at an interrupt: shutdown hooks, and no finally
        }
    }

    @Test
    void aProcessThatIsToldToEndInTheMiddleLeavesNothing() throws IOException {
        ForkedJvm.Result child = ForkedJvm.run(EndsInTheMiddle.class, output().toString());
        assertThat(child.exit()).as(child.toString()).isEqualTo(3);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void anOutputThatIsTheInputIsRefusedUnderWhateverName() throws IOException {
        Path input = folder.resolve("in.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(input, INTS)) {
            writer.finish();
        }
        Path symbolic = Files.createSymbolicLink(folder.resolve("soft.arrow"), input);
        Path hard = Files.createLink(folder.resolve("hard.arrow"), input);
        Path roundabout = folder.resolve("..").resolve(folder.getFileName()).resolve("in.arrow");
        for (Path output : List.of(input, symbolic, hard, roundabout)) {
            assertThatThrownBy(() -> ArrowFileWriter.create(output, INTS, input))
                    .isInstanceOf(UncheckedIOException.class).hasMessageContaining("is the input");
        }
        ArrowFileWriter.create(output(), INTS, input).close();
        assertThat(filesInFolder()).containsExactlyInAnyOrder(input, symbolic, hard);
    }

    @Test
    void throughASymbolicLinkTheLinkedFileIsReplaced() throws IOException {
        Path target = Files.writeString(folder.resolve("target.arrow"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.arrow"), target);
        try (ArrowFileWriter writer = ArrowFileWriter.create(link, INTS)) {
            writer.finish();
        }
        assertThat(link).isSymbolicLink();
        ArrowTable.open(target).close();
    }

    @Test
    void aMappedTableIsWrittenAgainByteForByte() throws IOException {
        try (ArrowTable flights = ArrowTable.open(Flights.path());
                ArrowFileWriter writer = ArrowFileWriter.create(output(), flights.schema(), Flights.path())) {
            for (Batch batch : flights.batches()) {
                assertThat(writer.write(batch.column(0), batch.column(1), batch.column(2))).isZero();
            }
            writer.finish();
            try (ArrowTable written = ArrowTable.open(output())) {
                for (int column = 0; column < 3; column++) {
                    NdArray before = flights.batches().getFirst().column(column);
                    NdArray after = written.batches().getFirst().column(column);
                    assertThat(io.arrayport.core.memory.Memory.segment(after.address(), after.nbytes()).mismatch(
                            io.arrayport.core.memory.Memory.segment(before.address(), before.nbytes()))).isEqualTo(-1);
                }
            }
        }
        List<FieldVector> seen = new ArrayList<>();
        ArrowJava.read(output(), root -> seen.addAll(root.getFieldVectors()));
        assertThat(seen).hasSize(3);
    }
}
