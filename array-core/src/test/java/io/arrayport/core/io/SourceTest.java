package io.arrayport.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes of files and streams, of whose number nobody is sure. */
class SourceTest {
    private static Source stream(int bytes, long said) {
        return Source.of("it", "member", new ByteArrayInputStream(new byte[bytes]), said);
    }

    private static Source failing(IOException problem) {
        return Source.of("it", new InputStream() {
            @Override
            public int read() throws IOException {
                throw problem;
            }
        });
    }

    @Test
    void whatAStreamSaysOfItsLengthIsNotBelieved() {
        try (Source source = stream(10, 12)) {
            assertThat(source.lacks(13)).isTrue();
            assertThat(source.known()).isEqualTo(12);
            assertThatThrownBy(() -> source.bytes(13, "header")).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContainingAll("it ends within the header", "13 bytes are needed", "there are 12");
            assertThatThrownBy(() -> source.bytes(12, "header")).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("there are 10");
        }
        try (Source source = stream(10, -1)) {
            assertThat(source.lacks(Long.MAX_VALUE)).isFalse();
            assertThat(source.left()).isEqualTo("fewer");
            assertThatThrownBy(source::known).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("length is not known");
            assertThatThrownBy(() -> source.storage(1L << 40, "elements"))
                    .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("there are 10");
        }
    }

    @Test
    void bytesOfAFileAreLeftOut(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("ten"), new byte[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        try (Source source = Source.open("it", file)) {
            source.skip(4);
            assertThat(source.position()).isEqualTo(4);
            assertThat(source.left()).isEqualTo("6");
            for (long wrong : new long[]{-1, 7}) {
                assertThatThrownBy(() -> source.skip(wrong)).isInstanceOf(ForeignDescriptorException.class)
                        .hasMessageContaining("the offset is " + wrong + ", it has 6 bytes");
            }
            assertThat(source.bytes(2, "two")).containsExactly(4, 5);
            try (Storage rest = source.storage(4, "rest")) {
                assertThat(rest.byteSize()).isEqualTo(4);
            }
            assertThatThrownBy(() -> source.storage(1, "more")).isInstanceOf(ForeignDescriptorException.class);
        }
        assertThatThrownBy(() -> Source.open("it", folder)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("directory");
    }

    /** No memory is taken for what somebody says, but for what there is. */
    @Test
    void aLongStreamIsReadThoughNobodySaidHowLongItIs() {
        int bytes = (1 << 26) + 5;
        try (Source source = Source.of("it", new ByteArrayInputStream(new byte[bytes]));
                Storage all = source.storage(bytes, "elements")) {
            assertThat(all.byteSize()).isEqualTo(bytes);
            assertThat(source.position()).isEqualTo(bytes);
        }
    }

    @Test
    void theLengthOfADeviceIsNotKnown() {
        try (Source source = Source.open("it", Path.of("/dev/null"))) {
            assertThat(source.lacks(1)).isFalse();
            assertThatThrownBy(() -> source.bytes(1, "header")).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("there are 0");
        }
    }

    @Test
    void aDamagedMemberIsRefusedAndAFailingStreamIsNot() {
        for (IOException damaged : new IOException[]{new ZipException("bad"), new EOFException("short")}) {
            assertThatThrownBy(() -> failing(damaged).bytes(1, "header"))
                    .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("cannot be unpacked");
        }
        assertThatThrownBy(() -> failing(new IOException("gone")).some(new byte[1]))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("cannot read the stream: gone");
    }
}
