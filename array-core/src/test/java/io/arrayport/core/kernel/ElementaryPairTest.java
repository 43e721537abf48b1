package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Elementary functions of two inputs: at special values, and vector against scalar to the bit. */
class ElementaryPairTest {
    private static final int RANDOM = 100_000;
    /** What is promised is 1; what was measured over millions of pairs is less than 0.85. */
    private static final double ULPS = 0.9;

    @ParameterizedTest
    @EnumSource(value = Op.class, names = {"HYPOT", "POWER", "LOGADDEXP", "LOGADDEXP2"})
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

    /** What powers of a strip's first vectors are computed by stops where a rare number is. */
    @Test
    void aRareNumberAnywhereLeavesTheOthersAlone() {
        int n = 1_100;
        for (double rare : new double[]{0, -3, Double.NaN, Double.POSITIVE_INFINITY, 2}) {
            for (int at : new int[]{0, 7, 8, 255, 504, 511, 512, 1_023, 1_024, 1_099}) {
                for (int strides = 0; strides < 4; strides++) {
                    long leftStride = strides == 1 ? 0 : Double.BYTES;
                    long rightStride = strides == 2 ? 0 : Double.BYTES;
                    Random random = new Random(at);
                    try (StripData a = new StripData(Lane.F64, n, Double.BYTES, 0, random);
                            StripData b = new StripData(Lane.F64, n, Double.BYTES, 0, random);
                            StripData out = new StripData(Lane.F64, n, Double.BYTES, 0, random);
                            StripData expected = new StripData(Lane.F64, n, Double.BYTES, 0, random)) {
                        for (long i = 0; i < n; i++) {
                            Real.F64.put(a.address + i * Double.BYTES, random.nextDouble() * 5 + 0.01);
                            Real.F64.put(b.address + i * Double.BYTES, random.nextDouble() * 5 + 0.01);
                        }
                        Real.F64.put((rare == 2 ? b : a).address + (long) at * Double.BYTES, rare);
                        Simd.scalar().binary(Op.POWER, Lane.F64).run(a.address, leftStride, b.address, rightStride,
                                expected.address, expected.stride, n);
                        StripData result = strides == 3 ? a : out;
                        Kernels.binary(Op.POWER, Lane.F64).run(a.address, leftStride, b.address, rightStride,
                                result.address, result.stride, n);
                        assertThat(result.elements(n)).as("%s at %s, %s", rare, at, strides)
                                .isEqualTo(expected.elements(n));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"HYPOT, F64", "HYPOT, F32", "POWER, F64", "POWER, F32", "LOGADDEXP, F64", "LOGADDEXP, F32",
            "LOGADDEXP2, F64", "LOGADDEXP2, F32"})
    void aValueIsWithinThePromisedErrorOfTheTrueOne(Op op, Lane lane) {
        List<String[]> lines = ElementaryTest.lines(op.name().toLowerCase(Locale.ROOT) + lane.bytes() * 8);
        assertThat(lines).hasSizeGreaterThan(350);
        int n = lines.size();
        try (StripData a = new StripData(lane, n, lane.bytes(), 0, new Random(1));
                StripData b = new StripData(lane, n, lane.bytes(), 0, new Random(2));
                StripData out = new StripData(lane, n, lane.bytes(), 0, new Random(3))) {
            for (int i = 0; i < n; i++) {
                Whole form = Whole.of(lane == Lane.F64 ? Lane.I64 : Lane.I32);
                form.put(a.address + i * a.stride, Long.parseUnsignedLong(lines.get(i)[1], 16));
                form.put(b.address + i * b.stride, Long.parseUnsignedLong(lines.get(i)[2], 16));
            }
            Kernels.binary(op, lane).run(a.address, a.stride, b.address, b.stride, out.address, out.stride, n);
            for (int i = 0; i < n; i++) {
                double got = Real.of(lane).get(out.address + i * out.stride);
                double high = Double.parseDouble(lines.get(i)[3]);
                double low = Double.parseDouble(lines.get(i)[4]);
                double ulp = lane == Lane.F64 ? Math.ulp(high) : Math.ulp((float) high);
                assertThat(got == high || Math.abs(got - high - low) <= ULPS * ulp)
                        .as("%s %s of %s, %s is %s, not %s", op, lane, Real.of(lane).get(a.address + i * a.stride),
                                Real.of(lane).get(b.address + i * b.stride), got, high)
                        .isTrue();
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
            "HYPOT, 1, NaN, NaN", "HYPOT, Infinity, 1, Infinity", "HYPOT, 3e38, 3e38, Infinity",
            "POWER, NaN, 0, 1", "POWER, 1, NaN, 1", "POWER, NaN, 2, NaN", "POWER, 2, NaN, NaN", "POWER, 0, 3, 0",
            "POWER, -0.0, 3, -0.0", "POWER, -0.0, 2, 0", "POWER, -0.0, 2.5, 0", "POWER, 0, -1, Infinity",
            "POWER, -0.0, -3, -Infinity", "POWER, -0.0, -0.5, Infinity", "POWER, -8, 0.5, NaN", "POWER, -2, 3, -8",
            "POWER, -2, 4, 16", "POWER, -2, -1, -0.5", "POWER, Infinity, -1, 0", "POWER, -Infinity, 3, -Infinity",
            "POWER, -Infinity, -3, -0.0", "POWER, -Infinity, 0.5, Infinity", "POWER, 2, Infinity, Infinity",
            "POWER, 0.5, Infinity, 0", "POWER, -1, Infinity, 1", "POWER, 0.5, -Infinity, Infinity",
            "POWER, 2, 1e30, Infinity", "POWER, -2, 1e30, Infinity", "POWER, 2, -1e30, 0", "POWER, 9, 0.5, 3",
            "POWER, -3, 1, -3", "POWER, 3, 2, 9", "LOGADDEXP, -Infinity, -Infinity, -Infinity",
            "LOGADDEXP, Infinity, Infinity, Infinity", "LOGADDEXP, Infinity, -Infinity, Infinity",
            "LOGADDEXP, -Infinity, 3, 3", "LOGADDEXP, NaN, 1, NaN", "LOGADDEXP, 1, NaN, NaN",
            "LOGADDEXP2, 3, 3, 4", "LOGADDEXP2, -Infinity, -Infinity, -Infinity", "LOGADDEXP2, 5, -Infinity, 5",
            "LOGADDEXP2, NaN, 1, NaN"})
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

    @Test
    void aRepeatedTwoIsTheSquareToTheBit() {
        for (Lane lane : List.of(Lane.F16, Lane.BF16, Lane.F32, Lane.F64, Lane.I8, Lane.U16, Lane.I32, Lane.U64)) {
            try (StripData a = new StripData(lane, 300, lane.bytes(), 0, new Random(1));
                    StripData two = filled(lane, 2, 2);
                    StripData out = filled(lane, 7, 3);
                    StripData expected = filled(lane, 7, 4)) {
                Kernels.unary(Op.SQUARE, lane).run(a.address, a.stride, expected.address, expected.stride, 100);
                Kernels.binary(Op.POWER, lane).run(a.address, a.stride, two.address, 0, out.address, out.stride, 100);
                assertThat(out.elements(100)).as("%s", lane).isEqualTo(expected.elements(100));
                Kernels.binary(Op.POWER, lane).run(a.address, a.stride, two.address, two.stride, out.address,
                        out.stride, 100);
                assertThat(out.elements(100)).as("%s", lane).isEqualTo(expected.elements(100));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"I64, 3, 4, 81", "I64, -2, 63, -9223372036854775808", "I64, 0, 0, 1", "I64, 7, 1, 7", "I8, 3, 5, -13",
            "U8, 3, 6, 217", "I32, 10, 10, 1410065408", "U64, 3, -1, -6148914691236517205", "U64, -1, -1, -1"})
    void wholeNumbersWrap(Lane lane, long x, long y, long wanted) {
        try (StripData a = filled(lane, 0, 1);
                StripData b = filled(lane, 0, 2);
                StripData out = filled(lane, 7, 3)) {
            Whole.of(lane).put(a.address, x);
            Whole.of(lane).put(b.address, y);
            Kernels.binary(Op.POWER, lane).run(a.address, a.stride, b.address, b.stride, out.address, out.stride, 1);
            assertThat(Whole.of(lane).get(out.address)).isEqualTo(wanted);
        }
    }

    @Test
    void aWholeNumberHasNoNegativePower() {
        try (StripData a = filled(Lane.I16, 2, 1); StripData b = filled(Lane.I16, -3, 2)) {
            assertThatThrownBy(() -> Kernels.binary(Op.POWER, Lane.I16).run(a.address, a.stride, b.address, b.stride,
                    a.address, a.stride, 100)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("operand 1 has the integer -3").hasMessageContaining("float64");
        }
    }

    private static StripData filled(Lane lane, double value, int seed) {
        StripData data = new StripData(lane, 100, lane.bytes(), 0, new Random(seed));
        data.fill(100, lane == Lane.F64 ? value : (float) value);
        return data;
    }
}
