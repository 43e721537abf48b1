package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Elementary functions against true values (elementary_golden.tsv.gz, written by
 * src/test/python/elementary_golden.py), at special values, and vector against scalar to the bit.
 */
class ElementaryTest {
    /** What is promised is 1; what was measured over millions of arguments is less than 0.85. */
    private static final double ULPS = 0.85;
    private static final int RANDOM = 200_000;

    static List<String[]> lines(String function) {
        try (var in = new GZIPInputStream(ElementaryTest.class.getResourceAsStream("elementary_golden.tsv.gz"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().map(line -> line.split("\t")).filter(line -> line[0].equals(function)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"EXP, F64", "LOG, F64", "SIN, F64", "COS, F64", "EXP, F32", "LOG, F32", "SIN, F32", "COS, F32",
            "EXP2, F64", "EXP2, F32", "EXPM1, F64", "EXPM1, F32", "LOG2, F64", "LOG2, F32", "LOG10, F64", "LOG10, F32",
            "LOG1P, F64", "LOG1P, F32", "CBRT, F64", "CBRT, F32"})
    void a_value_is_within_the_promised_error_of_the_true_one(Op op, Lane lane) {
        List<String[]> lines = lines(op.name().toLowerCase(java.util.Locale.ROOT) + lane.bytes() * 8);
        assertThat(lines).hasSizeGreaterThan(350);
        int n = lines.size();
        Real form = Real.of(lane);
        try (StripData in = new StripData(lane, n, lane.bytes(), 0, new Random(1));
                StripData out = new StripData(lane, n, lane.bytes(), 0, new Random(2))) {
            for (int i = 0; i < n; i++) {
                long bits = Long.parseUnsignedLong(lines.get(i)[1], 16);
                Whole.of(lane == Lane.F64 ? Lane.I64 : Lane.I32).put(in.address + i * in.stride, bits);
            }
            Kernels.unary(op, lane).run(in.address, in.stride, out.address, out.stride, n);
            for (int i = 0; i < n; i++) {
                double got = form.get(out.address + i * out.stride);
                double high = Double.parseDouble(lines.get(i)[2].replace("inf", "Infinity"));
                double low = Double.parseDouble(lines.get(i)[3]);
                double ulp = lane == Lane.F64 ? Math.ulp(high) : Math.ulp((float) high);
                boolean same = got == high || got - high - low == 0;
                assertThat(same || Math.abs(got - high - low) <= ULPS * ulp)
                        .as("%s %s of %s is %s, not %s", op, lane, form.get(in.address + i * in.stride), got, high)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"EXP, -Infinity, 0", "EXP, Infinity, Infinity", "EXP, NaN, NaN", "EXP, 0, 1", "EXP, -0.0, 1",
            "EXP, 1e300, Infinity", "EXP, -1e300, 0", "LOG, 0, -Infinity", "LOG, -0.0, -Infinity", "LOG, 1, 0",
            "LOG, -1, NaN", "LOG, -Infinity, NaN", "LOG, Infinity, Infinity", "LOG, NaN, NaN", "SIN, 0, 0",
            "SIN, -0.0, -0.0", "SIN, Infinity, NaN", "SIN, -Infinity, NaN", "SIN, NaN, NaN", "COS, 0, 1",
            "COS, -0.0, 1", "COS, Infinity, NaN", "COS, NaN, NaN", "SIN, 1e-320, 1e-320", "SIN, -1e-30, -1e-30",
            "EXP2, -Infinity, 0", "EXP2, Infinity, Infinity", "EXP2, NaN, NaN", "EXP2, -0.0, 1", "EXP2, 10, 1024",
            "EXP2, 1e300, Infinity", "EXP2, -1e300, 0", "EXPM1, -Infinity, -1", "EXPM1, Infinity, Infinity",
            "EXPM1, NaN, NaN", "EXPM1, 0, 0", "EXPM1, -0.0, -0.0", "EXPM1, 1e-320, 1e-320", "EXPM1, -1e-30, -1e-30",
            "EXPM1, 1e300, Infinity", "EXPM1, -1e300, -1", "LOG2, 0, -Infinity", "LOG2, -0.0, -Infinity",
            "LOG2, -1, NaN",
            "LOG2, 1, 0", "LOG2, 32, 5", "LOG2, Infinity, Infinity", "LOG2, NaN, NaN", "LOG10, 0, -Infinity",
            "LOG10, -1, NaN", "LOG10, 1, 0", "LOG10, 1000, 3", "LOG10, Infinity, Infinity", "LOG10, NaN, NaN",
            "LOG1P, 0, 0", "LOG1P, -0.0, -0.0", "LOG1P, -1, -Infinity", "LOG1P, -2, NaN", "LOG1P, -Infinity, NaN",
            "LOG1P, Infinity, Infinity", "LOG1P, NaN, NaN", "LOG1P, 1e-320, 1e-320", "CBRT, 0, 0", "CBRT, -0.0, -0.0",
            "CBRT, 27, 3", "CBRT, -8, -2", "CBRT, Infinity, Infinity", "CBRT, -Infinity, -Infinity", "CBRT, NaN, NaN"})
    void special_values_are_NumPys(Op op, double x, double wanted) {
        for (Lane lane : List.of(Lane.F16, Lane.BF16, Lane.F32, Lane.F64)) {
            Real form = Real.of(lane);
            try (StripData in = new StripData(lane, 100, lane.bytes(), 0, new Random(1));
                    StripData out = new StripData(lane, 100, lane.bytes(), 0, new Random(2));
                    StripData expected = new StripData(lane, 100, lane.bytes(), 0, new Random(3))) {
                in.fill(100, lane == Lane.F64 ? x : (float) x);
                expected.fill(100, lane == Lane.F64 ? wanted : (float) wanted);
                Kernels.unary(op, lane).run(in.address, in.stride, out.address, out.stride, 100);
                assertThat(out.elements(100)).as("%s %s of %s: %s", op, lane, x, form.get(out.address))
                        .isEqualTo(expected.elements(100));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Op.class, names = {"EXP", "LOG", "SIN", "COS", "EXP2", "EXPM1", "LOG2", "LOG10",
            "LOG1P", "CBRT"})
    void vector_and_scalar_give_the_same_bits_for_any_argument(Op op) {
        for (Lane lane : List.of(Lane.F32, Lane.F64)) {
            for (int seed = 0; seed < 2; seed++) {
                Random random = new Random(seed);
                try (StripData in = new StripData(lane, RANDOM, lane.bytes(), 0, random);
                        StripData out = new StripData(lane, RANDOM, lane.bytes(), 0, new Random(8));
                        StripData expected = new StripData(lane, RANDOM, lane.bytes(), 0, new Random(9))) {
                    for (long i = 0; i < RANDOM; i++) {
                        long at = in.address + i * in.stride;
                        if (seed == 0) {
                            Whole.of(lane == Lane.F64 ? Lane.I64 : Lane.I32).put(at, random.nextLong());
                        } else {
                            Real.of(lane).put(at, (float) (random.nextGaussian() * 100));
                        }
                    }
                    Kernels.unary(op, lane).run(in.address, in.stride, out.address, out.stride, RANDOM);
                    Simd.scalar().unary(op, lane).run(in.address, in.stride, expected.address, expected.stride,
                            RANDOM);
                    assertThat(out.elements(RANDOM)).as("%s %s", op, lane).isEqualTo(expected.elements(RANDOM));
                }
            }
        }
    }

    @Test
    void theExponentialOfEveryFloat16IsWithinItsPromiseAndHasTheScalarBits() {
        int n = 1 << 16;
        try (StripData in = new StripData(Lane.F16, n, 2, 0, new Random(1));
                StripData out = new StripData(Lane.F16, n, 2, 0, new Random(2));
                StripData expected = new StripData(Lane.F16, n, 2, 0, new Random(3))) {
            for (int i = 0; i < n; i++) {
                Raw.i16(in.address + 2L * i, (short) i);
            }
            Kernels.unary(Op.EXP, Lane.F16).run(in.address, 2, out.address, 2, n);
            Simd.scalar().unary(Op.EXP, Lane.F16).run(in.address, 2, expected.address, 2, n);
            assertThat(out.elements(n)).isEqualTo(expected.elements(n));
            for (int i = 0; i < n; i++) {
                double x = Real.F16.get(in.address + 2L * i);
                double got = Real.F16.get(out.address + 2L * i);
                double wanted = Math.exp(x);
                double ulp = Math.scalb(1, Math.max(Math.getExponent(wanted), -14) - 10);
                double error = Math.abs(got - wanted) / ulp;
                assertThat(Double.isNaN(x) || wanted >= 65520 && got == Double.POSITIVE_INFINITY || error <= 0.51)
                        .as("exp of %s is %s, not %s", x, got, wanted).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LOG, F32", "LOG, F64", "LOG1P, F32", "LOG1P, F64", "CBRT, F32", "CBRT, F64"})
    void lanesThatOnlyTheScalarFormComputesAreRightInPlaceToo(Op op, Lane lane) {
        int n = 1000;
        Real form = Real.of(lane);
        try (StripData data = new StripData(lane, n, lane.bytes(), 0, new Random(1));
                StripData expected = new StripData(lane, n, lane.bytes(), 0, new Random(2))) {
            double[] rare = {lane == Lane.F32 ? Float.MIN_VALUE : Double.MIN_VALUE, Double.NaN, -1,
                    Double.POSITIVE_INFINITY};
            for (int i = 0; i < n; i++) {
                form.put(data.address + i * data.stride, i % 7 == 0 ? rare[i % rare.length] : (float) i);
            }
            Simd.scalar().unary(op, lane).run(data.address, data.stride, expected.address, expected.stride, n);
            Kernels.unary(op, lane).run(data.address, data.stride, data.address, data.stride, n);
            assertThat(data.elements(n)).isEqualTo(expected.elements(n));
        }
    }

    @Test
    void sine_and_cosine_of_one_angle_lie_on_the_circle_however_great_it_is() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double x = Math.scalb(1 + random.nextDouble(), random.nextInt(1023));
            double sin = Trig64.sin(x);
            double cos = Trig64.cos(x);
            assertThat(Math.abs(sin * sin + cos * cos - 1)).as("%s", x).isLessThan(5e-16);
        }
    }
}
