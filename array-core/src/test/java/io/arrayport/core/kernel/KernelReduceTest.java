package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reductions and scans at every size and stride; that the bits are NumPy's, {@link KernelGoldenTest} says. */
class KernelReduceTest {
    static Stream<Arguments> reductions() {
        List<Arguments> all = new ArrayList<>();
        for (KernelCase one : KernelCase.all(2)) {
            for (Lane acc : Lane.values()) {
                if (Kernels.hasReduce(one.op(), one.lane(), acc)) {
                    all.add(Arguments.of(one.op(), one.lane(), acc));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("reductions")
    void a_reduction_has_the_bits_of_its_scalar_twin_at_every_size_and_stride(Op op, Lane in, Lane acc) {
        ReduceKernel kernel = Kernels.reduce(op, in, acc);
        ReduceKernel twin = Simd.scalar().reduce(op, in, acc);
        List<Integer> sizes = new ArrayList<>();
        for (int n = 0; n < 140; n++) {
            sizes.add(n);
        }
        sizes.addAll(List.of(255, 256, 257, 511, 520, 1030, 4098));
        if (op == Op.ADD && in.isFloat()) {
            sizes.addAll(List.of(65_537, 200_003));
        }
        for (int n : sizes) {
            Random random = new Random(n);
            long stride = n % 3 == 2 ? KernelCase.stride(in, 4, random) : in.bytes();
            try (StripData data = new StripData(in, n, stride, random.nextInt(9), random);
                    StripData out = new StripData(acc, 1, 8, 3, new Random(n));
                    StripData far = new StripData(acc, 1, 8, 3, new Random(n));
                    StripData expected = new StripData(acc, 1, 8, 3, new Random(n))) {
                if (n % 7 == 6) {
                    data.fill(n - 1, in.isFloat() ? n % 2 == 0 ? -0.0 : Double.NaN : -1);
                }
                kernel.run(data.address, stride, n, out.address);
                twin.run(data.address, stride, n, expected.address);
                kernel.far().run(data.address, stride, n, far.address);
                for (StripData either : List.of(out, far)) {
                    assertThat(either.elements(1)).as("%s %s n=%d stride=%d", op, in, n, stride)
                            .isEqualTo(expected.elements(1));
                    assertThat(either.untouched(1)).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"F16", "BF16", "F32", "F64"})
    void an_extremum_and_its_position_are_found_whatever_signs_floats_and_nan_have(Lane lane) {
        Whole form = new Ordering(lane, true, false).form();
        long nan = lane == Lane.F64 ? 0x7FF8_0000_0000_0000L : lane == Lane.F32 ? 0x7FC0_0000L : 0x7FC0;
        for (Op op : List.of(Op.MAXIMUM, Op.MINIMUM)) {
            for (int seed = 0; seed < 240; seed++) {
                Random random = new Random(seed);
                int n = 1 + random.nextInt(seed % 20 == 0 ? 40_000 : 600);
                int signs = random.nextInt(4);
                try (StripData data = new StripData(lane, n, lane.bytes(), random.nextInt(9), random);
                        StripData out = new StripData(lane, 1, 8, 3, new Random(seed));
                        StripData expected = new StripData(lane, 1, 8, 3, new Random(seed))) {
                    for (int i = 0; i < n; i++) {
                        boolean isNegative = signs == 1 || signs > 1 && (random.nextBoolean() || i < 100 * signs);
                        double magnitude = seed % 5 == 0 ? random.nextInt(3) : random.nextDouble();
                        Real.of(lane).put(data.address + (long) i * lane.bytes(), isNegative ? -magnitude : magnitude);
                    }
                    if (seed % 4 == 1) {
                        form.put(data.address + (long) random.nextInt(n) * lane.bytes(),
                                seed % 8 == 1 ? nan : nan | -1L << 8 * lane.bytes() - 1);
                    }
                    Kernels.reduce(op, lane, lane).run(data.address, lane.bytes(), n, out.address);
                    Simd.scalar().reduce(op, lane, lane).run(data.address, lane.bytes(), n, expected.address);
                    assertThat(out.elements(1)).as("%s %s %d", op, lane, seed).isEqualTo(expected.elements(1));
                    assertThat(Kernels.arg(op, lane).run(data.address, lane.bytes(), n)).as("%s %s %d", op, lane, seed)
                            .isEqualTo(Simd.scalar().arg(op, lane).run(data.address, lane.bytes(), n));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"F32", "F64"})
    void a_sum_of_every_other_float_or_backwards_has_the_bits_of_its_scalar_twin(Lane lane) {
        ReduceKernel kernel = Kernels.reduce(Op.ADD, lane, lane);
        ReduceKernel twin = Simd.scalar().reduce(Op.ADD, lane, lane);
        for (long stride : new long[]{2L * lane.bytes(), -lane.bytes()}) {
            for (int n : IntStream.concat(IntStream.range(0, 300), IntStream.of(1030, 4098, 200_003)).toArray()) {
                Random random = new Random(n);
                try (StripData data = new StripData(lane, n, stride, random.nextInt(9), random);
                        StripData out = new StripData(lane, 1, 8, 3, new Random(n));
                        StripData expected = new StripData(lane, 1, 8, 3, new Random(n))) {
                    kernel.run(data.address, stride, n, out.address);
                    twin.run(data.address, stride, n, expected.address);
                    assertThat(out.elements(1)).as("n=%d stride=%d", n, stride).isEqualTo(expected.elements(1));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"I8", "U8", "I16", "U16"})
    void a_long_sum_of_small_integers_holds_the_greatest_and_the_least(Lane lane) {
        int n = 70_003;
        int bits = lane.bytes() * Byte.SIZE;
        long least = lane.isUnsigned() ? 0 : -1L << bits - 1;
        for (long value : new long[]{least, least + (1L << bits) - 1}) {
            try (StripData data = new StripData(lane, n, lane.bytes(), 1, new Random(1));
                    StripData sum = new StripData(Lane.I64, 1, 8, 0, new Random(2))) {
                for (int i = 0; i < n; i++) {
                    Whole.of(lane).put(data.address + (long) i * lane.bytes(), value);
                }
                sum.fill(1, 0);
                Kernels.reduce(Op.ADD, lane, lane.isUnsigned() ? Lane.U64 : Lane.I64)
                        .run(data.address, lane.bytes(), n, sum.address);
                assertThat(Raw.i64(sum.address)).isEqualTo(n * value);
            }
        }
    }

    @Test
    void a_sum_of_integers_wraps_and_widens() {
        try (StripData ints = new StripData(Lane.I32, 1000, 4, 0, new Random(1));
                StripData bytes = new StripData(Lane.U8, 1000, 1, 0, new Random(2));
                StripData sum = new StripData(Lane.I64, 1, 8, 0, new Random(3))) {
            long wide = 0;
            int wrapped = 0;
            long unsigned = 0;
            for (int i = 0; i < 1000; i++) {
                wide += Raw.i32(ints.address + 4L * i);
                wrapped += Raw.i32(ints.address + 4L * i);
                unsigned += Byte.toUnsignedInt(Raw.i8(bytes.address + i));
            }
            sum.fill(1, 0);
            Kernels.reduce(Op.ADD, Lane.I32, Lane.I64).run(ints.address, 4, 1000, sum.address);
            assertThat(Raw.i64(sum.address)).isEqualTo(wide);
            sum.fill(1, 0);
            Kernels.reduce(Op.ADD, Lane.I32, Lane.I32).run(ints.address, 4, 1000, sum.address);
            assertThat(Raw.i32(sum.address)).isEqualTo(wrapped);
            sum.fill(1, 0);
            Kernels.reduce(Op.ADD, Lane.U8, Lane.U64).run(bytes.address, 1, 1000, sum.address);
            assertThat(Raw.i64(sum.address)).isEqualTo(unsigned);
        }
    }

    @Test
    void a_sum_that_meets_nan_or_opposite_infinities_is_nan() {
        for (Lane lane : List.of(Lane.F16, Lane.BF16, Lane.F32, Lane.F64, Lane.C64, Lane.C128)) {
            try (StripData data = new StripData(lane, 999, lane.bytes(), 0, new Random(5));
                    StripData sum = new StripData(lane, 1, 16, 0, new Random(6))) {
                Real form = Real.of(lane.part());
                data.fill(999, Double.POSITIVE_INFINITY);
                sum.fill(1, 0);
                Kernels.reduce(Op.ADD, lane, lane).run(data.address, lane.bytes(), 999, sum.address);
                assertThat(form.get(sum.address)).isEqualTo(Double.POSITIVE_INFINITY);
                sum.fill(1, Double.NEGATIVE_INFINITY);
                Kernels.reduce(Op.ADD, lane, lane).run(data.address, lane.bytes(), 999, sum.address);
                assertThat(form.get(sum.address)).isNaN();
            }
        }
    }

    static Stream<Arguments> scans() {
        return reductions().filter(arguments -> arguments.get()[1] == arguments.get()[2]);
    }

    @ParameterizedTest
    @MethodSource("scans")
    void a_scan_combines_each_element_with_the_result_before_it(Op op, Lane lane, Lane same) {
        assertThat(same).isEqualTo(lane);
        ScanKernel kernel = Kernels.scan(op, lane, lane);
        for (int n : List.of(0, 1, 2, 33)) {
            for (int seed = 0; seed < 4; seed++) {
                Random random = new Random(n + seed);
                long stride = KernelCase.stride(lane, 2 + seed, random);
                long outStride = KernelCase.outStride(lane, 2 + seed, random);
                try (StripData in = new StripData(lane, n, stride, random.nextInt(9), random);
                        StripData out = new StripData(lane, n + 1L, outStride, random.nextInt(9), new Random(n));
                        StripData acc = new StripData(lane, 1, 0, 0, random)) {
                    Step step = Step.carried(op, lane);
                    acc.put(0, out.elements(1));
                    kernel.run(in.address, stride, out.address + outStride, outStride, n);
                    byte[] all = out.elements(n + 1L);
                    for (int i = 0; i < n; i++) {
                        step.run(acc.address, in.address + i * stride, acc.address);
                        byte[] element = new byte[lane.bytes()];
                        System.arraycopy(all, (i + 1) * lane.bytes(), element, 0, element.length);
                        assertThat(element).as("%s %s n=%d i=%d", op, lane, n, i).isEqualTo(acc.elements(1));
                    }
                    assertThat(out.untouched(n + 1L)).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"BOOL", "I8", "I16", "I32", "U8", "U16", "U32", "I64"})
    void narrowIntegersAreWidenedIntoSumsElementwiseAndAlongARow(Lane in) {
        Lane acc = in.isUnsigned() ? Lane.U64 : Lane.I64;
        for (Op op : List.of(Op.ADD, Op.MULTIPLY)) {
            for (int n : List.of(0, 1, 7, 8, 9, 100)) {
                Random random = new Random(n);
                long stride = n % 3 == 0 ? KernelCase.stride(in, 4, random) : in.bytes();
                try (StripData data = new StripData(in, n, stride, random.nextInt(9), random);
                        StripData each = new StripData(acc, n, 8, 3, random);
                        StripData row = new StripData(acc, n + 1L, 8, 5, random)) {
                    long[] expected = new long[n];
                    for (int i = 0; i < n; i++) {
                        expected[i] = combined(op, Raw.i64(each.address + 8L * i), data, in, i);
                    }
                    Kernels.into(op, in, acc).run(each.address, 8, data.address, stride, each.address, 8, n);
                    long running = Raw.i64(row.address);
                    Kernels.scan(op, in, acc).run(data.address, stride, row.address + 8, 8, n);
                    for (int i = 0; i < n; i++) {
                        assertThat(Raw.i64(each.address + 8L * i)).as("%s %s n=%d i=%d", op, in, n, i)
                                .isEqualTo(expected[i]);
                        running = combined(op, running, data, in, i);
                        assertThat(Raw.i64(row.address + 8L * i + 8)).as("%s %s n=%d i=%d", op, in, n, i)
                                .isEqualTo(running);
                    }
                    assertThat(each.untouched(n) && row.untouched(n + 1L)).isTrue();
                }
            }
        }
    }

    private static long combined(Op op, long a, StripData data, Lane lane, int i) {
        long b = Whole.of(lane).get(data.address + i * data.stride);
        return op == Op.ADD ? a + b : a * b;
    }

    @Test
    void aNarrowResultSoFarWrapsBeforeItIsDivided() {
        try (StripData bytes = StripData.of(Lane.I8, new byte[]{-1, 2}, 1, 0);
                StripData acc = StripData.of(Lane.I8, new byte[]{-128, 0, 0}, 1, 0)) {
            Kernels.scan(Op.FLOOR_DIVIDE, Lane.I8, Lane.I8).run(bytes.address, 1, acc.address + 1, 1, 2);
            assertThat(acc.elements(3)).containsExactly(-128, -128, -64);
            Kernels.reduce(Op.FLOOR_DIVIDE, Lane.I8, Lane.I8).run(bytes.address, 1, 2, acc.address);
            assertThat(acc.elements(1)).containsExactly(-64);
        }
    }
}
