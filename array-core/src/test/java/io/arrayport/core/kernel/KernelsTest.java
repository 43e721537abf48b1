package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernels in use against oracles that share no code with them: one operation at a time in plain Java. */
class KernelsTest {
    private static final int[] SIZES = {0, 1, 2, 3, 4, 6, 7, 8, 9, 13, 15, 16, 17, 31, 33, 127, 128, 129, 136, 255, 256,
            257,
            511, 1000, 4098, 8197};

    static Stream<Arguments> binaries() {
        List<Arguments> all = new ArrayList<>();
        for (Op op : List.of(Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE)) {
            for (Lane lane : List.of(Lane.I32, Lane.I64, Lane.F32, Lane.F64)) {
                if (op != Op.DIVIDE || lane.isFloat()) {
                    all.add(Arguments.of(op, lane));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void every_size_and_stride_gives_the_elements_of_plain_Java_and_touches_nothing_else(Op op, Lane lane) {
        for (int n : SIZES) {
            for (int seed = 0; seed < 6; seed++) {
                Random random = new Random(seed * 100_003L + n);
                long aStride = stride(lane, seed, random);
                long bStride = stride(lane, seed, random);
                long outStride = seed < 3 ? lane.bytes()
                        : lane.bytes() * (random.nextBoolean() ? 3L : -2L) + random.nextInt(2);
                try (StripData a = new StripData(lane, n, aStride, random.nextInt(9), random);
                        StripData b = new StripData(lane, n, bStride, random.nextInt(9), random);
                        StripData out = new StripData(lane, n, outStride, random.nextInt(9), new Random(seed));
                        StripData expected = new StripData(lane, n, outStride, 0, new Random(seed))) {
                    if (seed == 1) {
                        a.fill(n, lane.isFloat() ? Double.NaN : Long.MIN_VALUE);
                    } else if (seed == 2) {
                        a.fill(n, Double.POSITIVE_INFINITY);
                        b.fill(n, Double.NEGATIVE_INFINITY);
                    }
                    Kernels.binary(op, lane).run(a.address, aStride, b.address, bStride, out.address, outStride, n);
                    for (long i = 0; i < n; i++) {
                        one(op, lane, a.address + i * aStride, b.address + i * bStride,
                                expected.address + i * outStride);
                    }
                    assertThat(elements(out, lane, n)).as("%s %s n=%d seed=%d", op, lane, n, seed)
                            .isEqualTo(elements(expected, lane, n));
                    assertThat(out.untouched(n)).as("guards: %s %s n=%d seed=%d", op, lane, n, seed).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void the_output_may_be_an_input(Op op, Lane lane) {
        for (int n : SIZES) {
            for (int which = 0; which < 3; which++) {
                long stride = lane.bytes() * (n % 2 == 0 ? 1L : -2L);
                try (StripData a = new StripData(lane, n, stride, 0, new Random(n));
                        StripData b = new StripData(lane, n, stride, 0, new Random(n + 1));
                        StripData out = new StripData(lane, n, stride, 0, new Random(n))) {
                    BinaryKernel kernel = Kernels.binary(op, lane);
                    StripData left = which == 1 ? b : a;
                    StripData right = which == 0 ? b : a;
                    kernel.run(left.address, stride, right.address, stride, out.address, stride, n);
                    kernel.run(left.address, stride, right.address, stride, a.address, stride, n);
                    assertThat(a.image(n)).as("%s %s n=%d which=%d", op, lane, n, which).isEqualTo(out.image(n));
                }
            }
        }
    }

    static Stream<Arguments> sums() {
        return Stream.of(Arguments.of(Lane.F32, Lane.F32), Arguments.of(Lane.F64, Lane.F64),
                Arguments.of(Lane.I32, Lane.I64),
                Arguments.of(Lane.I64, Lane.I64));
    }

    @ParameterizedTest
    @MethodSource("sums")
    void a_reduction_has_the_bits_of_its_scalar_twin_at_every_size_and_stride(Lane in, Lane acc) {
        ReduceKernel kernel = Kernels.reduce(Op.ADD, in, acc);
        ReduceKernel twin = Simd.scalar().reduce(Op.ADD, in, acc);
        List<Integer> sizes = new ArrayList<>();
        for (int n = 0; n < 1100; n++) {
            sizes.add(n);
        }
        sizes.addAll(List.of(4098, 8197, 10_000, 65_537, 100_003));
        for (int n : sizes) {
            Random random = new Random(n);
            long stride = n % 3 == 2 ? stride(in, 4, random) : in.bytes();
            try (StripData data = new StripData(in, n, stride, random.nextInt(9), random);
                    StripData out = new StripData(acc, 1, 8, 3, new Random(n));
                    StripData expected = new StripData(acc, 1, 8, 3, new Random(n))) {
                kernel.run(data.address, stride, n, out.address);
                twin.run(data.address, stride, n, expected.address);
                assertThat(out.image(1)).as("%s n=%d stride=%d", in, n, stride).isEqualTo(expected.image(1));
            }
        }
    }

    @Test
    void a_sum_of_integers_wraps_and_widens() {
        try (StripData ints = new StripData(Lane.I32, 1000, 4, 0, new Random(1));
                StripData longs = new StripData(Lane.I64, 1000, 8, 0, new Random(2));
                StripData sum = new StripData(Lane.I64, 1, 8, 0, new Random(3))) {
            long wide = 0;
            long wrapped = 0;
            for (int i = 0; i < 1000; i++) {
                wide += Raw.i32(ints.address + 4L * i);
                wrapped += Raw.i64(longs.address + 8L * i);
            }
            Raw.i64(sum.address, 0);
            Kernels.reduce(Op.ADD, Lane.I32, Lane.I64).run(ints.address, 4, 1000, sum.address);
            assertThat(Raw.i64(sum.address)).isEqualTo(wide);
            Raw.i64(sum.address, 0);
            Kernels.reduce(Op.ADD, Lane.I64, Lane.I64).run(longs.address, 8, 1000, sum.address);
            assertThat(Raw.i64(sum.address)).isEqualTo(wrapped);
        }
    }

    @Test
    void a_sum_that_meets_nan_or_opposite_infinities_is_nan() {
        for (Lane lane : List.of(Lane.F32, Lane.F64)) {
            try (StripData data = new StripData(lane, 999, lane.bytes(), 0, new Random(5));
                    StripData sum = new StripData(lane, 1, 8, 0, new Random(6))) {
                data.fill(999, Double.POSITIVE_INFINITY);
                sum.fill(1, 0);
                Kernels.reduce(Op.ADD, lane, lane).run(data.address, lane.bytes(), 999, sum.address);
                assertThat(lane == Lane.F32 ? Raw.f32(sum.address) : Raw.f64(sum.address))
                        .isEqualTo(Double.POSITIVE_INFINITY);
                sum.fill(1, Double.NEGATIVE_INFINITY);
                Kernels.reduce(Op.ADD, lane, lane).run(data.address, lane.bytes(), 999, sum.address);
                assertThat(lane == Lane.F32 ? Raw.f32(sum.address) : Raw.f64(sum.address)).isNaN();
            }
        }
    }

    @Test
    void a_kernel_is_made_once() {
        assertThat(Kernels.binary(Op.ADD, Lane.F64)).isSameAs(Kernels.binary(Op.ADD, Lane.F64));
        assertThat(Kernels.binary(Op.ADD, Lane.F64).getClass()).isNotEqualTo(
                Kernels.binary(Op.SUBTRACT, Lane.F64).getClass());
    }

    @Test
    void what_has_no_loop_is_refused() {
        assertThatThrownBy(() -> Kernels.binary(Op.DIVIDE, Lane.I32))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kernels.reduce(Op.ADD, Lane.F32, Lane.I64))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kernels.reduce(Op.SUBTRACT, Lane.F32, Lane.F32))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_the_module_simd_is_off_and_says_which_flag_turns_it_on() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(Simd.isOn()).isEqualTo(present);
        assertThat(Simd.describe()).contains(present ? "bit vectors" : "--add-modules jdk.incubator.vector");
    }

    @Test
    @Tag("vector-only")
    void with_the_module_kernels_are_the_vector_ones() {
        assertThat(Kernels.binary(Op.ADD, Lane.F32).getClass().getName()).contains("VectorBinary");
        assertThat(Kernels.reduce(Op.ADD, Lane.F32, Lane.F32).getClass().getName()).contains("VectorPairwise");
    }

    private static long stride(Lane lane, int seed, Random random) {
        return switch (seed < 3 ? random.nextInt(3) : random.nextInt(6)) {
            case 0, 1 -> lane.bytes();
            case 2 -> 0;
            case 3 -> -lane.bytes();
            case 4 -> 2L * lane.bytes() + 1;
            default -> -3L * lane.bytes();
        };
    }

    private static void one(Op op, Lane lane, long a, long b, long out) {
        switch (lane) {
            case I32 -> Raw.i32(out, (int) integer(op, Raw.i32(a), Raw.i32(b)));
            case I64 -> Raw.i64(out, integer(op, Raw.i64(a), Raw.i64(b)));
            case F32 -> Raw.f32(out, switch (op) {
                case ADD -> Raw.f32(a) + Raw.f32(b);
                case SUBTRACT -> Raw.f32(a) - Raw.f32(b);
                case MULTIPLY -> Raw.f32(a) * Raw.f32(b);
                case DIVIDE -> Raw.f32(a) / Raw.f32(b);
                default -> throw new AssertionError(op);
            });
            case F64 -> Raw.f64(out, switch (op) {
                case ADD -> Raw.f64(a) + Raw.f64(b);
                case SUBTRACT -> Raw.f64(a) - Raw.f64(b);
                case MULTIPLY -> Raw.f64(a) * Raw.f64(b);
                case DIVIDE -> Raw.f64(a) / Raw.f64(b);
                default -> throw new AssertionError(op);
            });
        }
    }

    private static long integer(Op op, long a, long b) {
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            default -> throw new AssertionError(op);
        };
    }

    private static List<Number> elements(StripData data, Lane lane, long n) {
        List<Number> all = new ArrayList<>();
        for (long i = 0; i < n; i++) {
            long at = data.address + i * data.stride;
            all.add(switch (lane) {
                case I32 -> Raw.i32(at);
                case I64 -> Raw.i64(at);
                case F32 -> Raw.f32(at); // a boxed float equals by its bits, but for nan, of which there is one
                case F64 -> Raw.f64(at);
                default -> throw new AssertionError(lane);
            });
        }
        return all;
    }
}
