package io.arrayport.arrow.column;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that lead outside of what they count in: seen when they are asked for, and named. */
class HostileRowsTest {
    private static final ArrowType TEXT = new ArrowType.Variable(true, false);

    private static void assertRefused(ThrowingCallable way, String... message) {
        assertThatThrownBy(way).isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("\"x\": ")
                .hasMessageContainingAll(message);
    }

    private static ArrowColumn column(ArrowType type, long rows, NdArray... buffers) {
        return ArrowColumn.of(ArrowField.of("x", type), rows, List.of(buffers), List.of());
    }

    private static ArrowColumn ints(String name, int... values) {
        return ArrowColumn.of(name, np.array(values));
    }

    @Test
    void offsetsThatFallOrLeaveTheDataAreNamed() {
        TextColumn text = TextColumn.of(column(TEXT, 4, np.array(new int[]{0, 9, 4, -1, 4}), np.arange(6, np.uint8)));
        assertRefused(() -> text.bytes(0), "row 0: its offsets say bytes 0 to 9 of a data buffer of 6");
        assertRefused(() -> text.bytes(1), "row 1: its offsets say bytes 9 to 4");
        assertRefused(() -> text.bytes(2), "row 2: its offsets say bytes 4 to -1");
        assertRefused(() -> text.bytes(3), "row 3: its offsets say bytes -1 to 4");
        ArrowColumn values = ints("item", 1, 2, 3, 4);
        ListColumn lists = ListColumn.of(ArrowColumn.of(ArrowField.of("x", new ArrowType.Lists(false), values.field()),
                4, List.of(np.array(new int[]{0, 9, 4, -1, 4})), List.of(values)));
        assertRefused(() -> lists.get(0), "row 0: its offsets say rows 0 to 9");
        assertRefused(() -> lists.get(1), "row 1: its offsets say rows 9 to 4");
        assertRefused(() -> lists.get(3), "row 3: its offsets say rows -1 to 4");
    }

    private static NdArray view(int length, int buffer, int from) {
        NdArray bytes = np.zeros(Shape.of(16), DType.UINT8);
        ByteBuffer words = io.arrayport.core.memory.Memory.segment(bytes.address(), 16).asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
        words.putInt(length).putInt(0).putInt(buffer).putInt(from);
        return bytes;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1         | 0  | 0          | its view says -1 bytes
            13         | -1 | 0          | its view says side buffer -1, there are 1
            13         | 1  | 0          | its view says side buffer 1, there are 1
            13         | 0  | -1         | its view says bytes -1 to 12 of a data buffer of 20
            13         | 0  | 8          | its view says bytes 8 to 21 of a data buffer of 20
            13         | 0  | 2147483647 | its view says bytes 2147483647 to 2147483660
            2147483647 | 0  | 0          | its view says bytes 0 to 2147483647
            """)
    void viewsThatLeadOutsideAreNamed(int length, int buffer, int from, String message) {
        TextColumn text = TextColumn.of(column(new ArrowType.View(false), 1, view(length, buffer, from),
                np.arange(20, np.uint8)));
        assertThat(text.isText()).isFalse();
        assertRefused(() -> text.bytes(0), "row 0: " + message);
    }

    @Test
    void aViewThatLeadsInsideIsRead() {
        TextColumn text = TextColumn.of(column(new ArrowType.View(false), 1, view(13, 0, 7), np.arange(20, np.uint8)));
        assertThat(text.bytes(0)).containsExactly(7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    }

    private static ArrowColumn union(boolean dense, int[] ids, int... offsets) {
        ArrowColumn one = ints("one", 1, 2);
        ArrowField field = ArrowField.of("x", new ArrowType.Union(dense, List.of(5)), one.field());
        NdArray types = np.array(ids).astype(np.int8);
        return ArrowColumn.of(field, ids.length, dense ? List.of(types, np.array(offsets)) : List.of(types),
                List.of(one));
    }

    @Test
    void rowsOfAUnionAreOfAChildThatThereIs() {
        UnionColumn dense = UnionColumn.of(union(true, new int[]{5, 4, 5, 5}, 1, 0, -1, 2));
        assertThat(dense.get(0).storedValues().getLong(0)).isEqualTo(2);
        assertRefused(() -> dense.get(1), "row 1: type id 4 is none of [5]");
        assertRefused(() -> dense.get(2), "row 2: its offset says row -1 of a child of 2");
        assertRefused(() -> dense.get(3), "row 3: its offset says row 2 of a child of 2");
        assertThat(UnionColumn.of(union(false, new int[]{5, 5})).get(1).storedValues().getLong(0)).isEqualTo(2);
    }

    private static ArrowColumn coded(boolean ordered, ArrowColumn values, int... indices) {
        ArrowField field = new ArrowField("x",
                new ArrowType.Dictionary(-1, ArrowNumber.INT32, ordered, values.field()), true, Map.of(), List.of());
        return ArrowColumn.of(field, indices.length, List.of(np.array(indices)), List.of(values));
    }

    @Test
    void rowsOfADictionaryAreInIt() {
        ArrowColumn values = ints("v", 7, 8).with(Validity.ofMask(np.array(new boolean[]{false, true})));
        DictionaryColumn column = DictionaryColumn.of(coded(true, values, 0, 1, -1, 2));
        assertThat(column.isOrdered()).isTrue();
        assertThat(DictionaryColumn.of(coded(false, values, 0)).isOrdered()).isFalse();
        assertThat(column.isNull(0)).isFalse();
        assertThat(column.isNull(1)).as("null in the dictionary").isTrue();
        assertRefused(() -> column.index(2), "row 2: its index says row -1 of a dictionary of 2");
        assertRefused(() -> column.index(3), "row 3: its index says row 2 of a dictionary of 2");
        ArrowColumn none = coded(false, values, 5).with(Validity.ofMask(np.array(new boolean[]{true})));
        assertThat(DictionaryColumn.of(none).isNull(0)).as("null itself").isTrue();
    }

    private static ArrowColumn runs(ArrowColumn ends, ArrowColumn values) {
        ArrowField field = ArrowField.of("x", new ArrowType.RunEnds(), ends.field(), values.field());
        return ArrowColumn.of(field, 9, List.of(), List.of(ends, values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"int16", "int32", "int64"})
    void runEndsAreWholeNumbersOfThreeWidths(String dtype) {
        ArrowColumn ends = ArrowColumn.of("run_ends", np.array(new int[]{4, 9}).astype(DType.of(dtype)));
        RunEndColumn runs = RunEndColumn.of(runs(ends, ints("values", 1, 2)));
        assertThat(runs.run(3)).isZero();
        assertThat(runs.run(4)).isOne();
    }

    @Test
    void otherRunEndsAreRefused() {
        ArrowColumn values = ints("values", 1, 2);
        for (NdArray wrong : List.of(np.array(new int[]{4, 9}).astype(np.uint32), np.array(4.0, 9.0),
                np.array(new boolean[]{true, false}))) {
            ArrowColumn ends = ArrowColumn.of("run_ends", wrong);
            assertRefused(() -> runs(ends, values), "run ends: expected int16, int32 or int64, found ");
        }
        ArrowColumn nulls = ints("run_ends", 4, 9).with(Validity.ofMask(np.array(new boolean[]{true, false})));
        assertRefused(() -> RunEndColumn.of(runs(nulls, values)), "run ends: expected no nulls, found 1");
    }

    @Test
    void rowsBehindTheLastRunAreNamed() {
        RunEndColumn few = RunEndColumn.of(runs(ints("run_ends", 4, 8), ints("values", 1, 2)));
        assertThat(few.run(7)).isOne();
        assertRefused(() -> few.run(8), "run ends: none of the 2 that has one of the 2 values is behind row 8");
        RunEndColumn poor = RunEndColumn.of(runs(ints("run_ends", 4, 9), ints("values", 1)));
        assertRefused(() -> poor.run(4), "one of the 1 values");
    }
}
