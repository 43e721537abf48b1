package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.aligned;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.buf;
import static io.arrayport.core.Options.copy;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.formats;
import static io.arrayport.core.Options.names;
import static io.arrayport.core.Options.offset;
import static io.arrayport.core.Options.order;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Records: views by address and by what is written through them, and what calls leave behind. */
final class StructuredTest {
    private static final StructType PARTICLE = StructType.of(Field.of("id", DType.INT32),
            Field.of("at", DType.FLOAT64, 3), Field.of("charge", DType.INT8));

    private static void assertOnlyResult(Supplier<NdArray> call) {
        Ledger.Counts before = Settled.counts();
        try (NdArray result = call.get()) {
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks() + 1);
            assertThat(result.itemsize()).isPositive();
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    private static void assertRefused(Class<? extends Throwable> type, ThrowingCallable call) {
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(call).isInstanceOf(type);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void aFieldLiesInTheRecords() {
        NdArray a = np.zeros(shape(4), PARTICLE);
        NdArray at = a.field("at");
        assertThat(at.storage()).isSameAs(a.storage());
        assertThat(at.address()).isEqualTo(a.address() + 4);
        assertThat(at.strides()).containsExactly(29, 8);
        assertThat(at.shape()).isEqualTo(shape(4, 3));
        assertThat(a.field(-1).address()).isEqualTo(a.address() + 28);
        at.set(np.arange(12).reshape(4, 3));
        a.field("id").get("::2").fill(7);
        assertThat(a.item(2)).isEqualTo(Row.of(7L, List.of(6.0, 7.0, 8.0), 0L));
        a.set(Row.of(1, List.of(2, 3, 4), -5), Index.at(2));
        assertThat(at.get(2).tolist()).isEqualTo(List.of(2.0, 3.0, 4.0));
        assertThat(a.get("charge").tolist()).isEqualTo(List.of(0L, 0L, -5L, 0L));
    }

    @Test
    void fieldsOfViewsAreViews() {
        NdArray a = np.zeros(shape(2, 3), PARTICLE);
        NdArray id = a.T().get("::-1").field("id");
        assertThat(id.address()).isEqualTo(a.address() + 2 * 29);
        assertThat(id.strides()).containsExactly(-29, 3 * 29);
        id.set(np.arange(6).reshape(3, 2));
        assertThat(a.field("id").tolist()).isEqualTo(List.of(List.of(4L, 2L, 0L), List.of(5L, 3L, 1L)));
        assertRefused(ReadOnlyException.class, () -> a.asReadOnly().field("id").fill(1));
    }

    @Test
    void severalFieldsAreOneViewWithGaps() {
        NdArray a = np.zeros(shape(2), PARTICLE);
        NdArray part = a.fields("charge", "id");
        assertThat(part.address()).isEqualTo(a.address());
        assertThat(part.dtype().itemsize()).isEqualTo(29);
        a.field("at").fill(2.5);
        part.set(Row.of(3, 4));
        part.set(np.zeros(shape(1), part.dtype()), Index.at(1));
        assertThat(a.tolist()).isEqualTo(List.of(Row.of(4L, List.of(2.5, 2.5, 2.5), 3L),
                Row.of(0L, List.of(2.5, 2.5, 2.5), 0L)));
        try (NdArray packed = part.astype(((StructType) part.dtype()).packed())) {
            assertThat(packed.itemsize()).isEqualTo(5);
            assertThat(packed.tolist()).isEqualTo(part.tolist());
        }
    }

    @Test
    void whatLiesBetweenFieldsStaysAsItIsHoweverIsSet() {
        NdArray a = np.zeros(shape(3), PARTICLE);
        a.field("at").fill(1.5);
        NdArray part = a.fields("id", "charge");
        NdArray ones = np.ones(shape(3), part.dtype());
        List<Runnable> writes = List.of(() -> part.set(ones), () -> part.set(ones, Index.at(0, 2, 1)),
                () -> part.set(Row.of(5, 6), np.array(true, false, true)), () -> part.fill(Row.of(7, 8)),
                () -> np.copyto(part, ones), () -> part.fill(9), () -> np.copyto(part, ones,
                        Options.where(np.array(true, false, true))));
        for (Runnable write : writes) {
            write.run();
            assertThat(a.field("at").all().getBoolean()).isTrue();
            assertThat(np.equal(a.field("at"), 1.5).all().getBoolean()).isTrue();
        }
        assertThat(a.field("id").tolist()).isEqualTo(List.of(1L, 9L, 1L));
    }

    @Test
    void rowsHoldWhatFieldsHold() {
        StructType type = StructType.of(Field.of("t", DType.of("M8[s]")), Field.of("v", DType.of("V3")),
                Field.of("z", DType.COMPLEX64), Field.of("s", DType.of("U4")), Field.of("p", StructType.of(
                        Field.of("q", DType.INT8)), 2));
        NdArray a = np.zeros(shape(1), type);
        a.set(Row.of(Time.of("1970-01-02"), new byte[]{1, 2}, 2.5, "text", List.of(Row.of(1), Row.of(2))), Index.at(0));
        Row row = (Row) a.item(0);
        assertThat(row.get(0)).hasToString("1970-01-02T00:00:00");
        assertThat((byte[]) row.get(1)).containsExactly(1, 2, 0);
        assertThat(row.get(3)).isEqualTo("text");
        assertThat(row.get(4)).isEqualTo(List.of(Row.of(1L), Row.of(2L)));
        a.set(Row.of("1970-01-01T00:01", "xyz".getBytes(StandardCharsets.US_ASCII), 0, "", Row.of(7)), Index.at(0));
        assertThat(a.field("t").getLong(0)).isEqualTo(60);
        assertThat(a.field("p").field("q").tolist()).isEqualTo(List.of(List.of(7L, 7L)));
    }

    @Test
    void valuesThatNoFieldHoldsAreRefused() {
        NdArray a = np.zeros(shape(2), PARTICLE);
        assertRefused(IllegalArgumentException.class, () -> a.set(Row.of(1, 2), Index.at(0)));
        assertRefused(ShapeException.class, () -> a.set(Row.of(1, List.of(1, 2), 3), Index.at(0)));
        assertRefused(CastingException.class, () -> a.set(Row.of(1L << 40, 0, 0), Index.at(0)));
        assertRefused(CastingException.class, () -> a.set(Row.of("one", 0, 0), Index.at(0)));
        assertRefused(IllegalArgumentException.class, () -> a.field("nothing"));
        assertRefused(IllegalArgumentException.class, () -> a.get("nothing"));
        NdArray plain = np.arange(3);
        assertRefused(DTypeException.class, () -> plain.field("x"));
        assertRefused(IllegalArgumentException.class, () -> a.getfield(DType.INT64, 22));
        assertRefused(IllegalArgumentException.class, () -> a.getfield(DType.INT8, Long.MAX_VALUE));
        assertRefused(IllegalArgumentException.class, () -> a.getfield(DType.INT8, -1));
        assertRefused(CastingException.class, () -> a.astype(DType.INT32));
        assertRefused(DTypeException.class, () -> np.add(a, a));
        NdArray pairs = np.zeros(shape(2), StructType.of(Field.of("x", DType.INT32), Field.of("y", DType.INT32)));
        assertRefused(CastingException.class, () -> a.set(pairs));
        assertRefused(CastingException.class, () -> pairs.set(a));
        assertRefused(CastingException.class, () -> a.field("id").set(pairs));
    }

    @Test
    void recordsOfOtherFieldsAreRefusedHoweverIsSet() {
        NdArray two = np.zeros(shape(3), DType.of("i4,f8"));
        NdArray three = np.ones(shape(3), DType.of("i4,f8,i1"));
        NdArray numbers = np.zeros(shape(3));
        NdArray mask = np.array(true, false, true);
        NdArray positions = np.array(0, 2, 1);
        for (List<NdArray> pair : List.of(List.of(two, three), List.of(three, two), List.of(numbers, two))) {
            NdArray a = pair.getFirst();
            NdArray values = pair.getLast();
            assertRefused(CastingException.class, () -> a.set(values));
            assertRefused(CastingException.class, () -> a.set(values, positions));
            assertRefused(CastingException.class, () -> a.set(values.get(0), mask));
            assertRefused(CastingException.class, () -> np.put(a, positions, values));
            assertRefused(CastingException.class, () -> np.putAlongAxis(a, positions, values, axis(0)));
            assertRefused(CastingException.class, () -> np.insert(a, 1, values));
            assertRefused(CastingException.class, () -> np.fullLike(a, values));
        }
        two.set(numbers.add(2));
        assertThat(two.item(0)).isEqualTo(Row.of(2L, 2.0));
    }

    @Test
    void listsOfRowsMakeRecords() {
        StructType type = StructType.of(Field.of("x", DType.INT16), Field.of("y", DType.FLOAT32));
        NdArray a = np.array(List.of(Row.of(1, 2.5), Row.of(3, 4.5)), dtype(type));
        assertThat(a.repr()).isEqualTo("array([(1, 2.5), (3, 4.5)], dtype=[('x', '<i2'), ('y', '<f4')])");
        assertOnlyResult(() -> np.array(List.of(List.of(Row.of(1, 2)), List.of(Row.of(3, 4))), dtype(type)));
        assertThat(np.array(Row.of(1, 2), dtype(type)).shape()).isEqualTo(shape());
        assertRefused(ShapeException.class, () -> np.array(List.of(Row.of(1, 2), List.of(Row.of(1, 2))), dtype(type)));
        assertRefused(IllegalArgumentException.class, () -> np.array(List.of(Row.of(1, 2, 3)), dtype(type)));
        List<Object> self = new ArrayList<>();
        self.add(self);
        assertRefused(ShapeException.class, () -> np.array(self, dtype(type)));
    }

    @Test
    void recordsAreSortedByTheirFields() {
        StructType type = StructType.of(Field.of("x", DType.INT16), Field.of("y", DType.FLOAT32));
        NdArray a = np.array(List.of(Row.of(2, 1.0), Row.of(1, 3.0), Row.of(1, Double.NaN), Row.of(2, -1)),
                dtype(type));
        assertThat(a.argsort().tolist()).isEqualTo(List.of(1L, 2L, 3L, 0L));
        assertThat(a.argsort(order("y")).tolist()).isEqualTo(List.of(3L, 0L, 1L, 2L));
        a.sort(order("y", "x"));
        assertThat(a.field("x").tolist()).isEqualTo(List.of(2L, 2L, 1L, 1L));
        assertThat(np.equal(a, a).tolist()).isEqualTo(List.of(true, true, true, false));
        assertOnlyResult(() -> np.sort(a, order("x")));
        assertRefused(IllegalArgumentException.class, () -> np.sort(a, order("z")));
    }

    @Test
    void recordsOfColumnsAndOfBytes() {
        NdArray a = np.rec.fromarrays(List.of(np.arange(3), np.arange(3.0)), names("n, x"));
        assertThat(a.dtype()).hasToString("[('n', '<i8'), ('x', '<f8')]");
        assertThat(a.item(2)).isEqualTo(Row.of(2L, 2.0));
        assertOnlyResult(() -> np.rec.fromrecords(List.of(Row.of(1, 2.5), Row.of(3, 4.5))));
        assertOnlyResult(() -> np.rec.fromstring(new byte[24], formats("i4,f8")));
        assertRefused(DTypeException.class, () -> np.rec.fromstring(new byte[5], formats("i4,f8"), shape(shape(2))));
        NdArray three = np.arange(3);
        NdArray two = np.arange(2);
        assertRefused(ShapeException.class, () -> np.rec.fromarrays(List.of(three, two)));
        assertRefused(ShapeException.class, () -> np.rec.fromrecords(List.of(Row.of(1, 2), Row.of(1))));
        NdArray bytes = np.zeros(shape(32), np.uint8);
        NdArray over = np.recarray(shape(2), formats("i4,f4"), buf(bytes), offset(8), aligned(true));
        assertThat(over.address()).isEqualTo(bytes.address() + 8);
        over.field(0).fill(1);
        assertThat(bytes.item(8)).isEqualTo(1L);
        assertRefused(DTypeException.class, () -> np.recarray(shape(4), formats("i4,f8"), buf(bytes)));
        assertRefused(DTypeException.class,
                () -> np.recarray(shape(1), formats("i4,f8"), buf(bytes), offset(Long.MAX_VALUE)));
        assertRefused(DTypeException.class,
                () -> np.recarray(shape(2), formats("i4,f8"), buf(bytes), Options.strides(-12)));
        assertRefused(ShapeException.class,
                () -> np.recarray(shape(2), formats("i4,f8"), buf(bytes), Options.strides(12, 12)));
        assertThat(np.rec.array(over, copy(false))).isSameAs(over);
    }

    @Test
    void voidElementsAreBytes() {
        NdArray three = np.void_(new byte[]{1, 2, 3});
        assertThat(three.dtype().str()).isEqualTo("|V3");
        assertThat((byte[]) three.item()).containsExactly(1, 2, 3);
        assertThat((byte[]) np.void_(new byte[]{1, 2, 3}, DType.of("V2")).item()).containsExactly(1, 2);
        assertOnlyResult(() -> np.void_(new byte[]{1}, DType.of("V4")));
        assertOnlyResult(() -> np.record(Row.of(1, List.of(1, 2, 3), 2), PARTICLE));
        assertRefused(CastingException.class, () -> np.void_(-1));
        assertThat(np.issubdtype(PARTICLE, np.void_)).isTrue();
    }
}
