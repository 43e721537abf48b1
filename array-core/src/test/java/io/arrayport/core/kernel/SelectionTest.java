package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Order statistics against sorting all keys. */
final class SelectionTest {
    private static final int[] SIZES = {1, 2, 7, 32, 33, 65, 1001, 2048, 2049, 40_000};

    private final Random random = new Random(4);

    @ParameterizedTest
    @EnumSource(value = Lane.class, mode = Mode.EXCLUDE, names = {"C64", "C128"})
    void ranksAreThoseOfTheSortedStrip(Lane lane) {
        for (int n : SIZES) {
            check(lane, n, _ -> random.nextLong());
            check(lane, n, _ -> random.nextInt(3));
            check(lane, n, i -> i);
            check(lane, n, _ -> 0);
            check(lane, n, i -> i % 10 == 0 ? random.nextLong() : -1);
        }
    }

    private void check(Lane lane, int n, IntToLongFunction bits) {
        int stride = 2 * lane.bytes();
        long[] all = IntStream.rangeClosed(0, 40).mapToLong(i -> (long) i * (n - 1) / 40).toArray();
        for (long[] ranks : new long[][]{{(n - 1) / 2, n / 2, n - 1}, {0}, {n - 1}, all}) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment strip = arena.allocate((long) n * stride);
                MemorySegment out = arena.allocate((long) ranks.length * lane.bytes());
                for (int i = 0; i < n; i++) {
                    put(lane, strip.address() + (long) i * stride, bits.applyAsLong(i));
                }
                Keys keys = Keys.of(lane);
                long[] sorted = IntStream.range(0, n).mapToLong(i -> keys.get(strip.address() + (long) i * stride))
                        .sorted().toArray();
                Kernels.select(lane).run(strip.address(), stride, n, ranks, out.address(), lane.bytes());
                long[] found = IntStream.range(0, ranks.length)
                        .mapToLong(i -> keys.get(out.address() + (long) i * lane.bytes())).toArray();
                assertThat(found).as("%s, %d elements, ranks %s", lane, n, Arrays.toString(ranks))
                        .containsExactly(Arrays.stream(ranks).map(rank -> sorted[(int) rank]).toArray());
            }
        }
    }

    private static void put(Lane lane, long at, long bits) {
        switch (lane.bytes()) {
            case 1 -> Raw.i8(at, (byte) bits);
            case 2 -> Raw.i16(at, (short) bits);
            case 4 -> Raw.i32(at, (int) bits);
            default -> Raw.i64(at, bits);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"C64", "C128"})
    void complexNumbersSortByRealThenImaginaryPart(Lane lane) {
        double nan = Double.NaN;
        double[][] sorted = {{-1, 5}, {0, -2}, {0, 3}, {2, 0}, {0, nan}, {3, nan}, {nan, 1}, {nan, nan}};
        int part = lane.part().bytes();
        Real form = Real.of(lane.part());
        long[] ranks = IntStream.range(0, sorted.length).asLongStream().toArray();
        try (Arena arena = Arena.ofConfined()) {
            long in = arena.allocate(sorted.length * 2L * part).address();
            long out = arena.allocate(sorted.length * 2L * part).address();
            for (int i = 0; i < sorted.length; i++) {
                double[] number = sorted[(i * 3 + 5) % sorted.length];
                form.put(in + 2L * part * i, number[0]);
                form.put(in + 2L * part * i + part, number[1]);
            }
            Kernels.select(lane).run(in, 2L * part, sorted.length, ranks, out, 2L * part);
            for (int i = 0; i < sorted.length; i++) {
                assertThat(new double[]{form.get(out + 2L * part * i), form.get(out + 2L * part * i + part)})
                        .containsExactly(sorted[i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"F16", "BF16", "F32", "F64"})
    void nanOfEitherSignSortsBehindInfinity(Lane lane) {
        try (Arena arena = Arena.ofConfined()) {
            long at = arena.allocate(ValueLayout.JAVA_LONG).address();
            Keys keys = Keys.of(lane);
            Real.of(lane).put(at, Double.POSITIVE_INFINITY);
            long infinity = keys.get(at);
            put(lane, at, -1);
            long negative = keys.get(at);
            Real.of(lane).put(at, Double.NaN);
            assertThat(negative).isEqualTo(keys.get(at)).isGreaterThan(infinity);
            keys.put(at, negative);
            assertThat(Real.of(lane).get(at)).isNaN();
        }
    }
}
