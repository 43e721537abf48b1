package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kernel at every size, stride and alignment gives what it gives to one element at a time, and touches nothing
 * else. What that is, {@link KernelGoldenTest} says.
 */
class KernelShapesTest {
    static List<KernelCase> binaries() {
        return KernelCase.all(2);
    }

    static List<KernelCase> unaries() {
        return KernelCase.all(1);
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void a_binary_kernel_gives_what_it_gives_one_by_one_and_touches_nothing_else(KernelCase c) {
        BinaryKernel kernel = Kernels.binary(c.op(), c.lane());
        BinaryKernel twin = Simd.scalar().binary(c.op(), c.lane());
        for (int n : c.sizes()) {
            for (int seed = 0; seed < 5; seed++) {
                Random random = new Random(seed * 100_003L + n);
                long aStride = KernelCase.stride(c.lane(), seed, random);
                long bStride = KernelCase.stride(c.lane(), seed, random);
                long outStride = KernelCase.outStride(c.output(), seed, random);
                try (StripData a = new StripData(c.lane(), n, aStride, random.nextInt(9), random);
                        StripData b = new StripData(c.lane(), n, bStride, random.nextInt(9), random);
                        StripData out = new StripData(c.output(), n, outStride, random.nextInt(9), new Random(seed));
                        StripData far = new StripData(c.output(), n, outStride, 1, new Random(seed));
                        StripData expected = new StripData(c.output(), n, outStride, 0, new Random(seed))) {
                    extremes(c, n, seed, a, b);
                    for (long i = 0; i < n; i++) {
                        twin.run(a.address + i * aStride, 0, b.address + i * bStride, 0,
                                expected.address + i * outStride, 0, 1);
                    }
                    kernel.run(a.address, aStride, b.address, bStride, out.address, outStride, n);
                    kernel.far().run(a.address, aStride, b.address, bStride, far.address, outStride, n);
                    for (StripData either : List.of(out, far)) {
                        assertThat(either.elements(n)).as("%s n=%d seed=%d", c, n, seed)
                                .isEqualTo(expected.elements(n));
                        assertThat(either.untouched(n)).as("guards: %s n=%d seed=%d", c, n, seed).isTrue();
                    }
                }
            }
        }
    }

    private static void extremes(KernelCase c, int n, int seed, StripData a, StripData b) {
        if (seed == 1) {
            a.fill(n, c.lane().isFloat() || c.lane().isComplex() ? Double.NaN : Long.MIN_VALUE);
        } else if (seed == 2) {
            a.fill(n, Double.POSITIVE_INFINITY);
            b.fill(n, Double.NEGATIVE_INFINITY);
        }
    }

    @ParameterizedTest
    @MethodSource("unaries")
    void a_unary_kernel_gives_what_it_gives_one_by_one_and_touches_nothing_else(KernelCase c) {
        UnaryKernel kernel = Kernels.unary(c.op(), c.lane());
        UnaryKernel twin = Simd.scalar().unary(c.op(), c.lane());
        for (int n : c.sizes()) {
            for (int seed = 0; seed < 5; seed++) {
                Random random = new Random(seed * 100_003L + n);
                long stride = KernelCase.stride(c.lane(), seed, random);
                long outStride = KernelCase.outStride(c.output(), seed, random);
                try (StripData in = new StripData(c.lane(), n, stride, random.nextInt(9), random);
                        StripData out = new StripData(c.output(), n, outStride, random.nextInt(9), new Random(seed));
                        StripData expected = new StripData(c.output(), n, outStride, 0, new Random(seed))) {
                    kernel.run(in.address, stride, out.address, outStride, n);
                    for (long i = 0; i < n; i++) {
                        twin.run(in.address + i * stride, 0, expected.address + i * outStride, 0, 1);
                    }
                    assertThat(out.elements(n)).as("%s n=%d seed=%d", c, n, seed).isEqualTo(expected.elements(n));
                    assertThat(out.untouched(n)).as("guards: %s n=%d seed=%d", c, n, seed).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void the_output_may_be_an_input(KernelCase c) {
        if (c.output().bytes() != c.lane().bytes()) {
            return;
        }
        BinaryKernel kernel = Kernels.binary(c.op(), c.lane());
        for (int n : c.sizes()) {
            for (int which = 0; which < 3; which++) {
                long stride = c.lane().bytes() * (n % 2 == 0 ? 1L : -2L);
                try (StripData a = new StripData(c.lane(), n, stride, 0, new Random(n));
                        StripData b = new StripData(c.lane(), n, stride, 0, new Random(n + 1));
                        StripData out = new StripData(c.output(), n, stride, 0, new Random(n))) {
                    StripData left = which == 1 ? b : a;
                    StripData right = which == 0 ? b : a;
                    kernel.run(left.address, stride, right.address, stride, out.address, stride, n);
                    kernel.run(left.address, stride, right.address, stride, a.address, stride, n);
                    assertThat(a.elements(n)).as("%s n=%d which=%d", c, n, which).isEqualTo(out.elements(n));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void arrays_that_no_cache_holds_give_what_their_parts_give(KernelCase c) {
        BinaryKernel kernel = Kernels.binary(c.op(), c.lane());
        long step = c.lane().bytes();
        int n = (int) (2 * BinaryKernel.FAR_BYTES / step) + 13; // of long parts more than one
        int near = (int) (BinaryKernel.FAR_BYTES / step / 2);
        try (StripData a = new StripData(c.lane(), n, step, 0, new Random(1));
                StripData b = new StripData(c.lane(), n, step, 3, new Random(2));
                StripData out = new StripData(c.output(), n, c.output().bytes(), 5, new Random(3));
                StripData expected = new StripData(c.output(), n, c.output().bytes(), 5, new Random(3))) {
            kernel.run(a.address, step, b.address, step, out.address, out.stride, n);
            for (int i = 0; i < n; i += near) {
                kernel.run(a.address + i * step, step, b.address + i * step, step, expected.address + i * out.stride,
                        out.stride, Math.min(near, n - i));
            }
            assertThat(out.elements(n)).as("%s", c).isEqualTo(expected.elements(n));
            assertThat(out.untouched(n)).as("guards: %s", c).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("unaries")
    void the_output_may_be_the_input(KernelCase c) {
        if (c.output().bytes() != c.lane().bytes()) {
            return;
        }
        UnaryKernel kernel = Kernels.unary(c.op(), c.lane());
        for (int n : c.sizes()) {
            long stride = c.lane().bytes() * (n % 2 == 0 ? 1L : -2L);
            try (StripData in = new StripData(c.lane(), n, stride, 0, new Random(n));
                    StripData out = new StripData(c.output(), n, stride, 0, new Random(n))) {
                kernel.run(in.address, stride, out.address, stride, n);
                kernel.run(in.address, stride, in.address, stride, n);
                assertThat(in.elements(n)).as("%s n=%d", c, n).isEqualTo(out.elements(n));
            }
        }
    }
}
