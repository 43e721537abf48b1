package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.core.error.ZeroCopyException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns of other types stand beside numbers: the numbers behind them are found, and they themselves are refused. */
class MixedTypesTest {
    private static final int ROWS = 6;
    private static final Field ITEM = new Field("item", FieldType.nullable(new ArrowType.Int(32, true)), null);
    private static final Field WORD = new Field("word", FieldType.nullable(new ArrowType.Utf8()), null);

    @TempDir
    Path folder;

    static Stream<Arguments> otherTypes() {
        Field entries = new Field("entries", FieldType.notNullable(new ArrowType.Struct()),
                List.of(new Field("key", FieldType.notNullable(new ArrowType.Utf8()), null), ITEM));
        Field ends = new Field("run_ends", FieldType.notNullable(new ArrowType.Int(32, true)), null);
        return Stream.of(Arguments.of("bool", new ArrowType.Bool(), List.of()),
                Arguments.of("null", new ArrowType.Null(), List.of()),
                Arguments.of("utf8", new ArrowType.Utf8(), List.of()),
                Arguments.of("binary", new ArrowType.Binary(), List.of()),
                Arguments.of("large_utf8", new ArrowType.LargeUtf8(), List.of()),
                Arguments.of("large_binary", new ArrowType.LargeBinary(), List.of()),
                Arguments.of("utf8_view", new ArrowType.Utf8View(), List.of()),
                Arguments.of("binary_view", new ArrowType.BinaryView(), List.of()),
                Arguments.of("fixed_size_binary[5]", new ArrowType.FixedSizeBinary(5), List.of()),
                Arguments.of("decimal128(10, 2)", new ArrowType.Decimal(10, 2, 128), List.of()),
                Arguments.of("decimal256(40, 2)", new ArrowType.Decimal(40, 2, 256), List.of()),
                Arguments.of("date32", new ArrowType.Date(DateUnit.DAY), List.of()),
                Arguments.of("date64", new ArrowType.Date(DateUnit.MILLISECOND), List.of()),
                Arguments.of("time32[s]", new ArrowType.Time(TimeUnit.SECOND, 32), List.of()),
                Arguments.of("time64[ns]", new ArrowType.Time(TimeUnit.NANOSECOND, 64), List.of()),
                Arguments.of("timestamp[us, UTC]", new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC"), List.of()),
                Arguments.of("timestamp[ms]", new ArrowType.Timestamp(TimeUnit.MILLISECOND, null), List.of()),
                Arguments.of("duration[ns]", new ArrowType.Duration(TimeUnit.NANOSECOND), List.of()),
                Arguments.of("month_day_nano_interval", new ArrowType.Interval(IntervalUnit.MONTH_DAY_NANO), List.of()),
                Arguments.of("list", new ArrowType.List(), List.of(ITEM)),
                Arguments.of("large_list", new ArrowType.LargeList(), List.of(WORD)),
                Arguments.of("list_view", new ArrowType.ListView(), List.of(ITEM)),
                Arguments.of("large_list_view", new ArrowType.LargeListView(), List.of(ITEM)),
                Arguments.of("fixed_size_list[3]", new ArrowType.FixedSizeList(3), List.of(ITEM)),
                Arguments.of("struct", new ArrowType.Struct(), List.of(ITEM, WORD)),
                Arguments.of("map", new ArrowType.Map(false), List.of(entries)),
                Arguments.of("sparse_union", new ArrowType.Union(UnionMode.Sparse, new int[]{7}), List.of(ITEM)),
                Arguments.of("dense_union", new ArrowType.Union(UnionMode.Dense, new int[]{0}), List.of(ITEM)),
                Arguments.of("run_end_encoded", new ArrowType.RunEndEncoded(),
                        List.of(ends, new Field("values", FieldType.nullable(
                                new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE)), null))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherTypes")
    void anotherTypeIsRefusedByNameAndTheNumberBehindItFound(String text, ArrowType type, List<Field> children) {
        Path path = folder.resolve("mixed.arrow");
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector other = new Field("other", FieldType.nullable(type), children).createVector(allocator);
                FieldVector behind = ArrowJava.numbers(allocator, ArrowNumber.FLOAT64, "behind", ROWS)) {
            other.allocateNew();
            other.setValueCount(ROWS);
            ArrowJava.write(path, List.of(other, behind));
        }
        assertOnlyNumbersAreGiven(path, text);
    }

    private static void assertOnlyNumbersAreGiven(Path path, String type) {
        try (ArrowTable table = ArrowTable.open(path)) {
            Batch batch = table.batches().getFirst();
            assertThat(table.schema().fields().getFirst().type()).hasToString(type);
            assertThat(Numbers.values(batch.column("behind"))).isEqualTo(Numbers.expected(ROWS));
            assertThat(batch.arrowColumn("other").length()).isEqualTo(ROWS);
            if (table.schema().fields().getFirst().dtype().isPresent() || type.startsWith("fixed_size_list")) {
                return; // an array as it lies, if all its rows were there
            }
            assertThatThrownBy(() -> batch.column("other")).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("\"other\"").hasMessageContaining("type " + type);
        }
    }

    @Test
    void sideBuffersOfStringViewsAreCounted() {
        Path path = folder.resolve("views.arrow");
        try (BufferAllocator allocator = new RootAllocator();
                ViewVarCharVector other = new ViewVarCharVector("other", allocator);
                FieldVector behind = ArrowJava.numbers(allocator, ArrowNumber.INT32, "behind", ROWS)) {
            other.allocateNew(1024, ROWS);
            for (int i = 0; i < ROWS; i++) {
                other.setSafe(i, ("a text too long to lie inside its view, number " + "x".repeat(3000) + i)
                        .getBytes(StandardCharsets.UTF_8));
            }
            other.setValueCount(ROWS);
            assertThat(other.getDataBuffers()).as("side buffers").hasSizeGreaterThan(1);
            ArrowJava.write(path, List.of(other, behind));
        }
        assertOnlyNumbersAreGiven(path, "utf8_view");
    }

    @Test
    void dictionariesStandBesideNumbers() {
        Path path = folder.resolve("dictionary.arrow");
        try (BufferAllocator allocator = new RootAllocator();
                VarCharVector words = new VarCharVector("words", allocator);
                VarCharVector plain = new VarCharVector("other", allocator);
                FieldVector behind = ArrowJava.numbers(allocator, ArrowNumber.INT64, "behind", ROWS)) {
            words.allocateNew();
            words.setSafe(0, "a".getBytes(StandardCharsets.UTF_8));
            words.setValueCount(1);
            plain.allocateNew();
            for (int i = 0; i < ROWS; i++) {
                plain.setSafe(i, "a".getBytes(StandardCharsets.UTF_8));
            }
            plain.setValueCount(ROWS);
            Dictionary dictionary = new Dictionary(words, new DictionaryEncoding(1, false, null));
            try (FieldVector encoded = (FieldVector) DictionaryEncoder.encode(plain, dictionary)) {
                ArrowJava.write(path, new DictionaryProvider.MapDictionaryProvider(dictionary),
                        List.of(new VectorSchemaRoot(List.of(encoded, behind))));
            }
        }
        assertOnlyNumbersAreGiven(path, "dictionary<utf8>");
    }

    @Test
    void nestedColumnsWithRowsInThemAreSkipped() {
        Path path = folder.resolve("nested.arrow");
        try (BufferAllocator allocator = new RootAllocator();
                ListVector other = ListVector.empty("other", allocator);
                FieldVector behind = ArrowJava.numbers(allocator, ArrowNumber.UINT16, "behind", ROWS)) {
            UnionListWriter writer = other.getWriter();
            for (int row = 0; row < ROWS; row++) {
                writer.setPosition(row);
                writer.startList();
                for (int i = 0; i < 3; i++) {
                    writer.writeInt(i);
                }
                writer.endList();
            }
            other.setValueCount(ROWS);
            ArrowJava.write(path, List.of(other, behind));
        }
        assertOnlyNumbersAreGiven(path, "list");
    }

    @Test
    void manyColumnsOfAllTypesKeepTheirPlaces() {
        Path path = folder.resolve("zoo.arrow");
        List<FieldVector> columns = new ArrayList<>();
        try (BufferAllocator allocator = new RootAllocator()) {
            otherTypes().map(Arguments::get).forEach(row -> {
                @SuppressWarnings("unchecked")
                List<Field> children = (List<Field>) row[2];
                FieldVector other = new Field("o" + columns.size(), FieldType.nullable((ArrowType) row[1]), children)
                        .createVector(allocator);
                other.allocateNew();
                other.setValueCount(ROWS);
                columns.add(other);
                ArrowNumber number = ArrowNumber.values()[columns.size() % ArrowNumber.values().length];
                columns.add(ArrowJava.numbers(allocator, number, "n" + columns.size(), ROWS));
            });
            ArrowJava.write(path, columns);
            columns.forEach(FieldVector::close);
        }
        try (ArrowTable table = ArrowTable.open(path)) {
            for (int i = 1; i < columns.size(); i += 2) {
                assertThat(Numbers.values(table.batches().getFirst().column(i))).isEqualTo(Numbers.expected(ROWS));
            }
        }
    }
}
