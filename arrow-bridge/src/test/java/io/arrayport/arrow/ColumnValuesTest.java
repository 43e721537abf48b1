package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.ChunkedColumn;
import io.arrayport.arrow.column.DecimalColumn;
import io.arrayport.arrow.column.DictionaryColumn;
import io.arrayport.arrow.column.FixedShapeTensor;
import io.arrayport.arrow.column.ListColumn;
import io.arrayport.arrow.column.RunEndColumn;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.arrow.column.UnionColumn;
import io.arrayport.arrow.column.Validity;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns as arrays: what is one as it lies, what needs a copy and says so, and what is none. */
class ColumnValuesTest {
    private static ArrowColumn named(String name) {
        return Zoo.columns().filter(column -> column.field().name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(value = TimeUnit.class, names = {"SECOND", "MILLISECOND", "MICROSECOND", "NANOSECOND"})
    void timestampsAndDurationsAreTimesWithUnits(TimeUnit unit) {
        for (TimeType dtype : List.of(TimeType.datetime64(unit), TimeType.timedelta64(unit))) {
            NdArray times = np.arange(5, np.int64).view(dtype);
            ArrowColumn column = ArrowColumn.of("t", times);
            assertThat(column.type()).isEqualTo(dtype.span() ? new ArrowType.Duration(unit)
                    : new ArrowType.Timestamp(unit, Optional.empty()));
            NdArray back = column.asNdArray();
            assertThat(back.dtype()).isEqualTo(dtype);
            assertThat(back.address()).isEqualTo(times.address());
            times.view(DType.INT64).setLong(99, 2);
            assertThat(back.view(DType.INT64).getLong(2)).isEqualTo(99);
        }
    }

    @Test
    void typesThatLieAsTimesDoAreMadeByTheirField() {
        NdArray millis = np.arange(3, np.int64).view(TimeType.datetime64(TimeUnit.MILLISECOND));
        NdArray micros = np.arange(3, np.int64).view(TimeType.timedelta64(TimeUnit.MICROSECOND));
        ArrowType zoned = new ArrowType.Timestamp(TimeUnit.MILLISECOND, Optional.of("UTC"));
        for (ArrowColumn column : List.of(ArrowColumn.of(ArrowField.of("d", new ArrowType.Date(true)), millis),
                ArrowColumn.of(ArrowField.of("z", zoned), millis),
                ArrowColumn.of(ArrowField.of("m", new ArrowType.Time(TimeUnit.MICROSECOND)), micros))) {
            NdArray given = column.field().name().equals("m") ? micros : millis;
            assertThat(column.asNdArray().dtype()).isEqualTo(given.dtype());
            assertThat(column.asNdArray().address()).isEqualTo(given.address());
            assertThat(column.storedValues().dtype()).isEqualTo(DType.INT64);
        }
        assertThatThrownBy(() -> ArrowColumn.of(ArrowField.of("d", new ArrowType.Date(true)), micros))
                .isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("date64 is stored as int64 or datetime64[ms]");
    }

    @Test
    void datesOfFourBytesAreCopiedOnlyWhenAsked() throws Exception {
        NdArray days = Zoo.ints(0, 1, -1, 20_000);
        ArrowColumn column = ArrowColumn.of(ArrowField.of("d", new ArrowType.Date(false)), days);
        assertThatThrownBy(column::asNdArray).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("date32").hasMessageContaining("copies 32 bytes");
        assertThat(column.storedValues().address()).isEqualTo(days.address());
        var events = Events.byDefault(() -> {
            try (NdArray copy = column.toNdArray()) {
                assertThat(copy.dtype()).isEqualTo(TimeType.datetime64(TimeUnit.DAY));
                assertThat(copy.view(DType.INT64).getLong(3)).isEqualTo(20_000);
            }
            return null;
        });
        assertThat(Events.named("Copy", events)).hasSize(1)
                .allSatisfy(event -> assertThat(event.getLong("bytes")).isEqualTo(32));
    }

    @Test
    void packedBoolsAreCopiedOnlyWhenAsked() {
        ArrowColumn column = named("bool").with(Validity.all(Zoo.ROWS));
        for (ArrowColumn bools : List.of(column, column.slice(3, 20))) {
            assertThatThrownBy(bools::asNdArray).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("packed 8 in a byte")
                    .hasMessageContaining("copies " + bools.length() + " bytes");
            assertThatThrownBy(bools::storedValues).isInstanceOf(ZeroCopyException.class);
            try (NdArray copy = bools.toNdArray()) {
                byte bits = (byte) column.buffers().getFirst().bytes().getLong(0);
                assertThat(copy.dtype()).isEqualTo(DType.BOOL);
                for (int i = 0; i < 5; i++) {
                    assertThat(copy.getLong(i)).isEqualTo(bits >> (i + bools.offset()) & 1);
                }
            }
        }
    }

    @Test
    void boolsOfAByteEachAreShared() {
        NdArray bools = np.zeros(Shape.of(9), DType.BOOL);
        ArrowColumn column = ArrowColumn.of("b", bools);
        assertThat(column.type()).isEqualTo(new ArrowType.Numeric(ArrowNumber.INT8));
        assertThat(column.field().extension()).contains("arrow.bool8");
        assertThat(column.asNdArray().dtype()).isEqualTo(DType.BOOL);
        assertThat(column.asNdArray().address()).isEqualTo(bools.address());
        bools.setLong(1, 4);
        assertThat(column.asNdArray().getLong(4)).isEqualTo(1);
        Numbers.put(bools.address(), DType.INT8, 8, -3);
        assertThatThrownBy(column::asNdArray).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("other than 0 and 1").hasMessageContaining("copies 9 bytes");
        try (NdArray copy = column.toNdArray()) {
            assertThat(Numbers.values(copy)).containsExactly(0., 0., 0., 0., 1., 0., 0., 0., 1.);
        }
    }

    @Test
    void nullsShareTheBitmap() {
        NdArray bits = Zoo.bytes((byte) 0b10110111, (byte) 0b1);
        ArrowColumn column = ArrowColumn.of("x", Numbers.array(DType.INT32, 9), Validity.of(bits, 9));
        assertThat(column.validity().nullCount()).isEqualTo(2);
        assertThat(column.isNull(3)).isTrue();
        assertThat(column.isNull(8)).isFalse();
        assertThat(column.validity().bitmap().orElseThrow().address()).isEqualTo(bits.address());
        assertThatThrownBy(column::asNdArray).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("2 nulls in 9 rows").hasMessageContaining("validity()");
        assertThat(column.values().getLong(3)).isEqualTo(4);
        try (NdArray mask = column.validity().toMask(); NdArray filled = column.toNdArray(-1);
                NdArray sliced = column.slice(3, 8).validity().toMask()) {
            assertThat(Numbers.values(mask)).containsExactly(0., 0., 0., 1., 0., 0., 1., 0., 0.);
            assertThat(Numbers.values(filled)).containsExactly(1., 2., 3., -1., 5., 6., -1., 8., 9.);
            assertThat(Numbers.values(sliced)).containsExactly(1., 0., 0., 1., 0.);
            assertThat(Validity.ofMask(mask).nullCount()).isEqualTo(2);
        }
        Validity live = Validity.of(bits, 9);
        Numbers.put(bits.address(), DType.UINT8, 0, 0);
        assertThat(live.nullCount()).isEqualTo(8);
        assertThat(live.isNull(0)).isTrue();
    }

    @Test
    void masksAndBitmapsOfAnotherFormAreRefused() {
        assertThatThrownBy(() -> Validity.ofMask(np.zeros(Shape.of(3), np.int8))).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> Validity.ofMask(np.zeros(Shape.of(3, 2), DType.BOOL)))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Validity.of(np.zeros(Shape.of(1), np.uint8), 9)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> ArrowColumn.of("x", np.arange(3, np.int32), Validity.all(4)))
                .isInstanceOf(ShapeException.class).hasMessageContaining("3 rows");
    }

    @Test
    void nullTimesBecomeNatOnRequest() {
        ArrowColumn column = ArrowColumn.of("t", np.arange(3, np.int64).view(TimeType.datetime64(TimeUnit.SECOND)),
                Validity.of(Zoo.bytes((byte) 0b101), 3));
        try (NdArray filled = column.toNdArray(TimeType.NAT)) {
            assertThat(filled.toString()).contains("NaT");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void decimalsAreWordsAndNumbers(int bits) {
        ArrowColumn column = named(bits == 128 ? "decimal128(20, 3)" : "decimal256(40, -2)");
        DecimalColumn decimals = DecimalColumn.of(column);
        assertThat(decimals.unscaled().shape()).isEqualTo(Shape.of(Zoo.ROWS, bits / 64));
        assertThat(decimals.unscaled().address()).isEqualTo(column.buffers().getFirst().address());
        assertThat(decimals.get(4).unscaledValue()).isEqualTo(decimals.unscaled(4));
        assertThat(decimals.get(4).scale()).isEqualTo(bits == 128 ? 3 : -2);
    }

    @Test
    void bytesOfAFixedWidthAreVoidAndRowsOfBytes() {
        ArrowColumn column = named("fixed_size_binary[5]");
        assertThat(column.storedValues().shape()).isEqualTo(Shape.of(Zoo.ROWS, 5));
        assertThat(column.slice(2, 4).storedValues().address()).isEqualTo(column.storedValues().address() + 10);
        NdArray bytes = column.values();
        assertThat(bytes.dtype()).isEqualTo(new VoidType(5));
        assertThat(bytes.shape()).isEqualTo(Shape.of(Zoo.ROWS));
        assertThat(bytes.address()).isEqualTo(column.storedValues().address());
        ArrowColumn again = ArrowColumn.of("b", bytes);
        assertThat(again.type()).isEqualTo(column.type());
        Numbers.put(bytes.address(), DType.UINT8, 7, 42);
        assertThat(again.storedValues().getLong(1, 2)).isEqualTo(42);
        NdArray texts = bytes.view(DType.of("S5"));
        assertThatThrownBy(() -> ArrowColumn.of("s", texts)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("view(DType.of(\"V5\"))");
    }

    @Test
    void viewsOfOtherTypesSayWhatTheyAre() {
        ArrowColumn numbers = ArrowColumn.of("n", np.arange(3, np.int32));
        assertThatThrownBy(() -> TextColumn.of(numbers)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("int32");
        assertThatThrownBy(() -> ListColumn.of(numbers)).isInstanceOf(ZeroCopyException.class);
        assertThatThrownBy(() -> DictionaryColumn.of(numbers)).isInstanceOf(ZeroCopyException.class);
        assertThatThrownBy(() -> RunEndColumn.of(numbers)).isInstanceOf(ZeroCopyException.class);
        assertThatThrownBy(() -> UnionColumn.of(numbers)).isInstanceOf(ZeroCopyException.class);
        assertThatThrownBy(() -> DecimalColumn.of(numbers)).isInstanceOf(ZeroCopyException.class);
        assertThatThrownBy(() -> FixedShapeTensor.of(numbers)).isInstanceOf(ZeroCopyException.class);
    }

    @Test
    void rowsThatPointOutsideAreRefusedWhenAskedFor() {
        ArrowColumn texts = ArrowColumn.of(ArrowField.of("t", new ArrowType.Variable(true, false)), 3,
                List.of(Zoo.ints(0, 9, 2, 4), Zoo.bytes(new byte[4])), List.of());
        assertThatThrownBy(() -> TextColumn.of(texts).get(0)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("row 0: its offsets say bytes 0 to 9");
        assertThatThrownBy(() -> TextColumn.of(texts).get(1)).isInstanceOf(ForeignDescriptorException.class);
        assertThat(TextColumn.of(texts).bytes(2)).hasSize(2);
        ArrowColumn coded = ArrowColumn.of(ArrowField.of("c", new ArrowType.Dictionary(-1, ArrowNumber.INT32, false,
                texts.field())), 2, List.of(Zoo.ints(-1, 3)), List.of(texts));
        for (int row = 0; row < 2; row++) {
            int index = row;
            assertThatThrownBy(() -> DictionaryColumn.of(coded).index(index))
                    .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("of a dictionary of 3");
        }
    }

    @Test
    void listsOfAFixedSizeAreArraysOfMoreAxes() {
        NdArray cube = np.arange(24, np.float32).reshape(2, 3, 4);
        ArrowColumn column = ArrowColumn.of("c", cube);
        assertThat(column.length()).isEqualTo(2);
        assertThat(column.field().metadata()).containsEntry("ARROW:extension:metadata", "{\"shape\":[3,4]}");
        assertThat(column.asNdArray().shape()).isEqualTo(Shape.of(2, 12));
        FixedShapeTensor tensor = FixedShapeTensor.of(column.slice(1, 2));
        assertThat(tensor.array().shape()).isEqualTo(Shape.of(1, 3, 4));
        assertThat(tensor.array().address()).isEqualTo(cube.address() + 48);
        cube.setDouble(-5, 1, 2, 3);
        assertThat(tensor.array().getDouble(0, 2, 3)).isEqualTo(-5);
        ArrowColumn nested = ArrowColumn.of(ArrowField.of("l", new ArrowType.FixedList(3), column.field()), 0,
                List.of(),
                List.of(column.slice(0, 0)));
        assertThat(nested.asNdArray().shape()).isEqualTo(Shape.of(0, 3, 12));
    }

    @Test
    void theOrderOfAxesAndTheirNamesAreKept() {
        NdArray memory = np.arange(24, np.int16).reshape(2, 3, 4);
        NdArray permuted = memory.transpose(0, 2, 1);
        ArrowColumn column = FixedShapeTensor.column("c", permuted, "wide", "high");
        assertThat(column.field().metadata()).containsEntry("ARROW:extension:metadata",
                "{\"shape\":[3,4],\"dim_names\":[\"high\",\"wide\"],\"permutation\":[1,0]}");
        FixedShapeTensor tensor = FixedShapeTensor.of(column);
        assertThat(tensor.permutation()).containsExactly(1, 0);
        assertThat(tensor.dimNames()).containsExactly("high", "wide");
        assertThat(tensor.array().layout()).isEqualTo(permuted.layout());
        assertThat(tensor.array().address()).isEqualTo(memory.address());
        assertThatThrownBy(() -> ArrowColumn.of("c", memory.transpose(1, 0, 2))).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("strides");
        assertThatThrownBy(() -> FixedShapeTensor.column("c", memory, "one")).isInstanceOf(ShapeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"shape\":[3,5]}", "{\"shape\":[-3,-4]}",
            "{\"shape\":[3,4],\"permutation\":[0]}",
            "{\"shape\":[3,4],\"permutation\":[0,0]}", "{\"shape\":[3,4],\"dim_names\":[\"a\"]}", "{\"shape\":[3.5,4]}",
            "{\"shape\":[4294967299,4]}", "{\"shape\":3"})
    void metadataOfTensorsThatDoNotFitIsRefused(String metadata) {
        ArrowColumn sound = ArrowColumn.of("c", np.arange(24, np.float32).reshape(2, 12));
        ArrowField field = new ArrowField("c", sound.type(), true, Map.of(ArrowField.EXTENSION, FixedShapeTensor.NAME,
                ArrowField.EXTENSION_METADATA, metadata), sound.field().children());
        ArrowColumn column = ArrowColumn.of(field, 2, List.of(), sound.children());
        assertThatThrownBy(() -> FixedShapeTensor.of(column)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("metadata of arrow.fixed_shape_tensor");
    }

    @Test
    void viewsGiveTheBuffersThatTheyRead() {
        Zoo.columns().forEach(column -> {
            ArrowColumn none = column.slice(0, 0);
            switch (column.type()) {
                case ArrowType.Variable _,ArrowType.View _ -> {
                    TextColumn texts = TextColumn.of(column);
                    assertThat(texts.offsets().size()).isEqualTo(texts.isViews() ? 0 : Zoo.ROWS + 1);
                    assertThat(texts.views().shape()).isEqualTo(Shape.of(texts.isViews() ? Zoo.ROWS : 0, 16));
                    assertThat(texts.toList().get(2)).as("null").isEmpty();
                    assertThat(TextColumn.of(none).offsets().size()).isZero();
                }
                case ArrowType.Lists _,ArrowType.ListViews _ -> {
                    ListColumn lists = ListColumn.of(column);
                    boolean sized = column.type() instanceof ArrowType.ListViews;
                    assertThat(lists.offsets().size()).isEqualTo(sized ? Zoo.ROWS : Zoo.ROWS + 1);
                    assertThat(lists.sizes().size()).isEqualTo(sized ? Zoo.ROWS : 0);
                    assertThat(ListColumn.of(none).offsets().size()).isZero();
                }
                case ArrowType.Union type -> assertThat(UnionColumn.of(column).offsets().size())
                        .isEqualTo(type.dense() ? Zoo.ROWS : 0);
                case ArrowType.Dictionary _ -> {
                    DictionaryColumn words = DictionaryColumn.of(column);
                    assertThat(words.isOrdered()).isTrue();
                    assertThat(words.isNull(2)).isTrue();
                    assertThat(words.isNull(0)).isEqualTo(words.values().isNull(words.index(0)));
                }
                default -> {}
            }
        });
    }

    @Test
    void chunksAreOneArrayOnlyByACopy() {
        ArrowColumn all = ArrowColumn.of("x", Numbers.array(DType.INT32, 10));
        ChunkedColumn one = new ChunkedColumn(all.field(), List.of(all));
        ChunkedColumn three = new ChunkedColumn(all.field(),
                List.of(all.slice(0, 4), all.slice(4, 4), all.slice(4, 10)));
        assertThat(one.asNdArray().address()).isEqualTo(all.values().address());
        assertThat(three.length()).isEqualTo(10);
        assertThat(three.place(4)).isEqualTo(new ChunkedColumn.Place(2, 0));
        assertThatThrownBy(three::asNdArray).isInstanceOf(ZeroCopyException.class).hasMessageContaining("3 chunks")
                .hasMessageContaining("copies 40 bytes");
        try (NdArray copy = three.toNdArray()) {
            assertThat(Numbers.values(copy)).isEqualTo(Numbers.expected(10));
        }
    }
}
