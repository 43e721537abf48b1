package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.dtype;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.arrow.column.Validity;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.SideBuffers;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.ArrowSchema;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays of strings of any length and columns of text: the same bytes. */
class StringColumnsTest {
    private static final String LONG = "a text that is too long for its view";
    private static final List<String> ROWS = List.of("short", LONG, "", "wörd", LONG + "!");

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void everyBufferIsBackAndEveryStructReleased() {
        allocator.close();
        assertThat(ArrowC.liveExports()).isZero();
    }

    private static NdArray strings() {
        return np.array(ROWS, dtype(DType.STRING));
    }

    private static List<String> texts(NdArray array) {
        return Arrays.asList((String[]) array.toArray());
    }

    private static List<Long> sides(NdArray array) {
        return array.storage().sideBuffers().buffers().stream().map(SideBuffers.Buffer::storage)
                .map(storage -> storage.address()).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anArrayIsArrowJavasVectorOfViewsAndBack() {
        try (NdArray array = strings()) {
            try (FieldVector vector = ArrowBridge.vector(allocator, "v").accept(array)) {
                assertThat(vector).isInstanceOf(ViewVarCharVector.class);
                ViewVarCharVector views = (ViewVarCharVector) vector;
                assertThat(views.getDataBuffer().memoryAddress()).isEqualTo(array.address());
                assertThat(views.getDataBuffers()).extracting(buffer -> buffer.memoryAddress())
                        .isEqualTo(sides(array));
                for (int i = 0; i < ROWS.size(); i++) {
                    assertThat(views.getObject(i)).hasToString(ROWS.get(i));
                }
                assertThatThrownBy(() -> array.setString("x", 0)).isInstanceOf(ReadOnlyException.class);
                try (NdArray back = ArrowBridge.arrow(vector).open()) {
                    assertThat(back.dtype()).isEqualTo(DType.STRING);
                    assertThat(back.address()).isEqualTo(array.address());
                    assertThat(sides(back)).isEqualTo(sides(array));
                    assertThat(texts(back)).isEqualTo(ROWS);
                    assertThatThrownBy(() -> back.setString("x", 0)).isInstanceOf(ReadOnlyException.class);
                    try (NdArray greatest = np.max(back); NdArray sorted = np.sort(back)) {
                        assertThat(greatest.item()).isEqualTo("wörd");
                        assertThat(texts(sorted)).containsExactly("", LONG, LONG + "!", "short", "wörd");
                    }
                }
            }
            array.setString(LONG + "?", 0);
            assertThat(array.getString(0)).isEqualTo(LONG + "?");
        }
    }

    @Test
    void aColumnOfStringsThatWereWrittenToSinceIsRefused() {
        try (NdArray array = strings()) {
            ArrowColumn column = ArrowColumn.of("v", array);
            array.setString(LONG.repeat(100), 1);
            assertThatThrownBy(() -> ArrowBridge.vector(allocator, column)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContainingAll("written to since", "make the column anew");
            try (FieldVector anew = ArrowBridge.vector(allocator, ArrowColumn.of("v", array))) {
                assertThat(((ViewVarCharVector) anew).getObject(1)).hasToString(LONG.repeat(100));
            }
        }
    }

    @Test
    void structsCarrySideBuffersBothWays() {
        try (NdArray array = strings(); ArrowArray there = ArrowArray.allocateNew(allocator);
                ArrowSchema schema = ArrowSchema.allocateNew(allocator)) {
            ArrowC.export(ArrowColumn.of("v", array.get("1:")), schema.memoryAddress(), there.memoryAddress());
            try (FieldVector vector = Data.importVector(allocator, there, schema, null)) {
                assertThat(vector.getDataBuffer().memoryAddress()).isEqualTo(array.address() + 16);
                assertThat(vector.getObject(0)).hasToString(LONG);
                assertThat(vector.getObject(3)).hasToString(LONG + "!");
            }
        }
        try (NdArray array = strings(); CStructs structs = ArrowC.structs("v").accept(array);
                NdArray there = ArrowC.source(structs.schema(), structs.array()).open()) {
            assertThat(there.address()).isEqualTo(array.address());
            assertThat(sides(there)).isEqualTo(sides(array));
            assertThat(texts(there)).isEqualTo(ROWS);
        }
    }

    @Test
    void slicesOfColumnsAreSlicesOfArrays() {
        try (NdArray array = strings()) {
            ArrowColumn column = ArrowColumn.of("v", array).slice(1, 4);
            try (NdArray rows = column.asNdArray()) {
                assertThat(rows.address()).isEqualTo(array.address() + 16);
                assertThat(texts(rows)).isEqualTo(ROWS.subList(1, 4));
            }
        }
    }

    @Test
    void anArrayLivesAsLongAsItIsHeldWhateverItsColumnDoes() {
        ArrowColumn column = ArrowColumn.of("v", strings());
        NdArray rows = column.asNdArray();
        column.close();
        assertThat(texts(rows)).isEqualTo(ROWS);
        rows.close();
    }

    @Test
    void textBetweenOffsetsStaysWhereItIs() {
        try (VarCharVector small = filled(new VarCharVector("small", allocator));
                LargeVarCharVector large = new LargeVarCharVector("large", allocator)) {
            large.allocateNew();
            for (int i = 0; i < ROWS.size(); i++) {
                large.setSafe(i, utf8(ROWS.get(i)));
            }
            large.setValueCount(ROWS.size());
            for (FieldVector vector : List.<FieldVector>of(small, large)) {
                try (ArrowColumn column = ArrowBridge.column(vector)) {
                    assertThatThrownBy(column::asNdArray).isInstanceOf(ZeroCopyException.class)
                            .hasMessageContaining("toNdArray()");
                    try (NdArray rows = column.toNdArray(); NdArray some = column.slice(2, 5).toNdArray()) {
                        assertThat(texts(rows)).isEqualTo(ROWS);
                        assertThat(texts(some)).isEqualTo(ROWS.subList(2, 5));
                        assertThat(sides(rows)).containsExactly(vector.getDataBuffer().memoryAddress());
                        rows.setString("mine, and long enough to lie elsewhere", 0);
                        assertThat(rows.getString(0)).startsWith("mine");
                        assertThat(vector.getObject(0)).hasToString("short");
                    }
                }
            }
        }
    }

    private static <T extends BaseVariableWidthVector> T filled(T vector) {
        vector.allocateNew();
        for (int i = 0; i < ROWS.size(); i++) {
            vector.setSafe(i, utf8(ROWS.get(i)));
        }
        vector.setValueCount(ROWS.size());
        return vector;
    }

    @Test
    void nullsAreMissingIfThatIsAsked() {
        try (VarCharVector vector = filled(new VarCharVector("v", allocator))) {
            vector.setNull(1);
            try (ArrowColumn column = ArrowBridge.column(vector)) {
                assertThatThrownBy(column::toNdArray).isInstanceOf(ZeroCopyException.class)
                        .hasMessageContaining("1 null");
                try (NdArray rows = column.toNdArray(Missing.NAN); NdArray nan = np.isnan(rows)) {
                    assertThat(texts(rows)).containsExactly("short", null, "", "wörd", LONG + "!");
                    assertThat(nan.tolist()).isEqualTo(List.of(false, true, false, false, false));
                    assertNullsLeave(rows);
                }
            }
        }
    }

    private void assertNullsLeave(NdArray rows) {
        assertThatThrownBy(() -> ArrowBridge.vector(allocator, "v").accept(rows))
                .isInstanceOf(ZeroCopyException.class).hasMessageContaining("Validity.ofMissing");
        Validity validity = Validity.ofMissing(rows);
        assertThat(validity.nullCount()).isEqualTo(1);
        try (FieldVector vector = ArrowBridge.vector(allocator, ArrowColumn.of("v", rows, validity))) {
            assertThat(vector.getDataBuffer().memoryAddress()).isEqualTo(rows.address());
            assertThat(vector.isNull(1)).isTrue();
            assertThat(vector.getObject(1)).isNull();
            assertThat(vector.getObject(4)).hasToString(LONG + "!");
            try (ArrowColumn back = ArrowBridge.column(vector); NdArray again = back.toNdArray(Missing.NONE)) {
                assertThatThrownBy(back::asNdArray).isInstanceOf(ZeroCopyException.class);
                assertThat(again.item(1)).isEqualTo(Missing.NONE);
                try (NdArray values = back.values()) {
                    assertThat(values.address()).isEqualTo(rows.address());
                    assertThat(values.getString(1)).isEmpty();
                }
            }
        }
        validity.bitmap().orElseThrow().storage().close();
    }

    @Test
    void stringsWithoutMissingOnesLeaveWhateverTheirType() {
        DType type = new StringType(Missing.NAN, true);
        try (NdArray array = np.array(ROWS, dtype(type));
                FieldVector vector = ArrowBridge.vector(allocator, "v").accept(array)) {
            assertThat(vector.getDataBuffer().memoryAddress()).isEqualTo(array.address());
            assertThat(vector.getNullCount()).isZero();
        }
    }

    @Test
    void otherFormsAreRefusedWithWhatToDo() {
        try (NdArray array = np.array(ROWS.subList(0, 4), dtype(DType.STRING))) {
            assertThatThrownBy(() -> ArrowColumn.of("v", array.reshape(2, 2))).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("ravel()");
            assertThatThrownBy(() -> ArrowColumn.of("v", array.get("::2"))).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("side by side");
        }
    }

    @Test
    void stringsOfAWidthAreConverted() {
        try (NdArray array = np.array(ROWS, dtype(DType.of("U40")))) {
            assertThatThrownBy(() -> ArrowColumn.of("v", array)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("astype(DType.STRING)");
            try (NdArray strings = array.astype(DType.STRING);
                    FieldVector vector = ArrowBridge.vector(allocator, "v").accept(strings)) {
                assertThat(vector.getObject(1)).hasToString(LONG);
            }
        }
    }

    @Test
    void viewsThatLeadNowhereAreErrors() {
        try (NdArray array = strings(); FieldVector vector = ArrowBridge.vector(allocator, "v").accept(array);
                NdArray rows = ArrowBridge.arrow(vector).open()) {
            Memory.RAW.set(ValueLayout.JAVA_INT, array.address() + 16 + 8, 3);
            assertThatThrownBy(() -> rows.getString(1)).isInstanceOf(ForeignDescriptorException.class);
            assertThatThrownBy(rows::copy).isInstanceOf(ForeignDescriptorException.class);
            assertThat(rows.getString(4)).isEqualTo(LONG + "!");
        }
    }

    @Test
    void filesHoldThemAndAreMapped(@TempDir Path folder) {
        Path path = folder.resolve("strings.arrow");
        try (NdArray array = strings(); NdArray other = np.array(List.of("a", LONG, "b", "c", "d"),
                dtype(DType.STRING))) {
            ArrowColumn first = ArrowColumn.of("first", array);
            ArrowColumn second = ArrowColumn.of("second", other);
            try (ArrowFileWriter writer = ArrowFileWriter.create(path,
                    io.arrayport.arrow.type.ArrowSchema.of(first.field(), second.field()))) {
                writer.write(List.of(first, second));
                writer.finish();
            }
        }
        try (ArrowTable table = ArrowTable.open(path)) {
            Batch batch = table.batches().getFirst();
            try (NdArray first = batch.column("first"); NdArray second = batch.column("second")) {
                assertThat(texts(first)).isEqualTo(ROWS);
                assertThat(texts(second)).containsExactly("a", LONG, "b", "c", "d");
                assertThat(TextColumn.of(batch.arrowColumn("first")).views().address()).isEqualTo(first.address());
                assertThat(table.storage().address() + batch.columnOffset("first")).isEqualTo(first.address());
            }
        }
    }
}
