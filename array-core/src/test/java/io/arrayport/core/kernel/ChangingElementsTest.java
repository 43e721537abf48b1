package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kernels that look at elements twice while another thread changes them. Around each strip lies what would show that
 * one went beyond it, and would stop it.
 */
final class ChangingElementsTest {
    private static final int N = 4000;
    private static final int ROUNDS = 1000;
    private static final int AROUND = 4000;
    private static final int BEHIND = 64_000;
    private static final byte UNTOUCHED = 0x55;

    /** A strip that has one content after the other for as long as it is open, between elements that stay. */
    private static final class Changing implements AutoCloseable {
        private final Arena arena = Arena.ofShared();
        private final long at;
        private final Thread writer;
        private volatile boolean open = true;

        Changing(int bytes, IntToLongFunction around, IntToLongFunction one, IntToLongFunction other) {
            at = elements(bytes, N + 2 * AROUND, around) + (long) AROUND * bytes;
            long first = elements(bytes, N, one);
            long second = elements(bytes, N, other);
            Raw.copy(first, at, (long) N * bytes);
            writer = Thread.ofPlatform().daemon().start(() -> {
                while (open) {
                    Raw.copy(first, at, (long) N * bytes);
                    Raw.copy(second, at, (long) N * bytes);
                }
            });
        }

        private long elements(int bytes, int n, IntToLongFunction bits) {
            MemorySegment memory = arena.allocate((long) n * bytes, 64);
            for (int i = 0; i < n; i++) {
                for (int part = 0; part < bytes; part += Long.BYTES) {
                    long value = bits.applyAsLong(i);
                    for (int k = part; k < Math.min(bytes, part + Long.BYTES); k++) {
                        memory.set(ValueLayout.JAVA_BYTE, (long) i * bytes + k, (byte) (value >>> (k & 7) * 8));
                    }
                }
            }
            return memory.address();
        }

        @Override
        public void close() {
            open = false;
            boolean interrupted = false;
            while (writer.isAlive()) {
                try {
                    writer.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            arena.close();
        }
    }

    /** Memory for results, and more of it that has to stay as it is. */
    private static MemorySegment room(Arena arena, long bytes) {
        return arena.allocate(bytes + BEHIND, 64).fill(UNTOUCHED);
    }

    private static void assertUntouched(MemorySegment room, long bytes) {
        MemorySegment behind = room.asSlice(bytes);
        assertThat(IntStream.range(0, BEHIND).allMatch(i -> behind.get(ValueLayout.JAVA_BYTE, i) == UNTOUCHED))
                .as("what lies behind the result").isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, mode = Mode.EXCLUDE, names = "TIME")
    void theOrderOfElementsStaysAnOrder(Lane lane) {
        // Of complex numbers the second are NaN, one of four kinds
        long nan = lane.part() == Lane.F64 ? 0x7FF8_0000_0000_0000L : 0x7FC0_0000_7FC0_0000L;
        IntToLongFunction other = lane.isComplex() ? _ -> nan : i -> (N - i) * 0x0107_0305_0102_0301L;
        try (Changing strip = new Changing(lane.bytes(), _ -> 0, i -> i % 7 * 0x3F3F_0101L, other);
                Arena arena = Arena.ofConfined()) {
            SortKernel kernel = Kernels.sort(lane);
            long bytes = kernel.orderRoom(N);
            MemorySegment places = room(arena, (long) N * Long.BYTES);
            MemorySegment besides = room(arena, bytes);
            for (int round = 0; round < ROUNDS / 40; round++) {
                kernel.order(strip.at, lane.bytes(), N, places.address(), besides.address());
                for (int i = 0; i < N; i++) {
                    assertThat(places.getAtIndex(ValueLayout.JAVA_LONG, i)).isBetween(0L, N - 1L);
                }
            }
            assertUntouched(places, (long) N * Long.BYTES);
            assertUntouched(besides, bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"I8", "I32", "I64", "U16", "F16", "F32", "F64"})
    void theGreatestIsOneOfTheElements(Lane lane) {
        // What is greatest comes and goes; behind the strip there is another one, and a zero
        long less = -1L << lane.bytes() * 8 - 1 | 1;
        for (long greatest : new long[]{1, 0}) {
            try (Changing strip = new Changing(lane.bytes(), i -> i % 2 == 0 ? greatest : 0,
                    i -> i == N - 3 ? greatest : less, _ -> less)) {
                ArgKernel kernel = Kernels.arg(Op.MAXIMUM, lane);
                for (int round = 0; round < ROUNDS; round++) {
                    assertThat(kernel.run(strip.at, lane.bytes(), N)).isBetween(0L, N - 1L);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"F16", "F32", "F64"})
    void aZeroIsLookedForAmongTheElementsOnly(Lane lane) {
        long sign = -1L << lane.bytes() * 8 - 1;
        try (Changing strip = new Changing(lane.bytes(), _ -> 0, i -> i == N / 2 ? sign : 1, _ -> 1);
                Arena arena = Arena.ofConfined()) {
            ReduceKernel kernel = Kernels.reduce(Op.MINIMUM, lane, lane);
            long least = arena.allocate(Long.BYTES).address();
            for (int round = 0; round < 10 * ROUNDS; round++) {
                Raw.i64(least, 2);
                kernel.run(strip.at, lane.bytes(), N, least);
                assertThat(Raw.i64(least)).as("0 lies outside, -0 among them").isNotZero();
            }
        }
    }

    @Test
    void thePositionThatIsOutsideIsOneOfTheStrip() {
        try (Changing strip = new Changing(Long.BYTES, i -> i % 100 == 50 ? 99 : 0, i -> i == 1000 ? 99 : 1, _ -> 1)) {
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(Positions.firstOutside(strip.at, Long.BYTES, N, 10)).isIn(1000L, (long) N);
            }
        }
    }

    @Test
    void whatIsAddedUpOfPositionsIsInside() {
        try (Changing strip = new Changing(Long.BYTES, _ -> 0, i -> i == 1000 ? 99 : 1, _ -> 1);
                Arena arena = Arena.ofConfined()) {
            MemorySegment sums = room(arena, (long) N * Long.BYTES);
            int inside = 0;
            for (int round = 0; round < ROUNDS; round++) {
                sums.asSlice(0, (long) N * Long.BYTES).fill((byte) 0);
                if (Positions.add(strip.at, Long.BYTES, 10, 8, sums.address(), Long.BYTES, N)) {
                    inside++;
                    assertThat(sums.getAtIndex(ValueLayout.JAVA_LONG, 1000)).isEqualTo(8);
                }
            }
            assertThat(inside).as("rounds in which all were inside").isPositive();
            assertUntouched(sums, (long) N * Long.BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 5, 24})
    void elementsAreSqueezedIntoTheRoomThatThereIs(int bytes) {
        try (Changing mask = new Changing(1, _ -> 0, i -> i % 3 == 0 ? 1 : 0, _ -> 1);
                Arena arena = Arena.ofConfined()) {
            long elements = arena.allocate((long) N * bytes, 64).address();
            SqueezeKernel kernel = Choices.squeeze(bytes);
            for (int round = 0; round < ROUNDS / 4; round++) {
                long count = Positions.count(mask.at, 1, N);
                MemorySegment out = room(arena, (count + 1) * bytes);
                kernel.run(mask.at, 1, elements, bytes, out.address(), out.address() + count * bytes, N);
                assertUntouched(out, (count + 1) * bytes);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void positionsAreWrittenIntoTheRoomThatThereIs(long stride) {
        try (Changing mask = new Changing(1, _ -> 0, i -> i % 3 == 0 ? 1 : 0, _ -> 1);
                Arena arena = Arena.ofConfined()) {
            long n = N / stride;
            for (int round = 0; round < ROUNDS / 4; round++) {
                long count = Positions.count(mask.at, stride, n);
                MemorySegment out = room(arena, (count + 1) * Long.BYTES);
                long end = out.address() + count * Long.BYTES;
                Kernels.positions().write(mask.at, stride, n, 0, out.address(), end);
                assertUntouched(out, (count + 1) * Long.BYTES);
            }
        }
    }
}
