package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of memory, whoever makes them. */
final class MemoryTest {
    private static final int LARGE = (3 << 20) + 17; // pieces and a rest
    private static final int ROUNDS = 30; // together more than it takes until C's copy is tried

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 64, 4097, LARGE - 1, LARGE, LARGE + 1, LARGE + 63, LARGE + 64, LARGE + 4096})
    void everyByteArrivesWhereverTheTargetLies(long ahead) {
        byte[] bytes = new byte[LARGE];
        new SplittableRandom(ahead).nextBytes(bytes);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(3L * LARGE, 4096);
            MemorySegment source = memory.asSlice(0, LARGE);
            MemorySegment target = memory.asSlice(ahead, LARGE);
            for (int round = 0; round < ROUNDS; round++) {
                source.copyFrom(MemorySegment.ofArray(bytes));
                Memory.copy(source.address(), target.address(), LARGE);
                assertThat(target.mismatch(MemorySegment.ofArray(bytes))).isEqualTo(-1);
            }
        }
    }

    /** Else a result may lie just behind an input within a page, and each load waits for a store (NativeAllocator). */
    @ParameterizedTest
    @ValueSource(longs = {4096, 8192, 20_480, 131_072, 819_200, 3 << 20})
    void blocksOfAPageAndMoreBeginAtMultiplesOf512(long bytes) {
        NativeAllocator allocator = new NativeAllocator();
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            blocks.add(allocator.allocate(bytes, i % 2 == 0));
        }
        assertThat(blocks).allSatisfy(address -> assertThat(address % 512).isZero());
        blocks.forEach(address -> allocator.free(address, bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 18, (1 << 18) + 1, 5_000_001, 10 << 20, (10 << 20) + 1})
    void everyByteArrivesInPiecesAndAtOnce(int size) {
        byte[] bytes = new byte[size];
        byte[] back = new byte[size];
        new SplittableRandom(size).nextBytes(bytes);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(2L * size + 2);
            long middle = memory.address() + size + 1;
            Memory.copy(MemorySegment.ofArray(bytes), 0, Memory.RAW, memory.address(), size);
            Memory.copy(memory.address(), middle, size);
            Memory.copy(Memory.RAW, middle, MemorySegment.ofArray(back), 0, size);
            assertThat(back).isEqualTo(bytes);
            assertThat(memory.get(ValueLayout.JAVA_BYTE, size)).as("behind it").isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "63, false", "64, true", "4095, true", "4096, true", "4097, false", "-1, true",
            "-4033, false"})
    void someProcessorsCopySlowlyToJustBehindTheSource(long ahead, boolean suited) {
        assertThat(NativeCopy.isSuited(1 << 20, (1 << 20) + ahead)).isEqualTo(suited);
    }
}
