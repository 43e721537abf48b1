package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedAllocatorTest {
    private static final long GUARD = 4096;
    private static final byte SENTINEL = 0x11;

    /** Gives blocks in the middle of a larger one whose rest nobody may touch. */
    private static final class Guarded implements Allocator {
        private final NativeAllocator under = new NativeAllocator();
        private final List<long[]> live = new ArrayList<>();
        private int frees;

        @Override
        public long allocate(long bytes, boolean zeroed) {
            long base = under.allocate(bytes + 2 * GUARD, zeroed);
            fill(base, GUARD);
            fill(base + GUARD + bytes, GUARD);
            live.add(new long[]{base, bytes});
            return base + GUARD;
        }

        @Override
        public void free(long address, long bytes) {
            frees++;
            long[] block = live.stream().filter(one -> one[0] == address - GUARD).findFirst().orElseThrow();
            assertThat(block[1]).isEqualTo(bytes);
            assertUntouched(block);
            live.remove(block);
            under.free(address - GUARD, bytes + 2 * GUARD);
        }

        void assertUntouched() {
            live.forEach(Guarded::assertUntouched);
        }

        private static void assertUntouched(long[] block) {
            for (long i = 0; i < GUARD; i++) {
                assertThat(byteAt(block[0] + i)).isEqualTo(SENTINEL);
                assertThat(byteAt(block[0] + GUARD + block[1] + i)).isEqualTo(SENTINEL);
            }
        }

        private static void fill(long address, long bytes) {
            Memory.segment(address, bytes).fill(SENTINEL);
        }
    }

    private final Guarded guarded = new Guarded();
    private final CheckedAllocator allocator = new CheckedAllocator(guarded);

    @AfterEach
    void staysInsideItsOwnBlocks() {
        guarded.assertUntouched();
        for (long[] block : guarded.live) {
            guarded.under.free(block[0], block[1] + 2 * GUARD);
        }
    }

    private static byte byteAt(long address) {
        return Memory.RAW.get(ValueLayout.JAVA_BYTE, address);
    }

    private static void poke(long address) {
        Memory.RAW.set(ValueLayout.JAVA_BYTE, address, (byte) 0x42);
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 128, 4096, 3 << 20})
    void findsNothingInADecentLife(long bytes) {
        long plain = allocator.allocate(bytes, false);
        long zeroed = allocator.allocate(bytes, true);
        assertThat(plain % 64).isZero();
        for (long i = 0; i < bytes; i += 61) {
            assertThat(byteAt(zeroed + i)).isZero();
        }
        Memory.segment(plain, bytes).fill((byte) 7);
        Memory.segment(zeroed, bytes).fill((byte) 7);
        allocator.free(plain, bytes);
        allocator.free(zeroed, bytes);
        assertThat(allocator.takeFaults()).isEmpty();
    }

    @Test
    void freshAndReleasedMemoryReadAsGarbage() {
        long address = allocator.allocate(128, false);
        assertThat(byteAt(address)).isEqualTo((byte) 0xDB);
        Memory.segment(address, 128).fill((byte) 7);
        allocator.free(address, 128);
        assertThat(byteAt(address + 127)).isEqualTo((byte) 0xDB);
    }

    @Test
    void findsAWriteBeforeABlock() {
        long address = allocator.allocate(128, false);
        poke(address - 1);
        assertThat(allocator.takeFaults()).containsExactly("a write 1 bytes before a block of 128");
        poke(address - 64);
        assertThat(allocator.takeFaults()).containsExactly("a write 64 bytes before a block of 128");
        assertThat(allocator.takeFaults()).as("each is told once").isEmpty();
    }

    @Test
    void findsAWritePastTheEnd() {
        long address = allocator.allocate(128, true);
        poke(address + 128);
        allocator.free(address, 128);
        assertThat(allocator.takeFaults()).containsExactly("a write 0 bytes past the end of a block of 128");
        long other = allocator.allocate(64, true);
        poke(other + 64 + 63);
        assertThat(allocator.takeFaults()).containsExactly("a write 63 bytes past the end of a block of 64");
    }

    @Test
    void findsAWriteAfterRelease() {
        long address = allocator.allocate(128, false);
        allocator.free(address, 128);
        poke(address + 77);
        assertThat(allocator.takeFaults()).containsExactly("a write after release at byte 77 of a block of 128");
        assertThat(allocator.takeFaults()).isEmpty();
    }

    @Test
    void findsAWriteAfterReleaseWhenTheBlockLeavesTheQuarantine() {
        long address = allocator.allocate(64, false);
        allocator.free(address, 64);
        poke(address);
        long large = 48L << 20;
        for (int i = 0; i < 3; i++) {
            allocator.free(allocator.allocate(large, false), large);
        }
        assertThat(guarded.frees).as("released blocks do go back").isPositive();
        assertThat(allocator.takeFaults()).containsExactly("a write after release at byte 0 of a block of 64");
    }

    @Test
    void findsReleasesThatMatchNoBlock() {
        long address = allocator.allocate(64, false);
        allocator.free(address, 64);
        allocator.free(address, 64);
        assertThat(allocator.takeFaults()).singleElement().asString().startsWith("release of 64 bytes at 0x")
                .endsWith("which are not live");
        long other = allocator.allocate(128, false);
        allocator.free(other, 64);
        assertThat(allocator.takeFaults()).singleElement().asString().contains("of which 128 were allocated");
    }

    @Test
    void watchesBothEndsOfALargeBlockOnly() {
        long bytes = 8L << 20;
        long address = allocator.allocate(bytes, false);
        poke(address + bytes);
        allocator.free(address, bytes);
        poke(address + 100);
        assertThat(allocator.takeFaults()).containsExactlyInAnyOrder(
                "a write 0 bytes past the end of a block of " + bytes,
                "a write after release at byte 100 of a block of " + bytes);
    }
}
