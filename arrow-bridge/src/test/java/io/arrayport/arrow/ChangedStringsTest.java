package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.dtype;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.arrow.column.Validity;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Strings that go missing, or come back, between the making of a column and its leaving. */
class ChangedStringsTest {
    private static final String GONE = "n/a";
    private static final String LONG = "a text that is too long for its view";

    private final BufferAllocator allocator = new RootAllocator();
    private final NdArray array = np.array(List.of("a", LONG, "c", LONG),
            dtype(new StringType(Missing.text(GONE), true)));

    @AfterEach
    void nothingIsLeft() {
        array.close();
        allocator.close();
        assertThat(ArrowC.liveExports()).isZero();
    }

    /** Every way a column leaves or is used. */
    private List<ThrowingCallable> ways(ArrowColumn column) {
        ArrowSchema schema = ArrowSchema.of(column.field());
        return List.of(() -> ArrowBridge.vector(allocator, column).close(), () -> ArrowC.structs(column).close(),
                () -> {
                    try (ArrowStreamWriter writer = ArrowStreamWriter
                            .to(Channels.newChannel(new ByteArrayOutputStream()), schema)) {
                        writer.write(List.of(column));
                    }
                }, () -> column.values().close(), () -> column.toNdArray(Missing.NAN).close());
    }

    private void assertRefused(ArrowColumn column, String reason) {
        for (ThrowingCallable way : ways(column)) {
            assertThatThrownBy(way).isInstanceOf(ZeroCopyException.class).hasMessageContainingAll("\"v\"", reason,
                    "make the column anew", "Validity.ofMissing(array)");
        }
        assertThat(array.storage().exports()).isZero();
    }

    private void assertGoes(ArrowColumn column, List<String> rows) throws Throwable {
        for (ThrowingCallable way : ways(column)) {
            way.call();
        }
        try (FieldVector vector = ArrowBridge.vector(allocator, column)) {
            for (int i = 0; i < rows.size(); i++) {
                assertThat(String.valueOf(vector.getObject(i))).isEqualTo(rows.get(i));
            }
        }
    }

    @Test
    void aStringThatGoesMissingIsNotAnEmptyOne() throws Throwable {
        ArrowColumn column = ArrowColumn.of("v", array);
        assertGoes(column, List.of("a", LONG, "c", LONG));
        array.setString(GONE, 1);
        assertRefused(column, "has a string at row 1 that is missing, which its validity does not say");
        TextColumn text = TextColumn.of(column);
        assertThatThrownBy(() -> text.get(1)).isInstanceOf(ZeroCopyException.class).hasMessageContaining("row 1");
        assertThat(text.get(2)).isEqualTo("c");
        assertGoes(column.slice(2, 4), List.of("c", LONG));
        Validity validity = Validity.ofMissing(array);
        assertGoes(ArrowColumn.of("v", array, validity), List.of("a", "null", "c", LONG));
        array.setString(GONE, 3);
        assertRefused(ArrowColumn.of("v", array, validity), "row 3 that is missing");
        assertRefused(ArrowColumn.of("v", array, validity).slice(1, 4), "row 2 that is missing");
        validity.bitmap().orElseThrow().storage().close();
    }

    @Test
    void aStringThatComesBackIsNotANull() throws Throwable {
        array.setString(GONE, 0);
        Validity validity = Validity.ofMissing(array);
        ArrowColumn column = ArrowColumn.of("v", array, validity);
        assertGoes(column.slice(0, 2).named("v"), List.of("null", LONG));
        array.setString("b", 0);
        assertRefused(column, "has a string at row 0 that its validity says is missing");
        assertGoes(column.slice(1, 4), List.of(LONG, "c", LONG));
        assertGoes(ArrowColumn.of("v", array), List.of("b", LONG, "c", LONG));
        validity.bitmap().orElseThrow().storage().close();
    }

    /** Who masks strings that are there means it. */
    @Test
    void aMaskOverStringsThatAreThereIsTheCallersOwn() throws Throwable {
        try (NdArray mask = np.array(new boolean[]{true, false, false, true})) {
            array.setString(GONE, 3);
            Validity validity = Validity.ofMask(mask);
            assertGoes(ArrowColumn.of("v", array, validity), List.of("null", LONG, "c", "null"));
            validity.bitmap().orElseThrow().storage().close();
        }
    }

    @Test
    void arraysOfStringsAreWrittenWithWhatLiesBesideThem() {
        try (NdArray texts = np.array(List.of("a", LONG, "c", LONG + "!"), dtype(new StringType()))) {
            ArrowSchema schema = ArrowSchema.of(ArrowColumn.of("v", texts).field());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ArrowStreamWriter writer = ArrowStreamWriter.to(Channels.newChannel(bytes), schema)) {
                assertThat(writer.write(texts)).isZero();
                assertThat(writer.write(texts.get("::-1"))).isEqualTo(texts.nbytes());
                assertThat(writer.write(texts.get("1:2"))).isZero();
            }
            try (NdArray stream = np.frombuffer(bytes.toByteArray(), dtype(np.uint8));
                    ArrowTable table = ArrowTable.of("it", stream)) {
                assertThat(table.batches()).extracting(batch -> TextColumn.of(batch.arrowColumn("v")).toList())
                        .containsExactly(List.of("a", LONG, "c", LONG + "!"), List.of(LONG + "!", "c", LONG, "a"),
                                List.of(LONG));
            }
        }
    }
}
