package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.CDataDictionaryProvider;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A column of each type goes every way there is, whole and as a slice that begins inside a byte of its bitmap. */
class EveryTypeTest {
    private final BufferAllocator allocator = new RootAllocator();

    @TempDir
    Path folder;

    @AfterEach
    void everyBufferIsBackAndEveryStructReleased() {
        allocator.close();
        assertThat(ArrowC.liveExports()).isZero();
    }

    static Stream<ArrowColumn> wholeAndSliced() {
        return Zoo.columns().flatMap(column -> column.type() instanceof ArrowType.RunEnds
                ? Stream.of(column)
                : Stream.of(column, column.slice(3, Zoo.ROWS - 2).named(column.field().name() + " sliced")));
    }

    /** Addresses of all buffers that have bytes, but for bitmaps. */
    private static List<Long> addresses(ArrowColumn column) {
        List<Long> found = new ArrayList<>();
        column.buffers().stream().filter(buffer -> buffer.length() > 0).map(ArrowBuffer::address).forEach(found::add);
        column.children().forEach(child -> found.addAll(addresses(child)));
        return found;
    }

    private static boolean isWhole(ArrowColumn column) {
        return !column.field().name().endsWith("sliced");
    }

    /** arrow-java's objects of all rows. */
    private List<String> objects(FieldVector vector, DictionaryProvider dictionaries) {
        if (vector.getField().getDictionary() != null) {
            Dictionary dictionary = dictionaries.lookup(vector.getField().getDictionary().getId());
            try (FieldVector decoded = (FieldVector) DictionaryEncoder.decode(vector, dictionary)) {
                return objects(decoded, dictionaries);
            }
        }
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < vector.getValueCount(); i++) {
            Object row = vector.getObject(i);
            rows.add(row instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : String.valueOf(row));
        }
        return rows;
    }

    /** What arrow-java makes of the column as a vector that shares its memory. */
    private List<String> expected(ArrowColumn column) {
        DictionaryProvider.MapDictionaryProvider dictionaries = new DictionaryProvider.MapDictionaryProvider();
        if (column.type() instanceof ArrowType.Dictionary) {
            dictionaries.put(ArrowBridge.dictionary(allocator, column));
        }
        try (FieldVector vector = ArrowBridge.vector(allocator, column)) {
            return objects(vector, dictionaries);
        } finally {
            dictionaries.getDictionaryIds().forEach(id -> dictionaries.lookup(id).getVector().close());
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("wholeAndSliced")
    void throughTheCInterfaceAndBack(ArrowColumn column) {
        List<Object> rows = AllRows.read(column);
        try (CStructs structs = ArrowC.structs(column)) {
            ArrowColumn back = ArrowC.column(structs.schema(), structs.array());
            structs.close();
            assertThat(AllRows.read(back)).isEqualTo(rows);
            assertThat(back.field()).isEqualTo(column.field());
            assertThat(back.offset()).isZero();
            assertThat(back.validity().nullCount()).isEqualTo(column.validity().nullCount());
            if (isWhole(column) && !(column.type() instanceof ArrowType.Dictionary)) {
                assertThat(addresses(back)).isEqualTo(addresses(column));
            }
            back.close();
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("wholeAndSliced")
    void toArrowJavaThroughTheCInterface(ArrowColumn column) {
        List<String> expected = expected(column);
        try (CDataDictionaryProvider dictionaries = new CDataDictionaryProvider();
                ArrowArray array = ArrowArray.allocateNew(allocator);
                var schema = org.apache.arrow.c.ArrowSchema.allocateNew(allocator)) {
            ArrowC.export(column, schema.memoryAddress(), array.memoryAddress());
            try (FieldVector vector = Data.importVector(allocator, array, schema, dictionaries)) {
                assertThat(objects(vector, dictionaries)).isEqualTo(expected);
                assertThat(vector.getNullCount()).isEqualTo(column.type() instanceof ArrowType.Null
                        ? Zoo.ROWS - (isWhole(column) ? 0 : 5)
                        : (int) column.validity().nullCount());
            }
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("wholeAndSliced")
    void toAVectorAndBack(ArrowColumn column) {
        List<Object> rows = AllRows.read(column);
        DictionaryProvider.MapDictionaryProvider dictionaries = new DictionaryProvider.MapDictionaryProvider();
        if (column.type() instanceof ArrowType.Dictionary) {
            dictionaries.put(ArrowBridge.dictionary(allocator, column));
        }
        try (FieldVector vector = ArrowBridge.vector(allocator, column);
                ArrowColumn back = ArrowBridge.column(vector, dictionaries)) {
            assertThat(AllRows.read(back)).isEqualTo(rows);
            assertThat(back.field().holdsAs(column.field())).isTrue();
            if (isWhole(column) && !(column.type() instanceof ArrowType.Dictionary)) {
                assertThat(addresses(back)).isEqualTo(addresses(column));
            }
        } finally {
            dictionaries.getDictionaryIds().forEach(id -> dictionaries.lookup(id).getVector().close());
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("wholeAndSliced")
    void fromArrowJavaThroughTheCInterface(ArrowColumn column) {
        List<Object> rows = AllRows.read(column);
        DictionaryProvider.MapDictionaryProvider dictionaries = new DictionaryProvider.MapDictionaryProvider();
        if (column.type() instanceof ArrowType.Dictionary) {
            dictionaries.put(ArrowBridge.dictionary(allocator, column));
        }
        try (FieldVector vector = ArrowBridge.vector(allocator, column);
                ArrowArray array = ArrowArray.allocateNew(allocator);
                var schema = org.apache.arrow.c.ArrowSchema.allocateNew(allocator)) {
            Data.exportVector(allocator, vector, dictionaries, array, schema);
            try (ArrowColumn back = ArrowC.column(schema.memoryAddress(), array.memoryAddress())) {
                assertThat(AllRows.read(back)).isEqualTo(rows);
            }
        } finally {
            dictionaries.getDictionaryIds().forEach(id -> dictionaries.lookup(id).getVector().close());
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("wholeAndSliced")
    void throughAFileAndAStream(ArrowColumn column) {
        List<Object> rows = AllRows.read(column);
        List<String> expected = expected(column);
        ArrowSchema schema = new ArrowSchema(List.of(column.field()), Map.of("k", "v"));
        for (boolean stream : new boolean[]{false, true}) {
            Path path = folder.resolve(stream + ".arrow");
            try (ArrowFileWriter writer = stream ? ArrowFileWriter.stream(path, schema)
                    : ArrowFileWriter.create(path, schema)) {
                writer.write(List.of(column));
                writer.write(List.of(column));
                writer.finish();
            }
            try (ArrowTable table = ArrowTable.open(path)) {
                assertThat(table.batches()).hasSize(2);
                for (Batch batch : table.batches()) {
                    assertThat(AllRows.read(batch.arrowColumn(0))).isEqualTo(rows);
                }
                assertThat(table.schema().fields().getFirst().holdsAs(column.field())).isTrue();
                assertThat(table.schema().fields().getFirst().metadata()).isEqualTo(column.field().metadata());
            }
            int[] batches = new int[1];
            ArrowJava.readAny(path, stream, (root, dictionaries) -> {
                assertThat(objects(root.getVector(0), dictionaries)).isEqualTo(expected);
                batches[0]++;
            });
            assertThat(batches[0]).isEqualTo(2);
        }
    }
}
