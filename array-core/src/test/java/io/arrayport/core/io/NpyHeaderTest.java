package io.arrayport.core.io;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.io.NpyHeader.Version;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What headers of .npy files say, in all versions, and what is refused of it. */
class NpyHeaderTest {
    private static final String FINE = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3)}";

    private static byte[] bytes(int major, int minor, byte... text) {
        ByteBuffer out = ByteBuffer.allocate(12 + text.length).order(ByteOrder.LITTLE_ENDIAN).put(NpyHeader.MAGIC)
                .put((byte) major).put((byte) minor);
        if (major == 1) {
            out.putShort((short) text.length);
        } else {
            out.putInt(text.length);
        }
        return out.put(text).array();
    }

    private static NpyHeader read(byte... bytes) {
        try (Source source = Source.of("load", new ByteArrayInputStream(bytes))) {
            return NpyHeader.read(source, NpyHeader.LONGEST);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyVersionIsRead(int major) {
        assertThat(read(bytes(major, 0, text(FINE))))
                .isEqualTo(new NpyHeader(DType.FLOAT64, false, Shape.of(2, 3)));
    }

    /** Before version 3 there was Python 2. */
    @Test
    void longIntegersAreOfOldVersions() {
        byte[] old = text(FINE.replace("3)", "3L)"));
        assertThat(read(bytes(2, 0, old)).shape()).isEqualTo(Shape.of(2, 3));
        assertThatThrownBy(() -> read(bytes(3, 0, old))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("its header is no dictionary as Python writes it");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "1, 1", "255, 0"})
    void otherVersionsAreNamed(int major, int minor) {
        assertThatThrownBy(() -> read(bytes(major, minor, text(FINE)))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("its version is " + major + "." + minor);
    }

    @Test
    void lettersThatAreNoneAreRefused() {
        assertThatThrownBy(() -> read(bytes(3, 0, (byte) '{', (byte) 0xff, (byte) '}')))
                .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("its header is no text in UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "(1, 2) | must be a dictionary of descr, fortran_order and shape, it is Tuple",
            "{'descr': '<f8'} | it is one of [descr]",
            "{'descr': '<f8', 'fortran_order': 0, 'shape': ()} | fortran_order must be True or False",
            "{'descr': '<f8', 'fortran_order': False, 'shape': [2]} | shape must be a tuple of integers",
            "{'descr': '<f8', 'fortran_order': False, 'shape': ('2',)} | shape must be a tuple of integers",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)} | shape cannot be",
            "{'descr': ('<f8',), 'fortran_order': False, 'shape': ()} | descr must be the text of a type",
            "{'descr': 'x9', 'fortran_order': False, 'shape': ()} | descr 'x9' is no known type"})
    void whatIsWrongIsNamed(String header, String message) {
        assertThatThrownBy(() -> read(bytes(1, 0, text(header)))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anArchiveAndAPickleAreNamed() {
        assertThatThrownBy(() -> read(text("PK\3\4 and what is packed"))).hasMessageContaining("np.loadz");
        assertThatThrownBy(() -> read(text("\u0080\4 pickled by Python"))).hasMessageContaining("Pickled objects");
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(StructType.of(List.of(List.of("a", "<i4"), List.of("b", "<f8", List.of(2)),
                        List.of("c", "S3")), false), "[('a', '<i4'), ('b', '<f8', (2,)), ('c', '|S3')]", 1),
                Arguments.of(StructType.of(Map.of("names", List.of("a", "b"), "formats", List.of("<i4", "<f8"),
                        "offsets", List.of(0, 8), "itemsize", 24), false),
                        "[('a', '<i4'), ('', '|V4'), ('b', '<f8'), ('', '|V8')]", 1),
                Arguments.of(StructType.of(List.of(List.of("a", List.of(List.of("x", "<i2"), List.of("y", ">u4"))),
                        List.of(List.of("title", "b"), "?")), false),
                        "[('a', [('x', '<i2'), ('y', '>u4')]), (('title', 'b'), '|b1')]", 1),
                Arguments.of(StructType.of(List.of(List.of("gr\u00f6\u00dfe", "<i4"), List.of("\u6e29\u5ea6", "<f4")),
                        false), "[('gr\u00f6\u00dfe', '<i4'), ('\u6e29\u5ea6', '<f4')]", 3));
    }

    /** To the letter, as NumPy 2.4 writes them. */
    @ParameterizedTest
    @MethodSource("records")
    void fieldsOfRecordsAreKept(StructType type, String descr, int version) {
        byte[] written = written(new NpyHeader(type, false, Shape.of(2)), null);
        assertThat(written[6]).isEqualTo((byte) version);
        assertThat(new String(written, version < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8))
                .contains("{'descr': " + descr + ", 'fortran_order': False, 'shape': (2,), }");
        assertThat(read(written).dtype()).isEqualTo(type);
    }

    @Test
    void aLongHeaderIsOfVersion2AndAVersionThatCannotSayItIsRefused() {
        List<Object> fields = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            fields.add(List.of("field number " + i, "<f8"));
        }
        NpyHeader header = new NpyHeader(StructType.of(fields, false), false, Shape.of(2));
        byte[] written = written(header, null);
        assertThat(written[6]).isEqualTo((byte) 2);
        try (Source source = Source.of("load", new ByteArrayInputStream(written))) {
            assertThat(NpyHeader.read(source, Integer.MAX_VALUE)).isEqualTo(header);
        }
        assertThatThrownBy(() -> header.bytes(Version.ONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long for version 1.0");
        NpyHeader letters = new NpyHeader(StructType.of(List.of(List.of("\u6e29", "<f8")), false), false, Shape.of());
        assertThatThrownBy(() -> letters.bytes(Version.TWO)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 2.0 has no letters for");
    }

    @Test
    void fieldsThatNumpyDoesNotHaveAreRefused() {
        for (DType inner : List.of(DType.BFLOAT16, DType.BFLOAT16.withOrder(ByteOrder.BIG_ENDIAN))) {
            StructType type = StructType.of(StructType.Field.of("a", inner));
            assertThatThrownBy(() -> new NpyHeader(type, false, Shape.of()).bytes(null))
                    .isInstanceOf(DTypeException.class).hasMessageContaining("save");
        }
        StructType overlapping = StructType.of(Map.of("names", List.of("a", "b"), "formats", List.of("<i4", "<i4"),
                "offsets", List.of(0, 2)), false);
        assertThatThrownBy(() -> new NpyHeader(overlapping, false, Shape.of()).bytes(null))
                .isInstanceOf(DTypeException.class).hasMessageContaining("a list cannot say that");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"[1] | a field must be a tuple",
            "[('a',)] | a field must be a tuple", "[('a', '<f8', 1, 2)] | a field must be a tuple",
            "[(1, '<f8')] | a field's name must be a text",
            "[(('t', 'a', 'b'), '<f8')] | a field's name must be a text",
            "[((1, 'a'), '<f8')] | a field's name must be a text", "[('a', 'O')] | pickled",
            "[('a', [('b', 'O')])] | pickled", "[('a', '<f8', 'x')] | a field's shape must be a tuple of lengths",
            "[('a', '<f8', (-1,))] | a field's shape must be",
            "[('a', '<f8', (2147483648,))] | a field's shape must be",
            "[('a', '<f8', (2147483647, 2147483647))] | more bytes than an element has",
            "[('a', 'O')] | pickled",
            "[('a', '<f8', (200000000,)), ('b', '<f8', 200000000)] | more bytes than an element has",
            "[('a', '<f8'), ('a', '<f8')] | is no known type", "[('a', 'T')] | is no known type"})
    void fieldsThatCannotBeAreNamed(String descr, String message) {
        byte[] bytes = bytes(1, 0, text("{'descr': " + descr + ", 'fortran_order': False, 'shape': ()}"));
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining(message);
    }

    @Test
    void headersAreReadAsTheyAreWritten() {
        try (NdArray array = np.arange(24).reshape(2, 3, 4)) {
            assertWritten(array, false);
            assertWritten(array.T(), true);
            assertWritten(array.get("::-1"), false);
            assertWritten(array.get("0, 0, 0"), false);
        }
    }

    private static void assertWritten(NdArray array, boolean columns) {
        NpyHeader header = NpyHeader.of(array);
        assertThat(header.fortranOrder()).isEqualTo(columns);
        for (Version wanted : new Version[]{null, Version.ONE, Version.TWO, Version.THREE}) {
            byte[] bytes = written(header, wanted);
            assertThat(bytes.length % NpyHeader.ALIGNMENT).isZero();
            assertThat(read(bytes)).isEqualTo(header);
        }
    }

    private static byte[] written(NpyHeader header, @Nullable Version wanted) {
        ByteBuffer written = header.bytes(wanted);
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }
}
