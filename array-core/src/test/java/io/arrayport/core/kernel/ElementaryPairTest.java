package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Elementary functions of two inputs: at special values, and vector against scalar to the bit. */
class ElementaryPairTest {
    private static final int RANDOM = 100_000;

    @ParameterizedTest
    @EnumSource(value = Op.class, names = {"HYPOT"})
    void vectorAndScalarGiveTheSameBitsHoweverInputsLie(Op op) {
        for (Lane lane : List.of(Lane.F32, Lane.F64)) {
            for (int seed = 0; seed < 9; seed++) {
                Random random = new Random(seed);
                long leftStride = seed % 3 == 1 ? 0 : lane.bytes();
                long rightStride = seed % 3 == 2 ? 0 : lane.bytes();
                try (StripData a = new StripData(lane, RANDOM, lane.bytes(), 0, random);
                        StripData b = new StripData(lane, RANDOM, lane.bytes(), 0, random);
                        StripData out = new StripData(lane, RANDOM, lane.bytes(), 0, new Random(8));
                        StripData expected = new StripData(lane, RANDOM, lane.bytes(), 0, new Random(9))) {
                    if (seed > 2) {
                        fill(lane, a, random, seed > 5);
                        fill(lane, b, random, seed > 5);
                    }
                    Kernels.binary(op, lane).run(a.address, leftStride, b.address, rightStride, out.address,
                            out.stride, RANDOM);
                    Simd.scalar().binary(op, lane).run(a.address, leftStride, b.address, rightStride,
                            expected.address, expected.stride, RANDOM);
                    assertThat(out.elements(RANDOM)).as("%s %s", op, lane).isEqualTo(expected.elements(RANDOM));
                }
            }
        }
    }

    private static void fill(Lane lane, StripData data, Random random, boolean anyBits) {
        for (long i = 0; i < RANDOM; i++) {
            long at = data.address + i * data.stride;
            if (anyBits) {
                Whole.of(lane == Lane.F64 ? Lane.I64 : Lane.I32).put(at, random.nextLong());
            } else {
                Real.of(lane).put(at, (float) (random.nextGaussian() * 10));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"HYPOT, 3, 4, 5", "HYPOT, -3, -4, 5", "HYPOT, 0, -0.0, 0", "HYPOT, -2, 0, 2", "HYPOT, 0, -2, 2",
            "HYPOT, Infinity, NaN, Infinity", "HYPOT, NaN, -Infinity, Infinity", "HYPOT, NaN, 1, NaN",
            "HYPOT, 1, NaN, NaN", "HYPOT, Infinity, 1, Infinity", "HYPOT, 3e38, 3e38, Infinity"})
    void specialValuesAreNumPys(Op op, double x, double y, double wanted) {
        for (Lane lane : List.of(Lane.F16, Lane.BF16, Lane.F32, Lane.F64)) {
            double expected = lane == Lane.F64 && x == 3e38 ? 3e38 * 1.4142135623730951 : wanted;
            try (StripData a = filled(lane, x, 1);
                    StripData b = filled(lane, y, 2);
                    StripData out = filled(lane, 7, 3);
                    StripData all = filled(lane, expected, 4)) {
                Kernels.binary(op, lane).run(a.address, a.stride, b.address, b.stride, out.address, out.stride, 100);
                assertThat(out.elements(100)).as("%s %s of %s, %s: %s", op, lane, x, y,
                        Real.of(lane).get(out.address)).isEqualTo(all.elements(100));
            }
        }
    }

    private static StripData filled(Lane lane, double value, int seed) {
        StripData data = new StripData(lane, 100, lane.bytes(), 0, new Random(seed));
        data.fill(100, lane == Lane.F64 ? value : (float) value);
        return data;
    }
}
