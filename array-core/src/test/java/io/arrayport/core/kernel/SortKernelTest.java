package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Sorting against sorting all keys by the JDK: elements, positions, and where values belong. */
final class SortKernelTest {
    private static final int[] SIZES = {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 100, 127, 128, 129, 200,
            255, 256, 257, 300, 511, 512, 513, 1000, 4095, 4098, 20_000, 150_001};
    private static final int[] FEW_SIZES = {0, 1, 2, 17, 129, 300, 5000};

    /** Vectors at once, if there are any, and not only when they have become the faster ones. */
    private static final KernelProvider KERNELS = Simd.isOn()
            ? new VectorKernels(Simd.scalar(), new VectorStrips(false))
            : Simd.scalar();

    private final Random random = new Random(4);

    @ParameterizedTest
    @EnumSource(value = Lane.class, mode = Mode.EXCLUDE, names = {"C64", "C128"})
    void elementsAscendByTheirKeys(Lane lane) {
        elementsAscendByTheirKeys(lane, KERNELS.sort(lane), SIZES);
        elementsAscendByTheirKeys(lane, Kernels.sort(lane), FEW_SIZES);
    }

    private void elementsAscendByTheirKeys(Lane lane, SortKernel kernel, int[] sizes) {
        for (int n : sizes) {
            for (IntToLongFunction bits : patterns(n)) {
                try (Arena arena = Arena.ofConfined()) {
                    long at = strip(arena, lane, n, lane.bytes(), bits);
                    long[] sorted = keys(lane, at, n, lane.bytes()).sorted().toArray();
                    long elsewhere = strip(arena, lane, n, lane.bytes(), i -> 0);
                    for (long to : new long[]{elsewhere, at}) {
                        kernel.sort(at, to, n, arena.allocate(kernel.room(n), Long.BYTES).address());
                        assertThat(keys(lane, to, n, lane.bytes()).toArray()).as("%s, %d elements", lane, n)
                                .isEqualTo(sorted);
                        assertThat(Raw.i8(to - 1)).as("before").isEqualTo((byte) 0x55);
                        assertThat(Raw.i8(to + (long) n * lane.bytes())).as("behind").isEqualTo((byte) 0x55);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, mode = Mode.EXCLUDE, names = {"C64", "C128"})
    void columnsAscendEachByItself(Lane lane) {
        int bytes = lane.bytes();
        SortKernel kernel = KERNELS.sort(lane);
        for (int n : new int[]{2, 3, 5, 16, 17, 100, 250, 1024}) {
            for (int count : new int[]{16, 37, 128}) {
                try (Arena arena = Arena.ofConfined()) {
                    long from = strip(arena, lane, n * count, bytes, _ -> random.nextLong());
                    long elsewhere = strip(arena, lane, n * count, bytes, _ -> 0);
                    long room = arena.allocate(SortKernel.columnRoom(n), Long.BYTES).address();
                    int step = count * bytes;
                    List<long[]> sorted = IntStream.range(0, count)
                            .mapToObj(i -> keys(lane, from + (long) i * bytes, n, step).sorted().toArray()).toList();
                    for (long to : new long[]{elsewhere, from}) {
                        boolean done = kernel.columns(from, to, step, n, count, room);
                        assertThat(done).as("%s, %d by %d", lane, n, count)
                                .isEqualTo(Simd.isOn() && bytes >= Integer.BYTES);
                        if (done) {
                            for (int i = 0; i < count; i++) {
                                assertThat(keys(lane, to + (long) i * bytes, n, step).toArray())
                                        .as("%s, column %d of %d by %d", lane, i, n, count).isEqualTo(sorted.get(i));
                            }
                            assertThat(Raw.i8(to - 1)).as("before").isEqualTo((byte) 0x55);
                            assertThat(Raw.i8(to + (long) n * step)).as("behind").isEqualTo((byte) 0x55);
                        }
                    }
                }
            }
        }
        assertThat(kernel.columns(0, 0, 1024, 1025, 128, 0)).as("many rows").isFalse();
        assertThat(kernel.columns(0, 0, bytes, 100, 1, 0)).as("few columns").isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, mode = Mode.EXCLUDE, names = {"C64", "C128"})
    void partsLieOnTheirSidesOfWhatSortingWouldPutThere(Lane lane) {
        for (int n : new int[]{1, 17, 300, 5000, 100_000}) {
            long[] ranks = {0, n / 4, n / 3, n / 3 + n / 100, n - 1 - n / 5, n - 1};
            for (IntToLongFunction bits : patterns(n)) {
                try (Arena arena = Arena.ofConfined()) {
                    long from = strip(arena, lane, n, lane.bytes(), bits);
                    long at = n == 300 ? from : strip(arena, lane, n, lane.bytes(), i -> 0);
                    long[] sorted = keys(lane, from, n, lane.bytes()).sorted().toArray();
                    SortKernel kernel = KERNELS.sort(lane);
                    kernel.part(from, at, n, LongStream.of(ranks).distinct().toArray(),
                            arena.allocate(kernel.room(n), Long.BYTES).address());
                    long[] parted = keys(lane, at, n, lane.bytes()).toArray();
                    for (long rank : ranks) {
                        long key = parted[(int) rank];
                        assertThat(key).isEqualTo(sorted[(int) rank]);
                        assertThat(LongStream.of(parted).limit(rank).allMatch(before -> before <= key)).isTrue();
                        assertThat(LongStream.of(parted).skip(rank).allMatch(behind -> behind >= key)).isTrue();
                    }
                    assertThat(LongStream.of(parted).sorted().toArray()).isEqualTo(sorted);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, mode = Mode.EXCLUDE, names = {"C64", "C128"})
    void positionsAscendByTheirKeysAndThenByThemselves(Lane lane) {
        int stride = -2 * lane.bytes();
        for (int n : FEW_SIZES) {
            for (IntToLongFunction bits : patterns(n)) {
                try (Arena arena = Arena.ofConfined()) {
                    long at = strip(arena, lane, n, stride, bits);
                    long[] keys = keys(lane, at, n, stride).map(key -> key == -1 && lane.isFloat() ? 0 : key).toArray();
                    SortKernel kernel = KERNELS.sort(lane);
                    long places = arena.allocate(n * 8L + 1, Long.BYTES).address();
                    kernel.order(at, stride, n, places, arena.allocate(kernel.orderRoom(n), Long.BYTES).address());
                    assertThat(longs(places, n)).as("%s, %d elements", lane, n).containsExactly(
                            IntStream.range(0, n).boxed().sorted(Comparator.comparingLong(i -> keys[i]))
                                    .mapToLong(Integer::longValue).toArray());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, mode = Mode.EXCLUDE, names = {"C64", "C128"})
    void valuesBelongWhereThatManyElementsComeBefore(Lane lane) {
        for (int n : FEW_SIZES) {
            for (IntToLongFunction bits : patterns(n)) {
                try (Arena arena = Arena.ofConfined()) {
                    int bytes = lane.bytes();
                    long values = strip(arena, lane, n, bytes, bits);
                    long at = strip(arena, lane, n, bytes, i -> 0);
                    Raw.copy(values, at, (long) n * bytes);
                    SortKernel kernel = KERNELS.sort(lane);
                    kernel.sort(at, at, n, arena.allocate(kernel.room(n), Long.BYTES).address());
                    long[] keys = keys(lane, at, n, bytes).map(key -> key == -1 && lane.isFloat() ? 0 : key).toArray();
                    long[] wanted = keys(lane, values, n, bytes).map(key -> key == -1 && lane.isFloat() ? 0 : key)
                            .toArray();
                    long out = arena.allocate(n * 8L + 1, Long.BYTES).address();
                    int some = Math.min(n, 50);
                    for (boolean right : new boolean[]{false, true}) {
                        Kernels.search(lane).run(new SearchKernel.Sorted(at, bytes, n, 0, 0), values, bytes, out,
                                Long.BYTES, some, right);
                        assertThat(longs(out, some)).containsExactly(LongStream.range(0, some)
                                .map(i -> before(keys, wanted[(int) i], right)).toArray());
                    }
                }
            }
        }
    }

    private static long before(long[] keys, long wanted, boolean right) {
        return LongStream.of(keys).filter(key -> key < wanted || right && key == wanted).count();
    }

    @ParameterizedTest
    @EnumSource(ScalarSort.class)
    void theJdkSortsMoreElementsThanItIsGivenAtOnce(ScalarSort sort) {
        Lane lane = sort == ScalarSort.INTS ? Lane.I32 : Lane.I64;
        for (int n : new int[]{(1 << 20) + 1, 5 << 19}) {
            try (Arena arena = Arena.ofConfined()) {
                long at = strip(arena, lane, n, lane.bytes(), _ -> random.nextLong());
                long[] sorted = keys(lane, at, n, lane.bytes()).sorted().toArray();
                sort.run(at, at, n, arena.allocate((long) n * lane.bytes(), Long.BYTES).address());
                assertThat(keys(lane, at, n, lane.bytes()).toArray()).isEqualTo(sorted);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"C64", "C128"})
    void complexNumbersSortByRealThenImaginaryPart(Lane lane) {
        double nan = Double.NaN;
        double[][] sorted = {{-1, 5}, {0, -2}, {0, 3}, {2, 0}, {0, nan}, {3, nan}, {nan, 1}, {nan, nan}};
        int part = lane.part().bytes();
        Real form = Real.of(lane.part());
        try (Arena arena = Arena.ofConfined()) {
            long in = arena.allocate(sorted.length * 2L * part).address();
            for (int i = 0; i < sorted.length; i++) {
                double[] number = sorted[(i * 3 + 5) % sorted.length];
                form.put(in + 2L * part * i, number[0]);
                form.put(in + 2L * part * i + part, number[1]);
            }
            SortKernel kernel = KERNELS.sort(lane);
            kernel.sort(in, in, sorted.length, arena.allocate(kernel.room(sorted.length), Long.BYTES).address());
            for (int i = 0; i < sorted.length; i++) {
                assertThat(new double[]{form.get(in + 2L * part * i), form.get(in + 2L * part * i + part)})
                        .containsExactly(sorted[i]);
            }
        }
    }

    /** Disorder, few different ones, order, all alike, upper bits alike, nearly all alike, what cuts badly, turned. */
    private IntToLongFunction[] patterns(int n) {
        return new IntToLongFunction[]{_ -> random.nextLong(), _ -> random.nextInt(3), i -> i, i -> -i, _ -> -1,
                _ -> 0x7FF0_0000_0000_0000L + random.nextInt(1 << 20), i -> i % 10 == 0 ? random.nextLong() : -1,
                i -> (long) (i < n / 2 ? 2 * i : 2 * (n - i) + 1), _ -> random.nextLong() & 0xFFFF_FFFF_0000_0003L,
                i -> i % 7 == 0 ? Long.MIN_VALUE : i % 3 == 0 ? 0 : -1, i -> i < n / 16 * 7 ? 5 : 3};
    }

    private static long strip(Arena arena, Lane lane, int n, int stride, IntToLongFunction bits) {
        long size = Math.max(1, n) * (long) Math.abs(stride) + lane.bytes();
        long first = arena.allocate(size + 2, 1).fill((byte) 0x55).address() + 1;
        long at = stride < 0 ? first - (long) stride * Math.max(0, n - 1) : first;
        for (int i = 0; i < n; i++) {
            put(lane, at + (long) i * stride, bits.applyAsLong(i));
        }
        return at;
    }

    private static void put(Lane lane, long at, long bits) {
        switch (lane.bytes()) {
            case 1 -> Raw.i8(at, (byte) bits);
            case 2 -> Raw.i16(at, (short) bits);
            case 4 -> Raw.i32(at, (int) bits);
            default -> Raw.i64(at, bits);
        }
    }

    private static LongStream keys(Lane lane, long at, int n, int stride) {
        Keys keys = Keys.of(lane);
        return LongStream.range(0, n).map(i -> keys.get(at + i * stride));
    }

    private static long[] longs(long at, int n) {
        return LongStream.range(0, n).map(i -> Raw.i64(at + i * Long.BYTES)).toArray();
    }
}
