package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.DecimalColumn;
import io.arrayport.arrow.column.DictionaryColumn;
import io.arrayport.arrow.column.ListColumn;
import io.arrayport.arrow.column.RunEndColumn;
import io.arrayport.arrow.column.StructColumn;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.arrow.column.UnionColumn;
import io.arrayport.arrow.column.Validity;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.flatbuf.Type;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/arrow-types.md, row by row: what the format's list of types has is there, and what a row says is
 * what happens. A type that is added to either is missed here.
 */
class TypeTableTest {
    private static final Path PAGE = Path.of("..", "docs", "arrow-types.md");

    private static Stream<ArrowColumn> columns() {
        Stream<ArrowColumn> decimals = Stream.of(new ArrowType.Decimal(32, 9, 2), new ArrowType.Decimal(64, 18, 3))
                .map(type -> ArrowColumn.of(ArrowField.of(type.toString(), type),
                        np.arange(Zoo.ROWS, type.bits() == 32 ? DType.INT32 : DType.INT64)));
        // Those of the zoo have nulls further down
        Stream<ArrowColumn> parents = Stream.of(ArrowColumn.of("pairs", np.arange(20).reshape(10, 2)),
                StructColumn.of("point", new TreeMap<>(Map.of("x", np.arange(3), "y", np.array(1.0, 2.0, 3.0)))));
        Stream<ArrowColumn> others = Zoo.columns().filter(column -> !(column.type() instanceof ArrowType.FixedList)
                && !(column.type() instanceof ArrowType.Struct));
        return Stream.of(others, decimals, parents).flatMap(each -> each)
                .map(column -> column.type() instanceof ArrowType.Null ? column
                        : column.with(Validity.all(column.length())));
    }

    /** The format's own name of a type. */
    private static String format(ArrowType type) {
        return switch (type) {
            case ArrowType.Null t -> "Null";
            case ArrowType.Bool t -> "Bool";
            case ArrowType.Numeric t -> t.number().isFloating() ? "FloatingPoint" : "Int";
            case ArrowType.Decimal t -> "Decimal";
            case ArrowType.Date t -> "Date";
            case ArrowType.Time t -> "Time";
            case ArrowType.Timestamp t -> "Timestamp";
            case ArrowType.Duration t -> "Duration";
            case ArrowType.Interval t -> "Interval";
            case ArrowType.Variable t -> (t.large() ? "Large" : "") + (t.text() ? "Utf8" : "Binary");
            case ArrowType.View t -> t.text() ? "Utf8View" : "BinaryView";
            case ArrowType.FixedBinary t -> "FixedSizeBinary";
            case ArrowType.Lists t -> t.large() ? "LargeList" : "List";
            case ArrowType.ListViews t -> t.large() ? "LargeListView" : "ListView";
            case ArrowType.FixedList t -> "FixedSizeList";
            case ArrowType.Struct t -> "Struct_";
            case ArrowType.Maps t -> "Map";
            case ArrowType.Union t -> "Union";
            case ArrowType.RunEnds t -> "RunEndEncoded";
            case ArrowType.Dictionary t -> "DictionaryEncoding";
            case ArrowType.Other t -> throw new AssertionError("no type of the format");
        };
    }

    /** The view that is meant for a type, tried. */
    private static String view(ArrowColumn column) {
        return switch (column.type()) {
            case ArrowType.Variable t -> named(TextColumn.of(column));
            case ArrowType.View t -> named(TextColumn.of(column));
            case ArrowType.Lists t -> named(ListColumn.of(column));
            case ArrowType.ListViews t -> named(ListColumn.of(column));
            case ArrowType.Maps t -> named(ListColumn.of(column));
            case ArrowType.Struct t -> named(StructColumn.of(column));
            case ArrowType.Union t -> named(UnionColumn.of(column));
            case ArrowType.Dictionary t -> named(DictionaryColumn.of(column));
            case ArrowType.RunEnds t -> named(RunEndColumn.of(column));
            case ArrowType.Decimal t -> named(DecimalColumn.of(column)) + ", " + stored(column);
            default -> stored(column);
        };
    }

    private static String named(Object view) {
        return '`' + view.getClass().getSimpleName() + '`';
    }

    private static String stored(ArrowColumn column) {
        try {
            NdArray stored = column.storedValues();
            return "`storedValues()`: " + stored.dtype().name()
                    + (stored.ndim() == 1 ? "" : " of shape (n, " + stored.shape().dim(1) + ")");
        } catch (ZeroCopyException none) {
            return "";
        }
    }

    private static String name(NdArray array) {
        String dtype = '`' + array.dtype().toString().replace("|", "\\|") + '`';
        return array.ndim() == 1 ? dtype : dtype + " of shape (n, " + array.shape().dim(1) + ")";
    }

    private static String shared(ArrowColumn column) {
        try {
            NdArray array = column.asNdArray();
            String name = name(array);
            if (array.dtype() instanceof StringType) { // whose storage is not the column's
                array.close();
            }
            return name;
        } catch (ZeroCopyException refusal) {
            String message = String.valueOf(refusal.getMessage());
            assertThat(message).contains(", so that it cannot be used without a copy: ");
            return "no: it " + message.substring(message.indexOf("\" has ") + 2, message.indexOf(", so that"));
        }
    }

    private static String copied(ArrowColumn column) {
        try (NdArray copy = column.toNdArray()) {
            return name(copy);
        } catch (ZeroCopyException refusal) {
            return "no";
        }
    }

    private static String row(ArrowColumn column) {
        String name = column.field().isBool8() ? ArrowField.BOOL8 : column.type().toString();
        String start = "| " + format(column.type()) + " | `" + name + "` | ";
        return start + shared(column) + " | " + copied(column) + " | " + view(column) + " |";
    }

    @Test
    void everyRowOfTheTableIsWhatHappens() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        List<String> missing = columns().map(TypeTableTest::row).distinct()
                .filter(row -> lines.stream().noneMatch(line -> line.startsWith(row.stripTrailing()))).toList();
        assertThat(missing).as("rows that docs/arrow-types.md should have").isEmpty();
    }

    @Test
    void noTypeOfTheFormatIsForgotten() throws IOException {
        Set<String> formats = columns().map(column -> format(column.type())).collect(Collectors.toCollection(
                TreeSet::new));
        List<String> known = new ArrayList<>(Arrays.asList(Type.names));
        known.remove("NONE");
        assertThat(formats).containsAll(known);
        assertThat(columns().map(column -> column.type().getClass()).distinct().count() + 1)
                .as("our types, but for those of later versions")
                .isEqualTo(ArrowType.class.getPermittedSubclasses().length);
        List<String> rows = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| ")).skip(1).toList();
        assertThat(rows.stream().map(line -> line.substring(2, line.indexOf(" |", 2)))).as("rows of the page")
                .allMatch(formats::contains);
    }

    @Test
    void everyTypeGoesThroughTheStructs() {
        columns().forEach(column -> {
            try (CStructs structs = ArrowC.structs(column);
                    ArrowColumn back = ArrowC.column(structs.schema(), structs.array())) {
                assertThat(back.type()).isEqualTo(column.type());
                assertThat(AllRows.read(back)).as(column.toString()).isEqualTo(AllRows.read(column));
            }
        });
        assertThat(ArrowC.liveExports()).isZero();
    }

    /** Intervals of several parts are records, over the buffer itself, in and out. */
    @Test
    void intervalsAreRecordsOfTheirBuffer() {
        for (ArrowType.Interval interval : List.of(ArrowType.Interval.DAY_TIME, ArrowType.Interval.MONTH_DAY_NANO)) {
            ArrowColumn column = columns().filter(c -> c.type() == interval).findFirst().orElseThrow();
            NdArray records = column.asNdArray();
            assertThat(records.address()).isEqualTo(column.buffers().getFirst().address());
            NdArray fresh = np.zeros(Shape.of(3), records.dtype());
            fresh.field("days").setLong(12, 1);
            ArrowColumn back = ArrowColumn.of(ArrowField.of("i", interval), fresh);
            assertThat(back.type()).isEqualTo(interval);
            assertThat(back.slice(1, 2).asNdArray().field("days").getLong(0)).isEqualTo(12);
            fresh.field("days").setLong(13, 1);
            assertThat(back.asNdArray().field("days").getLong(1)).as("a write is seen").isEqualTo(13);
            assertThat(fresh.address()).isEqualTo(back.asNdArray().address());
            try (NdArray filled = Zoo.withNulls(column).toNdArray(0)) {
                assertThat(filled.field("days").getLong(2)).isZero();
                assertThat(filled.field("days").getLong(3)).isEqualTo(records.field("days").getLong(3));
            }
        }
    }

    /** Prints the rows, for the page. */
    static final class Print {
        public static void main(String[] args) {
            columns().map(TypeTableTest::row).distinct().sorted().forEach(System.out::println);
        }
    }
}
