package io.arrayport.arrow.column;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of a storage, and numbers among them. */
class ArrowBufferTest {
    @ParameterizedTest
    @CsvSource({"-1, 4", "0, -1", "13, 4", "0, 17", "9223372036854775807, 4", "4, 9223372036854775807"})
    void bytesOutsideOfTheStorageAreNoBuffer(long offset, long length) {
        try (Storage storage = Storage.allocate(16)) {
            assertThatThrownBy(() -> new ArrowBuffer(storage, offset, length))
                    .isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining(length + " bytes at byte " + offset + " are not inside the 16 bytes");
        }
    }

    @Test
    void numbersAreReadAsWideAsTheyAre() {
        try (NdArray numbers = np.array(new long[]{-1, 1L << 40})) {
            ArrowBuffer buffer = ArrowBuffer.of(numbers);
            assertThat(buffer.integer(1, 8)).isEqualTo(1L << 40);
            assertThat(buffer.integer(1, 4)).isEqualTo(-1);
            assertThat(buffer.integer(3, 4)).isEqualTo(1 << 8);
            for (long outside : new long[]{-1, 2, Long.MAX_VALUE, Long.MIN_VALUE}) {
                assertThatThrownBy(() -> buffer.integer(outside, 8)).isInstanceOf(ForeignDescriptorException.class)
                        .hasMessageContaining("found a buffer of 16");
            }
        }
    }

    @Test
    void anArrayOfNothingIsABufferOfNothing() {
        try (NdArray all = np.arange(4); NdArray none = np.zeros(shape(0))) {
            assertThat(ArrowBuffer.of(all.get("4:")).length()).isZero();
            assertThat(ArrowBuffer.of(none).length()).isZero();
            assertThat(ArrowBuffer.of(all.get("1:")).address()).isEqualTo(all.address() + 8);
        }
    }
}
