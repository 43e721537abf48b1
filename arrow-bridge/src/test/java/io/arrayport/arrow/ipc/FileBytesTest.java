package io.arrayport.arrow.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.error.ForeignDescriptorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads of a file's bytes end with the file. */
class FileBytesTest {
    private final FileBytes file = new FileBytes("it", MemorySegment.ofArray(new byte[]{1, 2, 0, 0, 0, 3}));

    @ParameterizedTest
    @CsvSource({"-1, 4", "3, 4", "9223372036854775807, 4", "0, 7", "6, 1", "0, -1"})
    void whatIsNotAllInsideIsNamed(long offset, int length) {
        assertThatThrownBy(() -> file.buffer("header", offset, length)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessage("Arrow file it: header: expected " + length + " bytes at byte " + offset
                        + ", found the end of the file at byte 6");
    }

    @Test
    void whatIsInsideIsRead() {
        assertThat(file.intAt("number", 1)).isEqualTo(2);
        assertThat(file.buffer("header", 6, 0).remaining()).isZero();
        assertThat(file.buffer("header", 4, 2).get(1)).isEqualTo((byte) 3);
    }
}
