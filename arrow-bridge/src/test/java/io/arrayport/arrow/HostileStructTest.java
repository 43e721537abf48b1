package io.arrayport.arrow;

import static io.arrayport.arrow.HostileStructs.word;
import static io.arrayport.core.Np.np;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.ListColumn;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structs with one thing wrong are refused with its name, and released. */
class HostileStructTest {
    private static final long MAX = Long.MAX_VALUE;

    @AfterEach
    void everyStructIsReleased() {
        assertThat(ArrowC.liveExports()).isZero();
    }

    private static ArrowColumn named(String name) {
        return Zoo.columns().filter(column -> column.field().name().equals(name)).findFirst().orElseThrow();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> spoilt(ArrowColumn column,
            Consumer<CStructs> spoil) {
        try (CStructs structs = ArrowC.structs(column)) {
            spoil.accept(structs);
            long schema = structs.schema();
            long array = structs.array();
            return assertThatThrownBy(() -> ArrowC.column(schema, array))
                    .isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageMatching("(arrow import: |Arrow C array ).*");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> array(String column, int member, long value) {
        return spoilt(named(column), structs -> word(structs.array() + member, value));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> schema(String column, int member, long value) {
        return spoilt(named(column), structs -> word(structs.schema() + member, value));
    }

    @Test
    void countsOfAnArrayAreHeldToWhatTheyCanBe() {
        array("int32", 0, -1).hasMessageContaining("ArrowArray \"int32\": length: expected 0 to");
        array("int32", 0, MAX).hasMessageContaining("length: expected 0 to 9223372036854775799, found");
        array("int32", 8, 22).hasMessageContaining("null_count: expected -1 to 21, found 22");
        array("int32", 8, -2).hasMessageContaining("null_count");
        array("int32", 16, -1).hasMessageContaining("offset: expected 0 to");
        array("int32", 16, MAX).hasMessageContaining("offset: expected 0 to");
        array("int32", 24, 1).hasMessageContaining("n_buffers for int32: expected 2, found 1");
        array("int32", 24, MAX).hasMessageContaining("n_buffers");
        array("utf8_view", 24, 2).hasMessageContaining("n_buffers for utf8_view: expected 3 to");
        array("int32", 32, 1).hasMessageContaining("n_children: expected 0, found 1");
        array("struct", 32, -1).hasMessageContaining("n_children: expected 2, found -1");
        array("large_utf8", 0, MAX).hasMessageContaining("length");
        array("list", 0, MAX - 1).hasMessageContaining("length");
        for (long rows : new long[]{(1L << 60) - 1, 1L << 60, 1L << 61}) { // of 8 bytes each
            array("float64", 0, rows).hasMessageContaining("length: " + rows + " rows with the offset take more bytes");
        }
    }

    @Test
    void pointersThatHaveToBeThereAre() {
        array("int32", 40, 0).hasMessageContaining("buffers: expected 2 pointers, found NULL");
        array("struct", 48, 0).hasMessageContaining("children: expected 2 pointers, found NULL");
        array("coded", 56, 0).hasMessageContaining("dictionary: expected a struct, found NULL");
        spoilt(named("int32"), s -> word(s.array() + 56, s.array())).hasMessageContaining("dictionary: expected NULL");
        spoilt(named("int32"), s -> word(word(s.array() + 40) + 8, 0))
                .hasMessageContaining("buffers[1] (values): expected 84 bytes, found NULL");
        spoilt(named("int32"), s -> {
            word(s.array() + 8, 3);
            word(word(s.array() + 40), 0);
        }).hasMessageContaining("null_count: expected 0 without a validity buffer, found 3");
        spoilt(named("int32"), s -> word(word(s.array() + 40) + 8, -16))
                .hasMessageContaining("are not a range of memory");
        spoilt(named("struct"), s -> word(word(s.array() + 48), 0))
                .hasMessageContaining("ArrowArray \"struct\".children[0] \"number\"");
        spoilt(named("utf8_view"), s -> word(word(s.array() + 40) + 32, 0)).hasMessageContaining("side buffer");
        spoilt(named("utf8_view"), s -> word(word(word(s.array() + 40) + 32), -1))
                .hasMessageContaining("length of side buffer 0: expected 0 to");
    }

    /** No process has memory there: nobody needs to follow it to see that. */
    @ParameterizedTest
    @ValueSource(longs = {-1, -16, Long.MIN_VALUE, MAX})
    void pointersThatAreNoAddressAreNotFollowed(long wild) {
        schema("int32", 0, wild).hasMessageContaining("format: expected a C string, found 0x");
        schema("int32", 8, wild).hasMessageContaining("name: expected a C string, found 0x");
        schema("int32", 16, wild).hasMessageContaining("metadata: expected pairs of keys and values, found 0x");
        schema("struct", 40, wild).hasMessageContaining("children: expected 2 pointers, found 0x");
        schema("int32", 48, wild).hasMessageContaining("ArrowSchema \"int32\".dictionary: expected a struct, found 0x");
        spoilt(named("struct"), s -> word(word(s.schema() + 40) + 8, wild))
                .hasMessageContaining("children[1]: expected a struct, found 0x");
        array("int32", 40, wild).hasMessageContaining("buffers: expected 2 pointers, found 0x");
        array("struct", 48, wild).hasMessageContaining("children: expected 2 pointers, found 0x");
        array("coded", 56, wild).hasMessageContaining(".dictionary: expected a struct, found 0x");
        spoilt(named("int32"), s -> word(word(s.array() + 40), wild))
                .hasMessageContaining("buffers[0] (validity): 3 bytes at 0x");
        spoilt(named("utf8_view"), s -> word(word(s.array() + 40) + 32, wild))
                .hasMessageContaining("buffers[4]: expected the lengths of 2 side buffers, found 0x");
    }

    @Test
    void aListViewWhoseEndCannotBeCountedIsRefused() {
        ArrowColumn item = ArrowColumn.of("item", np.arange(3, np.int32));
        try (ArrowColumn views = ArrowColumn.of(ArrowField.of("v", new ArrowType.ListViews(true), item.field()), 1,
                List.of(np.array(new long[]{2}), np.array(new long[]{MAX})), List.of(item))) {
            assertThatThrownBy(() -> ListColumn.of(views).get(0)).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("row 0: its offset and size say rows 2 to");
        }
    }

    @Test
    void childrenHaveTheRowsThatTheirParentNeeds() {
        spoilt(named("struct"), s -> word(word(word(s.array() + 48)), 20))
                .hasMessageContaining("expected at least 21 rows, found 20");
        spoilt(named("fixed"), s -> word(word(word(s.array() + 48)), 62))
                .hasMessageContaining("expected at least 63 rows, found 62");
        spoilt(named("list"), s -> word(word(word(s.array() + 48)), 5)).hasMessageContaining("offsets buffer");
    }

    @Test
    void offsetsRiseFromZero() {
        ArrowColumn falling = ArrowColumn.of(ArrowField.of("t", new ArrowType.Variable(true, false)), 2,
                List.of(Zoo.ints(0, 3, 6), Zoo.bytes(new byte[6])), List.of());
        for (int wrong : new int[]{-1, Integer.MIN_VALUE}) {
            spoilt(falling, s -> Memory.RAW.set(JAVA_INT_UNALIGNED, word(word(s.array() + 40) + 8) + 8, wrong))
                    .hasMessageContaining("last offset: expected 0 to");
            Memory.RAW.set(JAVA_INT_UNALIGNED, falling.buffers().getFirst().address() + 8, 6);
        }
        spoilt(falling, s -> Memory.RAW.set(JAVA_INT_UNALIGNED, word(word(s.array() + 40) + 8), 7))
                .hasMessageContaining("found 7 to 6");
    }

    @Test
    void membersOfASchemaAreHeldToWhatTheyCanBe() {
        schema("int32", 0, 0).hasMessageContaining("ArrowSchema: format: expected a C string, found NULL");
        schema("struct", 32, -1).hasMessageContaining("n_children: expected 0 to");
        schema("struct", 32, MAX).hasMessageContaining("n_children");
        schema("struct", 40, 0).hasMessageContaining("children: expected 2 pointers, found NULL");
        schema("list", 32, 2).hasMessageContaining("n_children: expected 1 for list, found 2");
        schema("int32", 32, 1).hasMessageContaining("n_children: expected 0 for int32, found 1");
        spoilt(named("float32"), s -> word(s.schema() + 48, s.schema()))
                .hasMessageContaining("dictionary: expected int");
        spoilt(named("struct"), s -> word(word(s.schema() + 40), 0))
                .hasMessageContaining("children[0]: expected a struct");
        spoilt(named("bool8"), s -> Memory.RAW.set(JAVA_INT_UNALIGNED, word(s.schema() + 16), -1))
                .hasMessageContaining("metadata: expected a number of pairs from 0, found -1");
        spoilt(named("bool8"), s -> Memory.RAW.set(JAVA_INT_UNALIGNED, word(s.schema() + 16) + 4, -1))
                .hasMessageContaining("metadata: key 0: expected a length of 0 to");
        spoilt(named("bool8"), s -> Memory.RAW.set(JAVA_INT_UNALIGNED, word(s.schema() + 16) + 4, Integer.MAX_VALUE))
                .hasMessageContaining("metadata: key 0");
        spoilt(named("bool8"), s -> Memory.RAW.set(java.lang.foreign.ValueLayout.JAVA_BYTE, word(s.schema() + 8),
                (byte) 0xff)).hasMessageContaining("name: its 5 bytes are no UTF-8");
    }

    @Test
    void whatASchemaDoesNotSayIsPlain() {
        try (CStructs structs = ArrowC.structs(named("int32"))) {
            word(structs.schema() + 8, 0);
            try (ArrowColumn column = ArrowC.column(structs.schema(), structs.array())) {
                assertThat(column.field().name()).isEmpty();
            }
        }
        ArrowColumn map = named("map");
        ArrowField sorted = new ArrowField("map", new ArrowType.Maps(true), true, Map.of(), map.field().children());
        try (CStructs structs = ArrowC.structs(ArrowColumn.of(sorted, map.length(),
                List.of(map.buffers().getFirst().bytes()), map.children()));
                ArrowColumn column = ArrowC.column(structs.schema(), structs.array())) {
            assertThat(column.type()).isEqualTo(new ArrowType.Maps(true));
        }
    }

    @Test
    void whatASchemaSaysHasAnEnd() {
        schema("utf8", 48, named("int32").buffers().getFirst().address())
                .hasMessageContaining("dictionary: expected integers as its indices, found format \"u\"");
        spoilt(named("bool8"), s -> Memory.RAW.set(JAVA_INT_UNALIGNED, word(s.schema() + 16), Integer.MAX_VALUE))
                .hasMessageContaining("metadata: expected a number of pairs from 0, found 2147483647");
        try (var text = Zoo.bytes("a".repeat(2000).getBytes(StandardCharsets.UTF_8))) {
            spoilt(named("int32"), s -> word(s.schema(), text.address()))
                    .hasMessageContaining("format: expected a C string of up to 1024 bytes, found no end");
        }
    }

    /** Each has a dictionary: as many fields again as there are children. */
    @Test
    void fieldsHaveAnEnd() {
        int count = 600_000;
        ArrowColumn outer = ArrowColumn.of(ArrowField.of("outer", new ArrowType.Struct(), named("coded").field()),
                Zoo.ROWS, List.of(), List.of(named("coded")));
        try (NdArray pointers = np.zeros(Shape.of(count), np.int64)) {
            spoilt(outer, s -> {
                pointers.fill(word(word(s.schema() + 40)));
                word(s.schema() + 32, count);
                word(s.schema() + 40, pointers.address());
            }).hasMessageContaining("more than 1048576 fields");
        }
    }

    @Test
    void aBitmapOfNoRowsAndNoSideBuffersAreNotLookedAt() {
        try (CStructs structs = ArrowC.structs(named("int32"))) {
            word(structs.array(), 0);
            word(structs.array() + 8, -1);
            try (ArrowColumn none = ArrowC.column(structs.schema(), structs.array())) {
                assertThat(none.validity().nullCount()).isZero();
            }
        }
        try (NdArray views = np.zeros(Shape.of(32), np.uint8);
                CStructs structs = ArrowC.structs(ArrowColumn.of(ArrowField.of("v", new ArrowType.View(true)), 2,
                        List.of(views), List.of()));
                ArrowColumn column = ArrowC.column(structs.schema(), structs.array())) {
            assertThat(TextColumn.of(column).toList()).containsExactly("", "");
        }
    }

    @Test
    void aSchemaThatIsItsOwnChildEnds() {
        ArrowColumn inner = named("list");
        ArrowColumn outer = ArrowColumn.of(ArrowField.of("outer", new ArrowType.Lists(false), inner.field()), 1,
                List.of(Zoo.ints(0, Zoo.ROWS)), List.of(inner));
        spoilt(outer, s -> {
            long child = word(word(s.schema() + 40));
            word(word(child + 40), child);
        }).hasMessageContaining("nested deeper than 64");
    }

    /** As if another consumer had moved it out; he still has to release it. */
    @Test
    void aChildThatWasMovedOutIsMissed() {
        ArrowColumn struct = named("struct");
        NdArray room = np.zeros(Shape.of(160), np.int8);
        long schema = room.address();
        long array = schema + HostileStructs.SCHEMA_BYTES;
        for (boolean spoilSchema : new boolean[]{false, true}) {
            spoilt(struct, s -> {
                long childSchema = word(word(s.schema() + 40));
                long childArray = word(word(s.array() + 48));
                Memory.copy(childSchema, schema, HostileStructs.SCHEMA_BYTES);
                Memory.copy(childArray, array, HostileStructs.ARRAY_BYTES);
                word(spoilSchema ? childSchema + 56 : childArray + 64, 0);
            }).hasMessageContaining("children[0]").hasMessageContaining("release is NULL");
            try (CStructs other = ArrowC.structs(struct.child("number"))) {
                ArrowC.column(spoilSchema ? schema : other.schema(), spoilSchema ? other.array() : array).close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q", "cc", "w:", "w:-1", "w:99999999999", "+w:1,2", "d:5", "d:0,1", "d:5,1,33", "tdx",
            "tdDD", "tss", "tsx:", "ttq", "tiQ", "+x", "+ud:1,1", "+us:-1", "+us:300", "+m:1", "vx", "l ", "d:+5,1",
            "+ud:a", "w:٣"})
    void formatsAreReadToTheLetter(String format) {
        byte[] bytes = (format + "\0").getBytes(StandardCharsets.UTF_8);
        try (var text = Zoo.bytes(bytes)) {
            spoilt(named("int32"), s -> word(s.schema(), text.address()))
                    .hasMessageContaining("format: \"" + format + "\"");
        }
    }

    /** What a consumer leaves unreleased is no reason for the process to end badly. */
    static final class LeavesExports {
        public static void main(String[] args) {
            List<NdArray> kept = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                NdArray room = np.zeros(Shape.of(160), np.int8);
                kept.add(room);
                ArrowC.export(ArrowColumn.of("v", np.arange(10, np.int32)), room.address(),
                        room.address() + HostileStructs.SCHEMA_BYTES);
            }
            System.out.println("live " + ArrowC.liveExports() + " in " + kept.size());
        }
    }

    @Test
    void aProcessEndsCleanlyWithLiveExports() {
        ForkedJvm.Result child = ForkedJvm.run(LeavesExports.class);
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).contains("live 200");
    }

    @Test
    void metadataGoesThroughAsItIs() {
        ArrowField field = new ArrowField("größe", new ArrowType.Numeric(ArrowNumber.INT32), false,
                Map.of("einheit", "µm", "", ""));
        try (CStructs structs = ArrowC.structs(ArrowColumn.of(field, np.arange(3, np.int32)));
                ArrowColumn back = ArrowC.column(structs.schema(), structs.array())) {
            assertThat(back.field()).isEqualTo(field);
        }
    }

    private static void onAStackOf(long bytes, Runnable action) {
        FutureTask<Void> task = new FutureTask<>(action, null);
        new Thread(null, task, "stack of " + bytes, bytes).start();
        assertThatCode(task::get).doesNotThrowAnyException();
    }

    /** Deeper than we take; a consumer's thread may have a small stack all the same, and nothing may stay. */
    @Test
    void aDeepTreeIsReleasedOnASmallStack() {
        ArrowColumn column = ArrowColumn.of("x", np.arange(3));
        for (int i = 0; i < 5000; i++) {
            ArrowField around = ArrowField.of("", new ArrowType.Struct(), column.field());
            column = ArrowColumn.of(around, 3, List.of(), List.of(column));
        }
        ArrowColumn deep = column;
        AtomicReference<CStructs> structs = new AtomicReference<>();
        onAStackOf(1L << 28, () -> structs.set(ArrowC.structs(deep)));
        assertThat(ArrowC.liveExports()).isEqualTo(10002);
        onAStackOf(1L << 19, () -> structs.get().close());
    }
}
