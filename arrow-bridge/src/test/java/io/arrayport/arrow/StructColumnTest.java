package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.StructColumn;
import io.arrayport.arrow.column.Validity;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Events;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.complex.StructVector;
import org.junit.jupiter.api.Test;

/** Struct columns and structured arrays: shared where fields lie apart, copied and said where they lie together. */
class StructColumnTest {
    private final NdArray x = np.array(1, 2, 3, 4).astype(DType.INT32);
    private final NdArray y = np.array(0.5, 1.5, 2.5, 3.5);

    private static Validity nulls(boolean... rows) {
        return Validity.ofMask(np.array(rows));
    }

    private ArrowColumn point() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("x", x);
        arrays.put("y", y);
        return StructColumn.of("point", arrays);
    }

    /** A struct of a number and a point, in which a date32 and packed bools are, and pairs. */
    private ArrowColumn nested() {
        ArrowColumn day = ArrowColumn.of(ArrowField.of("day", new ArrowType.Date(false)), x);
        ArrowColumn flag = ArrowColumn.of(ArrowField.of("flag", new ArrowType.Bool()), 4,
                List.of(Zoo.bytes((byte) 0b1010)), List.of());
        NdArray eight = np.arange(8, DType.INT16);
        ArrowColumn pairs = ArrowColumn.of(
                ArrowField.of("pairs", new ArrowType.FixedList(2), ArrowField.of("item", DType.INT16)), 4, List.of(),
                List.of(ArrowColumn.of("item", eight)));
        List<ArrowColumn> children = List.of(day, point(), flag, pairs);
        return ArrowColumn.of(ArrowField.of("all", new ArrowType.Struct(), children.stream().map(ArrowColumn::field)
                .toArray(ArrowField[]::new)), 4, List.of(), children);
    }

    @Test
    void fieldsAreArraysWhereTheyLie() {
        StructColumn point = StructColumn.of(point());
        assertThat(point.names()).containsExactly("x", "y");
        assertThat(point.array("x").address()).isEqualTo(x.address());
        Map<String, NdArray> arrays = StructColumn.of(point().slice(1, 3)).arrays();
        assertThat(arrays.get("y").address()).isEqualTo(y.address() + 8);
        assertThat(arrays.get("y").shape()).isEqualTo(Shape.of(2));
        y.setDouble(-1, 1);
        assertThat(arrays.get("y").getDouble(0)).as("a write is seen").isEqualTo(-1);
        assertThat(point.dtype()).isEqualTo(StructType.of(StructType.Field.of("x", DType.INT32),
                StructType.Field.of("y", DType.FLOAT64)));
        assertThatThrownBy(() -> point.field("z")).isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> StructColumn.of(ArrowColumn.of("x", x))).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("no struct");
        assertThatThrownBy(() -> StructColumn.of("p", Map.of("a", x, "b", np.arange(3))))
                .isInstanceOf(ShapeException.class).hasMessageContaining("rows");
    }

    @Test
    void recordsArePutTogetherByACopyThatIsAskedForAndSaid() throws Exception {
        ArrowColumn all = nested().slice(1, 4);
        assertThatThrownBy(all::asNdArray).isInstanceOf(ZeroCopyException.class).hasMessageContaining("toNdArray()");
        var copies = Events.named("Copy", Events.during(() -> {
            try (NdArray records = all.toNdArray()) {
                assertThat(records.dtype().toString()).isEqualTo("[('day', '<M8[D]'), ('point', [('x', '<i4'), "
                        + "('y', '<f8')]), ('flag', '?'), ('pairs', '<i2', (2,))]");
                assertThat(records.shape()).isEqualTo(Shape.of(3));
                assertThat(records.field("day").view(DType.INT64).getLong(2)).isEqualTo(4);
                assertThat(records.field("point").field("y").tolist()).isEqualTo(List.of(1.5, 2.5, 3.5));
                assertThat(records.field("flag").tolist()).isEqualTo(List.of(true, false, true));
                assertThat(records.field("pairs").tolist()).isEqualTo(
                        List.of(List.of(2L, 3L), List.of(4L, 5L), List.of(6L, 7L)));
            }
            return null;
        }));
        assertThat(copies).hasSize(1);
        assertThat(copies.getFirst().getLong("bytes")).isEqualTo(3 * (8 + 12 + 1 + 4));
        assertThat(copies.getFirst().getString("reason")).contains("keeps fields apart");
    }

    @Test
    void nullsOfParentAndChildAreRefusedMaskedOrFilled() {
        ArrowColumn holed = ArrowColumn.of(ArrowField.of("p", new ArrowType.Struct(), ArrowField.of("x", DType.INT32),
                ArrowField.of("y", DType.FLOAT64)), 4, List.of(),
                List.of(ArrowColumn.of("x", x, nulls(false, true, false, false)), ArrowColumn.of("y", y)))
                .with(nulls(false, false, true, false));
        StructColumn struct = StructColumn.of(holed);
        assertThat(List.of(struct.isNull("x", 0), struct.isNull("x", 1), struct.isNull("x", 2), struct.isNull("y", 1)))
                .containsExactly(false, true, true, false);
        try (NdArray mask = struct.toMask("x"); NdArray other = struct.toMask("y")) {
            assertThat(mask.tolist()).isEqualTo(List.of(false, true, true, false));
            assertThat(other.tolist()).isEqualTo(List.of(false, false, true, false));
        }
        assertThatThrownBy(() -> struct.array("y")).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("\"p\" has 1 null in 4 rows");
        assertThatThrownBy(holed::toNdArray).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("\"p\" has 1 null");
        assertThatThrownBy(() -> holed.slice(0, 2).toNdArray()).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("\"x\" has 1 null in 2 rows");
        try (NdArray filled = holed.toNdArray(-1)) {
            assertThat(filled.field("x").tolist()).isEqualTo(List.of(1L, -1L, -1L, 4L));
            assertThat(filled.field("y").tolist()).isEqualTo(List.of(0.5, 1.5, -1.0, 3.5));
        }
        ArrowColumn deep = nested().with(nulls(true, false, false, false));
        try (NdArray filled = deep.toNdArray(0)) {
            assertThat(filled.field("pairs").tolist()).isEqualTo(
                    List.of(List.of(0L, 0L), List.of(2L, 3L), List.of(4L, 5L), List.of(6L, 7L)));
            assertThat(filled.field("day").view(DType.INT64).getLong(0)).isZero();
        }
    }

    @Test
    void aStructuredArrayIsTakenApartOnlyWhereThatIsAllowed() throws Exception {
        StructType type = StructType.of(StructType.Field.of("id", DType.INT64),
                StructType.Field.of("at", StructType.of(StructType.Field.of("u", DType.FLOAT32),
                        StructType.Field.of("v", DType.FLOAT32))),
                StructType.Field.of("grid", DType.UINT8, 2, 3), StructType.Field.of("tag", DType.of("S3")),
                StructType.Field.of("ok", DType.BOOL));
        NdArray records = np.zeros(Shape.of(5), type);
        records.field("id").set(np.arange(5));
        records.field("at").field("v").set(np.array(9.5, 8.5, 7.5, 6.5, 5.5));
        records.field("grid").set(np.arange(30).reshape(5, 2, 3).astype(DType.UINT8));
        records.field("ok").setBoolean(true, 3);
        long bytes = 5 * (8 + 8 + 6 + 3 + 1);

        ExchangePlan plan = StructColumn.plan("r", records);
        assertThat(plan.outcome()).isEqualTo(ExchangePlan.Outcome.NEEDS_COPY);
        assertThat(plan.bytes()).isEqualTo(bytes);
        assertThatThrownBy(() -> StructColumn.of("r", records, CopyPolicy.NEVER)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("keeps them apart").hasMessageContaining("which copies " + bytes + " bytes");
        assertThatThrownBy(() -> ArrowColumn.of("r", records)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("StructColumn.of(name, array, CopyPolicy.IF_NEEDED)");
        assertThat(ArrowC.structs("r").plan(records).toString()).contains("StructColumn.of(");

        ArrowColumn[] made = new ArrowColumn[1];
        var copies = Events.named("Copy", Events.during(() -> {
            made[0] = StructColumn.of("r", records, CopyPolicy.IF_NEEDED);
            return null;
        }));
        assertThat(copies.stream().map(event -> event.getLong("bytes"))).containsExactly(bytes);
        ArrowColumn column = made[0];
        records.field("id").setLong(77, 0);
        StructColumn struct = StructColumn.of(column);
        assertThat(struct.array("id").tolist()).as("copied").isEqualTo(List.of(0L, 1L, 2L, 3L, 4L));
        assertThat(StructColumn.of(struct.field("at")).array("v").getDouble(4)).isEqualTo(5.5);
        assertThat(struct.array("grid").shape()).isEqualTo(Shape.of(5, 2, 3));
        assertThat(struct.array("grid").getLong(4, 1, 2)).isEqualTo(29);
        assertThat(struct.array("ok").getBoolean(3)).isTrue();
        assertThat(struct.field("tag").type()).isEqualTo(new ArrowType.FixedBinary(3));
        try (NdArray back = column.toNdArray()) {
            assertThat(back.field("id").getLong(4)).isEqualTo(4);
            assertThat(back.field("at").field("v").getDouble(0)).isEqualTo(9.5);
            assertThat(back.field("grid").getLong(2, 0, 1)).isEqualTo(13);
        }
        NdArray ids = struct.array("id");
        column.close();
        assertThatThrownBy(() -> ids.getLong(0)).isInstanceOf(ClosedException.class);
        assertThat(records.field("id").getLong(0)).as("the array is the caller's").isEqualTo(77);
    }

    @Test
    void recordsOfOneFieldAreAColumnAsTheyLie() {
        NdArray records = np.zeros(Shape.of(4), StructType.of(StructType.Field.of("x", DType.INT32)));
        assertThat(StructColumn.plan("r", records).isZeroCopy()).isTrue();
        ArrowColumn column = StructColumn.of("r", records, CopyPolicy.NEVER);
        assertThat(StructColumn.of(column).array("x").address()).isEqualTo(records.address());
        records.field("x").setLong(5, 2);
        assertThat(StructColumn.of(column).array("x").getLong(2)).isEqualTo(5);
        try (ArrowColumn copy = StructColumn.of("r", records, CopyPolicy.ALWAYS)) {
            assertThat(StructColumn.of(copy).array("x").address()).isNotEqualTo(records.address());
        }
        NdArray boxed = np.zeros(Shape.of(2), StructType.of(StructType.Field.of("b",
                StructType.of(StructType.Field.of("x", DType.INT32), StructType.Field.of("y", DType.INT8)), 3)));
        try (ArrowColumn lists = StructColumn.of("r", boxed, CopyPolicy.IF_NEEDED)) {
            assertThat(StructColumn.of(lists).field("b").type()).isEqualTo(new ArrowType.FixedList(3));
            try (NdArray back = lists.toNdArray()) {
                assertThat(back.field("b").shape()).isEqualTo(Shape.of(2, 3));
            }
        }
    }

    @Test
    void whatArrowCannotSayIsRefusedWithTheField() {
        NdArray complex = np.zeros(Shape.of(2), StructType.of(StructType.Field.of("in",
                StructType.of(StructType.Field.of("z", DType.COMPLEX128)))));
        assertThat(StructColumn.plan("r", complex).outcome()).isEqualTo(ExchangePlan.Outcome.REFUSED);
        assertThatThrownBy(() -> StructColumn.of("r", complex, CopyPolicy.ALWAYS))
                .isInstanceOf(ZeroCopyException.class).hasMessageContaining("complex128")
                .hasMessageContaining("\"in.z\"");
        assertThatThrownBy(() -> StructColumn.of("r", x, CopyPolicy.ALWAYS)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("has no fields");
        NdArray table = np.zeros(Shape.of(2, 2), StructType.of(StructType.Field.of("x", DType.INT32)));
        assertThatThrownBy(() -> StructColumn.of("r", table, CopyPolicy.ALWAYS)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("reshape(-1)");
        ArrowColumn words = ArrowColumn.of(ArrowField.of("s", new ArrowType.Struct(), Zoo.dictionary().field()),
                Zoo.ROWS, List.of(), List.of(Zoo.dictionary()));
        assertThatThrownBy(words::toNdArray).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("a field \"coded\" of type dictionary");
        ArrowColumn twins = ArrowColumn.of(ArrowField.of("s", new ArrowType.Struct(), ArrowField.of("x", DType.INT32),
                ArrowField.of("x", DType.INT32)), 4, List.of(),
                List.of(ArrowColumn.of("x", x), ArrowColumn.of("x", x)));
        assertThatThrownBy(twins::toNdArray).isInstanceOf(ZeroCopyException.class).hasMessageContaining("[x, x]");
    }

    @Test
    void arrowJavasStructVectorsAreTheSameMemory() {
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector vector = ArrowBridge.vector(allocator, nested());
                ArrowColumn back = ArrowBridge.column(vector)) {
            StructVector theirs = (StructVector) ((StructVector) vector).getChild("point");
            StructColumn point = StructColumn.of(StructColumn.of(back).field("point"));
            assertThat(point.array("x").address()).isEqualTo(x.address())
                    .isEqualTo(theirs.getChild("x").getDataBuffer().memoryAddress());
            ((IntVector) theirs.getChild("x")).set(0, 42);
            assertThat(point.array("x").getLong(0)).isEqualTo(42);
            theirs.setNull(1);
            assertThat(StructColumn.of(StructColumn.of(back).field("point")).isNull("x", 1)).isTrue();
        }
    }
}
