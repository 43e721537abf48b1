package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.DictionaryColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.column.RunEndColumn;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.testing.Events;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns and batches at the edges of what the format can say. */
class EdgeColumnTest {
    private static final ArrowSchema NO_COLUMNS = new ArrowSchema(List.of(), Map.of());

    @TempDir
    Path folder;

    @Test
    void parametersThatNoTypeHasAreRefused() {
        assertThatThrownBy(() -> new ArrowType.FixedBinary(1 << 29)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("536870912");
        assertThatThrownBy(() -> new ArrowType.FixedBinary(-1)).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> new ArrowType.FixedList(-1)).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> new ArrowType.Decimal(96, 20, 2)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("96");
        for (int id : new int[]{-1, 128}) {
            assertThatThrownBy(() -> new ArrowType.Union(true, List.of(id))).isInstanceOf(DTypeException.class)
                    .hasMessageContaining("found " + id);
        }
        assertThat(new ArrowType.FixedBinary(Integer.MAX_VALUE / Byte.SIZE).width()).isPositive();
        assertThat(new ArrowType.Union(false, List.of(0, 127)).ids()).hasSize(2);
    }

    @Test
    void childrenOfOneNameAreNoVectorOfArrowJava() {
        ArrowColumn ints = ArrowColumn.of("x", np.arange(3, np.int32));
        ArrowColumn floats = ArrowColumn.of("x", np.arange(3, np.float64));
        try (RootAllocator allocator = new RootAllocator()) {
            for (ArrowColumn second : List.of(ints, floats)) {
                ArrowColumn struct = ArrowColumn.of(ArrowField.of("s", new ArrowType.Struct(), ints.field(),
                        second.field()), 3, List.of(), List.of(ints, second));
                assertThatThrownBy(() -> ArrowBridge.vector(allocator, struct)).isInstanceOf(ZeroCopyException.class)
                        .hasMessageContaining("\"s\"").hasMessageContaining("2 children [x, x]");
            }
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
        assertThat(ints.buffers().getFirst().storage().exports()).isZero();
    }

    @Test
    void vectorsWhoseChildrenHaveDictionariesAreRead() {
        ArrowColumn coded = Zoo.dictionary();
        ArrowColumn struct = ArrowColumn.of(ArrowField.of("s", new ArrowType.Struct(), coded.field()), Zoo.ROWS,
                List.of(), List.of(coded));
        try (RootAllocator allocator = new RootAllocator();
                FieldVector words = ArrowBridge.dictionary(allocator, coded).getVector();
                FieldVector vector = ArrowBridge.vector(allocator, struct)) {
            DictionaryEncoding encoding = vector.getChildrenFromFields().getFirst().getField().getDictionary();
            var provider = new DictionaryProvider.MapDictionaryProvider(new Dictionary(words, encoding));
            try (ArrowColumn back = ArrowBridge.column(vector, provider)) {
                assertThat(back.field().holdsAs(struct.field())).isTrue();
                assertThat(DictionaryColumn.of(back.child("coded")).index(3))
                        .isEqualTo(DictionaryColumn.of(coded).index(3));
            }
        }
    }

    @Test
    void aBatchWithoutColumnsIsReleasedWhenItIsClosed() {
        RecordBatch empty = new RecordBatch(NO_COLUMNS, 7, List.of());
        try (CStructs structs = ArrowC.structs(empty.toStruct())) {
            RecordBatch back = ArrowC.batch(structs.schema(), structs.array());
            assertThat(back.rowCount()).isEqualTo(7);
            assertThat(ArrowC.liveExports()).isPositive();
            back.close();
            assertThat(ArrowC.liveExports()).isZero();
        }
    }

    @Test
    void bitmapsThatBeginInsideAByteAreCopiesThatAreReported() throws Exception {
        ArrowColumn bools = ArrowColumn.of(ArrowField.of("b", new ArrowType.Bool()), 40,
                List.of(np.arange(5, np.uint8)), List.of());
        assertThat(copies(bools.slice(8, 40))).isEmpty();
        assertThat(copies(bools.slice(3, 40))).containsExactly("bool values of Arrow column \"b\": 5");
    }

    private static List<String> copies(ArrowColumn column) throws Exception {
        var events = Events.byDefault(() -> {
            ArrowC.structs(column).close();
            return null;
        });
        return Events.named("Copy", events).stream()
                .map(event -> event.getString("target") + ": " + event.getLong("bytes")).toList();
    }

    @Test
    void runEndsThatDoNotRiseAreRefused() {
        ArrowColumn values = ArrowColumn.of("values", np.arange(3, np.int32));
        for (int[] ends : new int[][]{{4, 4, 9}, {5, 3, 9}, {0, 4, 9}, {-1, 4, 9}}) {
            ArrowColumn runs = runs(values, ends);
            assertThatThrownBy(() -> RunEndColumn.of(runs)).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("\"r\": run ends: expected more than");
        }
        assertThat(RunEndColumn.of(runs(values, 1, 4, 9)).run(8)).isEqualTo(2);
    }

    private static ArrowColumn runs(ArrowColumn values, int... ends) {
        ArrowColumn rows = ArrowColumn.of("run_ends", Zoo.ints(ends));
        return ArrowColumn.of(ArrowField.of("r", new ArrowType.RunEnds(), rows.field(), values.field()), 9, List.of(),
                List.of(rows, values));
    }

    @Test
    void aBatchWithoutColumnsKeepsItsRowsWhenWritten() throws Exception {
        RecordBatch batch = new RecordBatch(NO_COLUMNS, 7, List.of());
        Path file = folder.resolve("rows.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, NO_COLUMNS)) {
            writer.write(batch);
            assertThat(writer.rowsWritten()).isEqualTo(7);
            writer.finish();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArrowStreamWriter writer = ArrowStreamWriter.to(Channels.newChannel(bytes), NO_COLUMNS)) {
            writer.write(batch);
        }
        Path stream = Files.write(folder.resolve("rows.arrows"), bytes.toByteArray());
        for (Path written : List.of(file, stream)) {
            try (ArrowTable table = ArrowTable.open(written)) {
                assertThat(table.batches().getFirst().toRecordBatch().rowCount()).isEqualTo(7);
            }
        }
    }
}
