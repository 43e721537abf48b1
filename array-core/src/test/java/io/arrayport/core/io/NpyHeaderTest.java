package io.arrayport.core.io;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.io.NpyHeader.Version;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            ByteBuffer written = header.bytes(wanted);
            assertThat(written.remaining() % NpyHeader.ALIGNMENT).isZero();
            byte[] bytes = new byte[written.remaining()];
            written.get(bytes);
            assertThat(read(bytes)).isEqualTo(header);
        }
    }
}
