package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the greatest stands, and how many elements are not 0. */
class KernelSearchTest {
    private static final List<Integer> SIZES = List.of(1, 2, 7, 8, 31, 33, 64, 100, 255, 256, 257, 1000, 16_384,
            16_385, 40_001);

    @ParameterizedTest
    @EnumSource(Lane.class)
    void aSearchFindsWhatItsScalarTwinFinds(Lane lane) {
        for (Op op : List.of(Op.MAXIMUM, Op.MINIMUM)) {
            ArgKernel kernel = Kernels.arg(op, lane);
            ArgKernel twin = Simd.scalar().arg(op, lane);
            for (int n : SIZES) {
                Random random = new Random(n);
                long stride = n % 3 == 2 ? KernelCase.stride(lane, 4, random) : lane.bytes();
                try (StripData data = new StripData(lane, n, stride, random.nextInt(9), random)) {
                    assertThat(kernel.run(data.address, stride, n)).as("%s %s n=%d", op, lane, n)
                            .isEqualTo(twin.run(data.address, stride, n));
                    data.fill(n, lane == Lane.BOOL ? 0 : op == Op.MAXIMUM ? -0.0 : 0.0);
                    assertThat(kernel.run(data.address, stride, n)).isZero();
                }
            }
        }
    }

    @Test
    void theFirstOfEqualOnesWinsZerosOfBothSignsAreEqualAndNanBeatsAll() {
        int n = 20_000;
        for (Lane lane : List.of(Lane.F16, Lane.BF16, Lane.F32, Lane.F64)) {
            Real form = Real.of(lane);
            long bytes = lane.bytes();
            try (StripData data = new StripData(lane, n, bytes, 1, new Random(1))) {
                data.fill(n, -1);
                form.put(data.address + 9000 * bytes, 0.0);
                form.put(data.address + 500 * bytes, -0.0);
                assertThat(Kernels.arg(Op.MAXIMUM, lane).run(data.address, bytes, n)).isEqualTo(500);
                assertThat(Kernels.arg(Op.MINIMUM, lane).run(data.address, bytes, n)).isZero();
                form.put(data.address + 600 * bytes, Double.POSITIVE_INFINITY);
                form.put(data.address + 700 * bytes, Double.NEGATIVE_INFINITY);
                assertThat(Kernels.arg(Op.MAXIMUM, lane).run(data.address, bytes, n)).isEqualTo(600);
                assertThat(Kernels.arg(Op.MINIMUM, lane).run(data.address, bytes, n)).isEqualTo(700);
                form.put(data.address + 19_000 * bytes, Double.NaN);
                form.put(data.address + 17_000 * bytes, Double.NaN);
                long top = data.address + 17_000 * bytes + bytes - 1;
                Raw.i8(top, (byte) (Raw.i8(top) | 0x80)); // nan with a sign
                assertThat(Kernels.arg(Op.MAXIMUM, lane).run(data.address, bytes, n)).isEqualTo(17_000);
                assertThat(Kernels.arg(Op.MINIMUM, lane).run(data.address, bytes, n)).isEqualTo(17_000);
            }
        }
    }

    @Test
    void ofComplexNumbersAnyNanPartWins() {
        try (StripData data = new StripData(Lane.C128, 50, 16, 0, new Random(1))) {
            data.fill(50, 1);
            Raw.f64(data.address + 16 * 20 + 8, 2);
            assertThat(Kernels.arg(Op.MAXIMUM, Lane.C128).run(data.address, 16, 50)).isEqualTo(20);
            Raw.f64(data.address + 16 * 30 + 8, Double.NaN);
            assertThat(Kernels.arg(Op.MAXIMUM, Lane.C128).run(data.address, 16, 50)).isEqualTo(30);
            assertThat(Kernels.arg(Op.MINIMUM, Lane.C128).run(data.address, 16, 50)).isEqualTo(30);
        }
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void aCountIsThatOfItsScalarTwinIntoOneAndIntoEach(Lane lane) {
        CountKernel kernel = Kernels.count(lane);
        CountKernel twin = Simd.scalar().count(lane);
        for (int n : SIZES) {
            Random random = new Random(n);
            long stride = n % 3 == 2 ? KernelCase.stride(lane, 4, random) : lane.bytes();
            try (StripData data = new StripData(lane, n, stride, random.nextInt(9), random);
                    StripData counts = new StripData(Lane.I64, n, 8, 0, random);
                    StripData expected = new StripData(Lane.I64, n, 8, 0, random)) {
                counts.fill(n, 7);
                expected.fill(n, 7);
                kernel.run(data.address, stride, counts.address, 8, n);
                kernel.run(data.address, stride, counts.address, 0, n);
                twin.run(data.address, stride, expected.address, 8, n);
                twin.run(data.address, stride, expected.address, 0, n);
                assertThat(counts.elements(n)).as("%s n=%d", lane, n).isEqualTo(expected.elements(n));
                assertThat(n < 100 || Raw.i64(counts.address) > 7).isTrue();
            }
        }
    }

    @Test
    void minusZeroIsZeroAndNanIsNot() {
        for (Lane lane : List.of(Lane.F16, Lane.BF16, Lane.F32, Lane.F64, Lane.C64, Lane.C128)) {
            try (StripData data = new StripData(lane, 200, lane.bytes(), 0, new Random(1));
                    StripData count = new StripData(Lane.I64, 1, 8, 0, new Random(1))) {
                data.fill(200, -0.0);
                count.fill(1, 0);
                Kernels.count(lane).run(data.address, lane.bytes(), count.address, 0, 200);
                assertThat(Raw.i64(count.address)).isZero();
                data.fill(200, Double.NaN);
                Kernels.count(lane).run(data.address, lane.bytes(), count.address, 0, 200);
                assertThat(Raw.i64(count.address)).isEqualTo(200);
            }
        }
    }
}
