package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.DictionaryColumn;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dictionary is what it says when it is written, not where it lies. */
class ChangedDictionaryTest {
    @TempDir
    Path folder;

    private final NdArray words = np.array(10, 20, 30);

    private static ArrowColumn coded(NdArray words) {
        ArrowColumn values = ArrowColumn.of("", words);
        ArrowField field = ArrowField.of("coded",
                new ArrowType.Dictionary(-1, ArrowNumber.INT32, false, values.field()));
        return ArrowColumn.of(field, 4, List.of(Zoo.ints(2, 0, 1, 2)), List.of(values));
    }

    private static List<Long> meant(ArrowColumn column) {
        DictionaryColumn coded = DictionaryColumn.of(column);
        NdArray values = coded.values().values();
        return List.of(values.getLong(coded.index(0)), values.getLong(coded.index(1)), values.getLong(coded.index(2)));
    }

    @Test
    void aStreamReplacesADictionaryThatChangedWhereItLies() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long unchanged;
        try (ArrowStreamWriter writer = ArrowStreamWriter.to(Channels.newChannel(out),
                ArrowSchema.of(coded(words).field()))) {
            writer.write(List.of(coded(words)));
            long before = writer.bytesWritten();
            writer.write(List.of(coded(words)));
            unchanged = writer.bytesWritten() - before;
            words.setLong(99, 2);
            before = writer.bytesWritten();
            writer.write(List.of(coded(words)));
            assertThat(writer.bytesWritten() - before).as("a dictionary and a batch").isGreaterThan(unchanged);
            before = writer.bytesWritten();
            writer.write(List.of(coded(words.copy())));
            assertThat(writer.bytesWritten() - before).as("the same words elsewhere").isEqualTo(unchanged);
        }
        try (ArrowTable table = ArrowTable.of("stream", Zoo.bytes(out.toByteArray()))) {
            assertThat(table.batches().stream().map(batch -> meant(batch.arrowColumn(0)))).containsExactly(
                    List.of(30L, 10L, 20L), List.of(30L, 10L, 20L), List.of(99L, 10L, 20L), List.of(99L, 10L, 20L));
        }
        try (BufferAllocator allocator = new RootAllocator();
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(out.toByteArray()),
                        allocator)) {
            for (long third : new long[]{30, 30, 99, 99}) {
                assertThat(reader.loadNextBatch()).isTrue();
                BigIntVector read = (BigIntVector) reader.getDictionaryVectors().values().iterator().next().getVector();
                assertThat(read.get(2)).isEqualTo(third);
            }
        }
    }

    @Test
    void aFileHasOneDictionaryWhoseWordsMayLieAnywhere() {
        Path path = folder.resolve("file.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(path, ArrowSchema.of(coded(words).field()))) {
            writer.write(List.of(coded(words)));
            writer.write(List.of(coded(words.copy())));
            words.setLong(99, 2);
            assertThatThrownBy(() -> writer.write(List.of(coded(words)))).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("another dictionary");
        }
        assertThat(path).doesNotExist();
    }
}
