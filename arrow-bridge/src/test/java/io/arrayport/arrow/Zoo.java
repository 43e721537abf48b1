package io.arrayport.arrow;

import static io.arrayport.core.Np.np;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.Validity;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.vector.types.Types.MinorType;

/** A column of every Arrow type, of {@link #ROWS} rows, with nulls where the type has them. */
final class Zoo {
    static final int ROWS = 21;
    /** The only ids that arrow-java's sparse unions know. */
    private static final int INT = MinorType.INT.ordinal();
    private static final int FLOAT8 = MinorType.FLOAT8.ordinal();

    private Zoo() {}

    static Stream<ArrowColumn> columns() {
        List<ArrowType> flat = new ArrayList<>();
        Arrays.stream(ArrowNumber.values()).map(ArrowType.Numeric::new).forEach(flat::add);
        flat.addAll(List.of(new ArrowType.Date(false), new ArrowType.Date(true), ArrowType.Interval.MONTH,
                ArrowType.Interval.DAY_TIME, ArrowType.Interval.MONTH_DAY_NANO, new ArrowType.FixedBinary(5),
                new ArrowType.Decimal(128, 20, 3), new ArrowType.Decimal(256, 40, -2), new ArrowType.Bool()));
        for (TimeUnit unit : List.of(TimeUnit.SECOND, TimeUnit.MILLISECOND, TimeUnit.MICROSECOND,
                TimeUnit.NANOSECOND)) {
            flat.addAll(List.of(new ArrowType.Time(unit), new ArrowType.Duration(unit),
                    new ArrowType.Timestamp(unit, Optional.empty()),
                    new ArrowType.Timestamp(unit, Optional.of("Europe/Berlin"))));
        }
        return Stream.concat(flat.stream().map(Zoo::flat), Stream.of(none(), text(false, true), text(true, true),
                text(false, false), text(true, false), views(true), views(false), list(false), list(true),
                listView(false),
                listView(true), fixedList(), struct(), map(), sparseUnion(), denseUnion(), runEnds(), dictionary(),
                bool8()));
    }

    /** Rows 2, 9 and 16 are null. */
    static ArrowColumn withNulls(ArrowColumn column) {
        NdArray mask = np.zeros(Shape.of(column.length()), DType.BOOL);
        for (long i = 2; i < column.length(); i += 7) {
            mask.setLong(1, i);
        }
        return column.with(Validity.ofMask(mask));
    }

    static NdArray bytes(byte... bytes) {
        Storage storage = Storage.allocate(bytes.length);
        Memory.segment(storage.address(), bytes.length).copyFrom(java.lang.foreign.MemorySegment.ofArray(bytes));
        return NdArray.of(storage, DType.UINT8, Layout.contiguous(Shape.of(bytes.length), 1));
    }

    static NdArray ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        return bytes(buffer.array()).view(DType.INT32);
    }

    static NdArray longs(int... values) {
        return ints(values).astype(DType.INT64);
    }

    private static ArrowColumn flat(ArrowType type) {
        byte[] random = new byte[ROWS * Math.max(1, TypeLayout.bits(type) / 8)];
        new Random(type.toString().hashCode()).nextBytes(random);
        int bytes = TypeLayout.bits(type) / 8;
        for (int i = 0; i < random.length; i++) {
            // Small numbers, so that arrow-java has objects for all of them
            if (bytes > 2 && i % bytes > 1 && !(type instanceof ArrowType.FixedBinary)) {
                random[i] = 0;
            }
            if (type instanceof ArrowType.Numeric number && number.number() == ArrowNumber.FLOAT16 && i % 2 == 1) {
                random[i] &= 0x3f;
            }
        }
        return withNulls(ArrowColumn.of(ArrowField.of(type.toString(), type), ROWS, List.of(bytes(random)), List.of()));
    }

    private static ArrowColumn none() {
        return ArrowColumn.of(ArrowField.of("null", new ArrowType.Null()), ROWS, List.of(), List.of());
    }

    private static ArrowColumn bool8() {
        NdArray bools = np.zeros(Shape.of(ROWS), DType.BOOL);
        bools.setLong(1, 3);
        return withNulls(ArrowColumn.of("bool8", bools));
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            words.add(i % 3 == 0 ? "" : i % 3 == 1 ? "wörd" + i : "a longer text that no view holds, number " + i);
        }
        return words;
    }

    private static ArrowColumn text(boolean large, boolean text) {
        int[] offsets = new int[ROWS + 1];
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            all.append(words().get(i));
            offsets[i + 1] = all.toString().getBytes(StandardCharsets.UTF_8).length;
        }
        ArrowType type = new ArrowType.Variable(text, large);
        return withNulls(ArrowColumn.of(ArrowField.of(type.toString(), type), ROWS,
                List.of(large ? longs(offsets) : ints(offsets),
                        bytes(all.toString().getBytes(StandardCharsets.UTF_8))),
                List.of()));
    }

    private static ArrowColumn views(boolean text) {
        ByteBuffer views = ByteBuffer.allocate(ROWS * 16).order(ByteOrder.LITTLE_ENDIAN);
        List<ByteBuffer> sides = List.of(ByteBuffer.allocate(1000), ByteBuffer.allocate(1000));
        for (int i = 0; i < ROWS; i++) {
            byte[] word = words().get(i).getBytes(StandardCharsets.UTF_8);
            views.putInt(i * 16, word.length);
            if (word.length <= 12) {
                views.put(i * 16 + 4, word);
            } else {
                views.put(i * 16 + 4, word, 0, 4).putInt(i * 16 + 8, i % 2)
                        .putInt(i * 16 + 12, sides.get(i % 2).position());
                sides.get(i % 2).put(word);
            }
        }
        ArrowType type = new ArrowType.View(text);
        return withNulls(ArrowColumn.of(ArrowField.of(type.toString(), type), ROWS,
                List.of(bytes(views.array()), bytes(sides.get(0).array()), bytes(sides.get(1).array())), List.of()));
    }

    private static ArrowColumn item(int rows) {
        return withNulls(ArrowColumn.of("item", np.arange(rows, np.int32)));
    }

    private static ArrowColumn list(boolean large) {
        int[] offsets = new int[ROWS + 1];
        for (int i = 0; i < ROWS; i++) {
            offsets[i + 1] = offsets[i] + i % 4;
        }
        ArrowColumn item = item(offsets[ROWS]);
        ArrowType type = new ArrowType.Lists(large);
        return withNulls(ArrowColumn.of(ArrowField.of(type.toString(), type, item.field()), ROWS,
                List.of(large ? longs(offsets) : ints(offsets)), List.of(item)));
    }

    private static ArrowColumn listView(boolean large) {
        int[] offsets = new int[ROWS];
        int[] sizes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            offsets[i] = ROWS - i;
            sizes[i] = i % 3;
        }
        ArrowColumn item = item(ROWS + 3);
        ArrowType type = new ArrowType.ListViews(large);
        return withNulls(ArrowColumn.of(ArrowField.of(type.toString(), type, item.field()), ROWS,
                List.of(large ? longs(offsets) : ints(offsets), large ? longs(sizes) : ints(sizes)), List.of(item)));
    }

    private static ArrowColumn fixedList() {
        ArrowColumn item = item(ROWS * 3);
        return withNulls(ArrowColumn.of(ArrowField.of("fixed", new ArrowType.FixedList(3), item.field()), ROWS,
                List.of(), List.of(item)));
    }

    private static ArrowColumn struct() {
        ArrowColumn number = item(ROWS).named("number");
        ArrowColumn text = text(false, true).named("text");
        return withNulls(ArrowColumn.of(ArrowField.of("struct", new ArrowType.Struct(), number.field(), text.field()),
                ROWS, List.of(), List.of(number, text)));
    }

    private static ArrowColumn map() {
        ArrowColumn key = new ColumnOf("key", false).of(np.arange(ROWS, np.int32));
        ArrowColumn value = item(ROWS).named("value");
        ArrowField entries = new ArrowField("entries", new ArrowType.Struct(), false, Map.of(),
                List.of(key.field(), value.field()));
        ArrowColumn pairs = ArrowColumn.of(entries, ROWS, List.of(), List.of(key, value));
        int[] offsets = new int[ROWS + 1];
        for (int i = 0; i < ROWS; i++) {
            offsets[i + 1] = Math.min(ROWS, i + 1);
        }
        return withNulls(ArrowColumn.of(ArrowField.of("map", new ArrowType.Maps(false), entries), ROWS,
                List.of(ints(offsets)), List.of(pairs)));
    }

    private record ColumnOf(String name, boolean nullable) {
        ArrowColumn of(NdArray array) {
            return ArrowColumn.of(new ArrowField(name, new ArrowType.Numeric(ArrowNumber.of(array.dtype())
                    .orElseThrow()), nullable, Map.of()), array);
        }
    }

    private static NdArray ids(int even, int odd) {
        byte[] ids = new byte[ROWS];
        for (int i = 0; i < ROWS; i++) {
            ids[i] = (byte) (i % 2 == 0 ? even : odd);
        }
        return bytes(ids).view(DType.INT8);
    }

    private static ArrowColumn sparseUnion() {
        ArrowColumn one = item(ROWS).named("one");
        ArrowColumn two = ArrowColumn.of("two", np.arange(ROWS, np.float64));
        return ArrowColumn.of(ArrowField.of("sparse", new ArrowType.Union(false, List.of(INT, FLOAT8)), one.field(),
                two.field()), ROWS, List.of(ids(INT, FLOAT8)), List.of(one, two));
    }

    private static ArrowColumn denseUnion() {
        ArrowColumn one = item(ROWS).named("one");
        ArrowColumn two = ArrowColumn.of("two", np.arange(ROWS, np.float64));
        int[] offsets = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            offsets[i] = i / 2;
        }
        return ArrowColumn.of(ArrowField.of("dense", new ArrowType.Union(true, List.of(5, 7)), one.field(),
                two.field()), ROWS, List.of(ids(5, 7), ints(offsets)), List.of(one, two));
    }

    private static ArrowColumn runEnds() {
        ArrowColumn ends = new ColumnOf("run_ends", false).of(ints(4, 5, 12, ROWS));
        ArrowColumn values = withNulls(ArrowColumn.of("values", np.arange(4, np.float64)));
        return ArrowColumn.of(ArrowField.of("runs", new ArrowType.RunEnds(), ends.field(), values.field()), ROWS,
                List.of(), List.of(ends, values));
    }

    static ArrowColumn dictionary() {
        int[] indices = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            indices[i] = i * 5 % ROWS;
        }
        ArrowColumn words = text(false, true).named("");
        return withNulls(ArrowColumn.of(ArrowField.of("coded",
                new ArrowType.Dictionary(-1, ArrowNumber.INT32, true, words.field())), ROWS, List.of(ints(indices)),
                List.of(words)));
    }
}
