package io.arrayport.arrow.column;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody claims a column to be, against its type. */
class ColumnPartsTest {
    private static final ArrowField INTS = ArrowField.of("x", new ArrowType.Numeric(ArrowNumber.INT32));
    private static final ArrowField TEXT = ArrowField.of("x", new ArrowType.Variable(true, false));
    private static final ArrowField VIEWS = ArrowField.of("x", new ArrowType.View(true));

    private final NdArray words = np.array(new int[]{0, 3, 1, 4});

    @AfterEach
    void close() {
        words.close();
    }

    private ColumnParts parts(ArrowField field, long length, long offset, @Nullable ArrowBuffer validity,
            List<ArrowBuffer> buffers, ArrowColumn... children) {
        return new ColumnParts("it", field, length, offset, validity, buffers, List.of(children), null,
                new Owner(List.<Storage>of(words.storage())));
    }

    private ArrowBuffer buffer() {
        return ArrowBuffer.of(words);
    }

    private static void assertRefused(ColumnParts parts, String message) {
        assertThatThrownBy(parts::column).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContainingAll("it \"x\": ", message);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "1, -1", "1, 9223372036854775807", "9223372036854775807, 1"})
    void rowsThatCannotBeCountedAreRefused(long length, long offset) {
        assertRefused(parts(INTS, length, offset, null, List.of(buffer())),
                "expected a length and an offset from 0, found " + length + " and " + offset);
    }

    @Test
    void asManyBuffersAsTheTypeHas() {
        assertRefused(parts(INTS, 4, 0, null, List.of()), "expected 1 buffers besides validity for int32, found 0");
        assertRefused(parts(INTS, 4, 0, null, List.of(buffer(), buffer())), "for int32, found 2");
        assertRefused(parts(VIEWS, 0, 0, null, List.of()), "expected 1 buffers besides validity for utf8_view");
        assertThat(parts(VIEWS, 1, 0, null, List.of(buffer(), buffer(), buffer())).column().buffers()).hasSize(3);
    }

    @Test
    void aBitmapOnlyWhereTheTypeHasOne() {
        assertThat(parts(ArrowField.of("x", new ArrowType.Null()), 4, 0, buffer(), List.of()).column().validity()
                .nullCount()).isEqualTo(4);
        ArrowField union = ArrowField.of("x", new ArrowType.Union(false, List.of()));
        assertRefused(parts(union, 4, 0, buffer(), List.of(buffer())), "expected no validity buffer");
        assertRefused(parts(INTS, 4, 125, buffer(), List.of(new ArrowBuffer(words.storage(), 0, 16))),
                "values buffer: expected at least 516 bytes for 129 rows of int32, found 16");
    }

    @Test
    void offsetsBeginAndEndInsideWhatTheyCount() {
        assertThat(parts(TEXT, 3, 0, null, List.of(buffer(), buffer())).column().length()).isEqualTo(3);
        assertThat(parts(TEXT, 0, 0, null, List.of(new ArrowBuffer(words.storage(), 0, 0), buffer())).column()
                .length()).isZero();
        words.setLong(-1, 0);
        assertRefused(parts(TEXT, 3, 0, null, List.of(buffer(), buffer())), "offsets from 0 to the 16");
        words.setLong(5, 0);
        assertRefused(parts(TEXT, 3, 0, null, List.of(buffer(), buffer())), "found 5 to 4");
        words.setLong(0, 0);
        assertRefused(parts(TEXT, 3, 0, null, List.of(buffer(), new ArrowBuffer(words.storage(), 0, 3))),
                "offsets from 0 to the 3 bytes in the data buffer, found 0 to 4");
        assertRefused(parts(TEXT, Long.MAX_VALUE, 0, null, List.of(buffer(), buffer())),
                "offsets buffer: expected at least 9223372036854775807 bytes");
    }

    @Test
    void childrenAsTheFieldSays() {
        ArrowColumn item = parts(INTS, 4, 0, null, List.of(buffer())).column();
        ArrowField list = ArrowField.of("x", new ArrowType.Lists(false), INTS);
        assertRefused(parts(list, 3, 0, null, List.of(buffer())),
                "offsets from 0 to the 0 rows in the child, found 0 to 4");
        assertRefused(parts(list, 0, 0, null, List.of(buffer())), "expected 1 children for list");
        assertThat(parts(list, 3, 0, null, List.of(buffer()), item).column().children()).hasSize(1);
        ArrowField struct = ArrowField.of("x", new ArrowType.Struct(), INTS, INTS.named("y"));
        assertRefused(parts(struct, 3, 0, null, List.of(), item), "expected 2 children as its field has, found 1");
        assertRefused(parts(struct, 3, 0, null, List.of(), item,
                parts(TEXT.named("y"), 3, 0, null, List.of(buffer(), buffer())).column()),
                "child 1 \"y\": expected int32 as the field says, found utf8");
        ArrowField lists = ArrowField.of("x", new ArrowType.FixedList(Integer.MAX_VALUE), INTS);
        assertRefused(parts(lists, 1L << 40, 0, null, List.of(), item), "the child has more than can be counted");
    }

    @Test
    void aDictionaryWhereOneIsMeant() {
        ArrowField coded = new ArrowField("x", new ArrowType.Dictionary(-1, ArrowNumber.INT32, false, TEXT), true,
                Map.of(), List.of());
        assertRefused(parts(coded, 4, 0, null, List.of(buffer())), "expected a dictionary, found none");
    }
}
