package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tangent, inverse angles and hyperbolic functions against true values (angles_golden.tsv.gz, written by
 * src/test/python/angles_golden.py), at special values, and vector against scalar to the bit.
 */
class AnglesTest {
    private static final int RANDOM = 100_000;
    private static final List<Lane> LANES = List.of(Lane.F32, Lane.F64);

    /** What was measured over all floats, and over millions of doubles, of which the promise is 1. */
    private static double ulps(Op op, Lane lane) {
        return switch (op) {
            case TAN -> 0.95;
            case SINH, ARCTAN2 -> 0.98;
            default -> lane == Lane.F64 ? 0.85 : 0.82;
        };
    }

    @ParameterizedTest
    @EnumSource(value = Op.class, names = {"TAN", "ARCSIN", "ARCCOS", "ARCTAN", "ARCTAN2", "SINH", "COSH", "TANH",
            "ARCSINH", "ARCCOSH", "ARCTANH"})
    void aValueIsWithinThePromisedErrorOfTheTrueOne(Op op) {
        for (Lane lane : LANES) {
            List<String[]> lines = lines(op.name().toLowerCase(Locale.ROOT) + lane.bytes() * 8);
            assertThat(lines).hasSizeGreaterThan(250);
            int n = lines.size();
            try (StripData a = data(lane, n, 1); StripData b = data(lane, n, 2); StripData out = data(lane, n, 3)) {
                for (int i = 0; i < n; i++) {
                    String[] bits = lines.get(i)[1].split(",");
                    whole(lane).put(a.address + i * a.stride, Long.parseUnsignedLong(bits[0], 16));
                    whole(lane).put(b.address + i * b.stride, Long.parseUnsignedLong(bits[bits.length - 1], 16));
                }
                run(op, lane, a, b, out, n);
                for (int i = 0; i < n; i++) {
                    double got = Real.of(lane).get(out.address + i * out.stride);
                    double high = Double.parseDouble(lines.get(i)[2].replace("inf", "Infinity"));
                    double low = Double.parseDouble(lines.get(i)[3]);
                    double ulp = lane == Lane.F64 ? Math.ulp(high) : Math.ulp((float) high);
                    assertThat(got == high || Math.abs(got - high - low) <= ulps(op, lane) * ulp)
                            .as("%s %s of %s is %s, not %s", op, lane, lines.get(i)[1], got, high).isTrue();
                }
            }
        }
    }

    private static List<String[]> lines(String function) {
        try (var in = new GZIPInputStream(AnglesTest.class.getResourceAsStream("angles_golden.tsv.gz"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().map(line -> line.split("\t")).filter(line -> line[0].equals(function)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Op.class, names = {"TAN", "ARCSIN", "ARCCOS", "ARCTAN", "ARCTAN2", "SINH", "COSH", "TANH",
            "ARCSINH", "ARCCOSH", "ARCTANH"})
    void vectorAndScalarGiveTheSameBitsForAnyArgument(Op op) {
        for (Lane lane : LANES) {
            for (double spread : new double[]{0, 0.3, 3, 100}) {
                Random random = new Random(7);
                try (StripData a = data(lane, RANDOM, 1);
                        StripData b = data(lane, RANDOM, 2);
                        StripData out = data(lane, RANDOM, 3);
                        StripData expected = data(lane, RANDOM, 4)) {
                    fill(lane, a, random, spread);
                    fill(lane, b, random, spread);
                    run(op, lane, a, b, out, RANDOM);
                    if (op.inputs() == 1) {
                        Simd.scalar().unary(op, lane).run(a.address, a.stride, expected.address, expected.stride,
                                RANDOM);
                    } else {
                        Simd.scalar().binary(op, lane).run(a.address, a.stride, b.address, b.stride,
                                expected.address, expected.stride, RANDOM);
                    }
                    assertThat(out.elements(RANDOM)).as("%s %s", op, lane).isEqualTo(expected.elements(RANDOM));
                }
            }
        }
    }

    private static void fill(Lane lane, StripData data, Random random, double spread) {
        for (long i = 0; i < RANDOM; i++) {
            long at = data.address + i * data.stride;
            if (spread == 0) {
                whole(lane).put(at, random.nextLong());
            } else {
                Real.of(lane).put(at, (float) (random.nextGaussian() * spread));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"TAN, 0, 0", "TAN, -0.0, -0.0", "TAN, Infinity, NaN", "TAN, -Infinity, NaN", "TAN, NaN, NaN",
            "TAN, -1e-30, -1e-30", "TAN, 4e-320, 4e-320", "ARCSIN, 1, 1.5707963267948966",
            "ARCSIN, -1, -1.5707963267948966", "ARCSIN, 2, NaN", "ARCSIN, -Infinity, NaN", "ARCSIN, NaN, NaN",
            "ARCSIN, -0.0, -0.0", "ARCSIN, 4e-320, 4e-320", "ARCCOS, 1, 0", "ARCCOS, -1, 3.141592653589793",
            "ARCCOS, -0.0, 1.5707963267948966", "ARCCOS, -2, NaN", "ARCCOS, Infinity, NaN", "ARCCOS, NaN, NaN",
            "ARCTAN, Infinity, 1.5707963267948966", "ARCTAN, -Infinity, -1.5707963267948966", "ARCTAN, NaN, NaN",
            "ARCTAN, -0.0, -0.0", "ARCTAN, 4e-320, 4e-320", "ARCTAN, 1, 0.7853981633974483",
            "SINH, -0.0, -0.0", "SINH, Infinity, Infinity", "SINH, -Infinity, -Infinity", "SINH, NaN, NaN",
            "SINH, 1e300, Infinity", "SINH, -711, -Infinity", "SINH, 4e-320, 4e-320", "COSH, 0, 1",
            "COSH, -Infinity, Infinity", "COSH, Infinity, Infinity", "COSH, NaN, NaN", "COSH, -711, Infinity",
            "TANH, -0.0, -0.0", "TANH, Infinity, 1", "TANH, -Infinity, -1", "TANH, NaN, NaN", "TANH, 20, 1",
            "TANH, -1e300, -1", "TANH, 4e-320, 4e-320", "ARCSINH, -0.0, -0.0", "ARCSINH, Infinity, Infinity",
            "ARCSINH, -Infinity, -Infinity", "ARCSINH, NaN, NaN", "ARCSINH, 4e-320, 4e-320", "ARCCOSH, 1, 0",
            "ARCCOSH, 0, NaN", "ARCCOSH, -Infinity, NaN", "ARCCOSH, Infinity, Infinity", "ARCCOSH, NaN, NaN",
            "ARCTANH, 1, Infinity", "ARCTANH, -1, -Infinity", "ARCTANH, 2, NaN", "ARCTANH, NaN, NaN",
            "ARCTANH, -0.0, -0.0", "ARCTANH, 4e-320, 4e-320"})
    void specialValuesAreNumPys(Op op, double x, double wanted) {
        special(op, x, x, wanted);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-0.0, 0, -0.0", "0, -0.0, 3.141592653589793", "-0.0, -0.0, -3.141592653589793",
            "0, -1, 3.141592653589793", "-0.0, -1, -3.141592653589793", "0, 1, 0", "-0.0, 1, -0.0",
            "1, 0, 1.5707963267948966", "1, -0.0, 1.5707963267948966", "-1, 0, -1.5707963267948966",
            "Infinity, Infinity, 0.7853981633974483", "Infinity, -Infinity, 2.356194490192345",
            "-Infinity, Infinity, -0.7853981633974483", "-Infinity, -Infinity, -2.356194490192345",
            "Infinity, 3, 1.5707963267948966", "3, Infinity, 0", "-3, Infinity, -0.0",
            "3, -Infinity, 3.141592653589793",
            "-3, -Infinity, -3.141592653589793", "NaN, 1, NaN", "1, NaN, NaN", "NaN, Infinity, NaN"})
    void anglesOfSpecialPointsAreNumPys(double y, double x, double wanted) {
        special(Op.ARCTAN2, y, x, wanted);
    }

    private static void special(Op op, double x, double y, double wanted) {
        for (Lane lane : List.of(Lane.F16, Lane.BF16, Lane.F32, Lane.F64)) {
            try (StripData a = filled(lane, x, 1);
                    StripData b = filled(lane, y, 2);
                    StripData out = data(lane, 100, 3);
                    StripData expected = filled(lane, wanted, 4)) {
                run(op, lane, a, b, out, 100);
                assertThat(out.elements(100)).as("%s %s of %s, %s: %s", op, lane, x, y,
                        Real.of(lane).get(out.address)).isEqualTo(expected.elements(100));
            }
        }
    }

    private static void run(Op op, Lane lane, StripData a, StripData b, StripData out, int n) {
        if (op.inputs() == 1) {
            Kernels.unary(op, lane).run(a.address, a.stride, out.address, out.stride, n);
        } else {
            Kernels.binary(op, lane).run(a.address, a.stride, b.address, b.stride, out.address, out.stride, n);
        }
    }

    private static StripData filled(Lane lane, double value, int seed) {
        StripData data = data(lane, 100, seed);
        data.fill(100, lane == Lane.F64 ? value : (float) value);
        return data;
    }

    private static StripData data(Lane lane, int n, int seed) {
        return new StripData(lane, n, lane.bytes(), 0, new Random(seed));
    }

    private static Whole whole(Lane lane) {
        return Whole.of(lane == Lane.F64 ? Lane.I64 : Lane.I32);
    }
}
