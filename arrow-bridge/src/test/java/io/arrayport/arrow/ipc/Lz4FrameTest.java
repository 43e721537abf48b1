package io.arrayport.arrow.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.BlockSize;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LZ4's frames as others write and read them, whatever their options. */
class Lz4FrameTest {
    /** Words that come again, near and far, runs of one byte and of three, and noise between. */
    private static byte[] text(int length) {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        for (int at = 0; at < length;) {
            int count = Math.min(length - at, 1 + random.nextInt(300));
            int kind = random.nextInt(4);
            int back = kind == 1 ? 1 : kind == 2 ? 3 : 1 + random.nextInt(60_000);
            for (int i = 0; i < count; i++, at++) {
                bytes[at] = kind == 0 || at < back ? (byte) random.nextInt(256) : bytes[at - back];
            }
        }
        return bytes;
    }

    private static byte[] unpacked(byte[] packed, int length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocate(Math.max(1, packed.length)).asSlice(0, packed.length);
            MemorySegment out = arena.allocate(Math.max(1, length)).asSlice(0, length);
            in.copyFrom(MemorySegment.ofArray(packed));
            assertThat(Lz4Frame.decompress(in, out)).isEqualTo(length);
            return out.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private static byte[] theirs(byte[] bytes, boolean linked, boolean checked, BlockSize size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FramedLZ4CompressorOutputStream frame = new FramedLZ4CompressorOutputStream(out,
                new Parameters(size, checked, checked, linked))) {
            frame.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"0, true, true", "1, true, true", "17, false, true", "65536, true, false", "300000, true, true",
            "300000, false, false", "1000001, true, false"})
    void framesOfOthersAreRead(int length, boolean linked, boolean checked) throws IOException {
        byte[] bytes = text(length);
        assertThat(unpacked(theirs(bytes, linked, checked, BlockSize.K64), length)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 13, 14, 1000, 262_143, 262_144, 262_145, 1_000_000})
    void othersReadOurFrames(int length) throws IOException {
        byte[] bytes = text(length);
        byte[] packed;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocate(Math.max(1, length)).asSlice(0, length);
            in.copyFrom(MemorySegment.ofArray(bytes));
            MemorySegment out = arena.allocate(Lz4Frame.room(length));
            packed = out.asSlice(0, Lz4Frame.compress(in, out)).toArray(ValueLayout.JAVA_BYTE);
        }
        try (FramedLZ4CompressorInputStream read = new FramedLZ4CompressorInputStream(
                new ByteArrayInputStream(packed))) {
            assertThat(read.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(unpacked(packed, length)).isEqualTo(bytes);
    }

    @Test
    void framesOneBehindTheOtherAreOne() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(theirs(text(100), true, true, BlockSize.K64));
        both.write(theirs(text(200), false, false, BlockSize.K64));
        assertThat(unpacked(both.toByteArray(), 300)).startsWith(text(100)).endsWith(text(200));
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        byte[] sound = theirs(text(1000), true, true, BlockSize.K64);
        assertThatThrownBy(() -> unpacked(sound, 999)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unpacked(sound, 1001)).isInstanceOf(AssertionError.class);
        byte[] header = sound.clone();
        header[4] ^= 0x10;
        assertThatThrownBy(() -> unpacked(header, 1000)).hasMessageContaining("checksum of the header");
        byte[] block = sound.clone();
        block[40] ^= 1;
        assertThatThrownBy(() -> unpacked(block, 1000)).hasMessageContaining("checksum of a block");
        byte[] end = sound.clone();
        end[end.length - 1] ^= 1;
        assertThatThrownBy(() -> unpacked(end, 1000)).hasMessageContaining("checksum of a frame");
        byte[] magic = sound.clone();
        magic[0] = 0;
        assertThatThrownBy(() -> unpacked(magic, 1000)).hasMessageContaining("magic");
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> unpacked(cut, 1000))
                    .isInstanceOfAny(IllegalArgumentException.class, IndexOutOfBoundsException.class);
        }
    }
}
