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
import java.util.function.DoubleSupplier;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Functions of complex numbers, each part for itself, against true values and against NumPy's special ones
 * (complex_golden.tsv.gz, written by src/test/python/complex_golden.py), and vector against scalar to the bit.
 */
class ComplexFunctionTest {
    /** Of each part. */
    private static final double ULPS = 4;
    /** What is left of a part where all but the last of a hundred bits cancel. */
    private static final double TWOFOLD = 0x1p-104;
    private static final int RANDOM = 20_000;

    private record Line(double r, double i, double real, double imag) {
        static Line of(String[] fields) {
            return new Line(argument(fields[2]), argument(fields[3]), value(fields[4]), value(fields[5]));
        }

        private static double argument(String bits) {
            long number = Long.parseUnsignedLong(bits, 16);
            return bits.length() == 16 ? Double.longBitsToDouble(number) : Float.intBitsToFloat((int) number);
        }

        private static double value(String text) {
            return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
        }
    }

    private static List<Line> lines(Op op, String kind) {
        String name = op.name().toLowerCase(Locale.ROOT);
        try (var in = new GZIPInputStream(ComplexFunctionTest.class.getResourceAsStream("complex_golden.tsv.gz"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            List<Line> lines = reader.lines().map(line -> line.split("\t"))
                    .filter(fields -> fields[1].equals(name) && fields[0].equals(kind)).map(Line::of).toList();
            assertThat(lines).hasSizeGreaterThan(90);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Complex> computed(Op op, Lane lane, List<Line> lines) {
        Real form = Real.of(lane.part());
        int part = lane.part().bytes();
        int n = lines.size();
        try (StripData in = new StripData(lane, n, lane.bytes(), 0, new Random(1));
                StripData out = new StripData(lane, n, lane.bytes(), 0, new Random(2))) {
            for (int k = 0; k < n; k++) {
                form.put(in.address + k * in.stride, lines.get(k).r());
                form.put(in.address + k * in.stride + part, lines.get(k).i());
            }
            Kernels.unary(op, lane).run(in.address, in.stride, out.address, out.stride, n);
            return java.util.stream.IntStream.range(0, n).mapToObj(k -> new Complex(
                    form.get(out.address + k * out.stride), form.get(out.address + k * out.stride + part))).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Op.class, mode = Mode.INCLUDE, names = {"EXP", "EXP2", "EXPM1", "LOG", "LOG2", "LOG10",
            "LOG1P", "SQRT", "SIN", "COS", "TAN", "SINH", "COSH", "TANH", "ARCSIN", "ARCCOS", "ARCTAN", "ARCSINH",
            "ARCCOSH", "ARCTANH"})
    void eachPartIsWithinAFewLastPlacesOfTheTrueValue(Op op) {
        for (Lane lane : List.of(Lane.C64, Lane.C128)) {
            boolean single = lane == Lane.C64;
            List<Line> lines = lines(op, single ? "32" : "64");
            List<Complex> computed = computed(op, lane, lines);
            for (int k = 0; k < lines.size(); k++) {
                Line line = lines.get(k);
                Complex got = computed.get(k);
                double least = TWOFOLD * Math.hypot(line.real(), line.imag());
                assertThat(near(got.real(), line.real(), single, least) && near(got.imag(), line.imag(), single, least))
                        .as("%s of (%s, %s) is %s, not (%s, %s)", op, line.r(), line.i(), got, line.real(),
                                line.imag())
                        .isTrue();
            }
        }
    }

    private static boolean near(double got, double wanted, boolean single, double least) {
        double ulp = single ? Math.ulp((float) wanted) : ULPS * Math.ulp(wanted);
        return got == (single ? (float) wanted : wanted) || Math.abs(got - wanted) <= Math.max(ulp, least);
    }

    @ParameterizedTest
    @EnumSource(value = Op.class, mode = Mode.INCLUDE, names = {"EXP", "EXP2", "EXPM1", "LOG", "LOG2", "LOG10",
            "LOG1P", "SQRT", "SIN", "COS", "TAN", "SINH", "COSH", "TANH", "ARCSIN", "ARCCOS", "ARCTAN", "ARCSINH",
            "ARCCOSH", "ARCTANH"})
    void infiniteNanAndZeroPartsGiveWhatNumpyGives(Op op) {
        List<Line> lines = lines(op, "special");
        List<Complex> computed = computed(op, Lane.C128, lines);
        for (int k = 0; k < lines.size(); k++) {
            Line line = lines.get(k);
            Complex got = computed.get(k);
            assertThat(like(got.real(), line.real()) && like(got.imag(), line.imag()))
                    .as("%s of (%s, %s) is %s, not (%s, %s)", op, line.r(), line.i(), got, line.real(), line.imag())
                    .isTrue();
        }
    }

    /** The same, or finite and close: NumPy's own numbers are not all exact. */
    private static boolean like(double got, double wanted) {
        return Double.compare(got, wanted) == 0 || wanted != 0 && Math.abs(got - wanted) <= 1e-14 * Math.abs(wanted);
    }

    @ParameterizedTest
    @EnumSource(value = Op.class, mode = Mode.INCLUDE, names = {"EXP", "LOG", "SQRT", "SIN", "COS", "ABSOLUTE"})
    void vectorAndScalarGiveTheSameBitsForAnyArgument(Op op) {
        for (Lane lane : List.of(Lane.C64, Lane.C128)) {
            Lane result = Kernels.output(op, lane);
            Random random = new Random(3);
            try (StripData in = new StripData(lane, RANDOM, lane.bytes(), 0, random);
                    StripData out = new StripData(result, RANDOM, result.bytes(), 0, new Random(8));
                    StripData expected = new StripData(result, RANDOM, result.bytes(), 0, new Random(9))) {
                for (int k = RANDOM / 2; k < RANDOM; k++) { // in the first half every vector has something special
                    tame(lane, in.address + k * in.stride, () -> random.nextGaussian() * 30);
                }
                Kernels.unary(op, lane).run(in.address, in.stride, out.address, out.stride, RANDOM);
                Simd.scalar().unary(op, lane).run(in.address, in.stride, expected.address, expected.stride, RANDOM);
                assertThat(out.elements(RANDOM)).as("%s %s", op, lane).isEqualTo(expected.elements(RANDOM));
            }
        }
    }

    private static void tame(Lane lane, long at, DoubleSupplier number) {
        Real form = Real.of(lane.part());
        form.put(at, (float) number.getAsDouble());
        form.put(at + lane.part().bytes(), (float) number.getAsDouble());
    }

    @Test
    void powersWithSmallWholeExponentsAreRepeatedProducts() {
        assertThat(ComplexPower.of(3, 4, 2, 0)).isEqualTo(new Complex(-7, 24));
        assertThat(ComplexPower.of(0, 1, 99, 0)).isEqualTo(new Complex(-0.0, -1));
        assertThat(ComplexPower.of(0, 2, -1, 0)).isEqualTo(new Complex(0, -0.5));
        assertThat(ComplexPower.of(Double.NaN, 1, 0, -0.0)).isEqualTo(new Complex(1, 0));
        assertThat(ComplexPower.of(0, 0, 0.5, 3)).isEqualTo(new Complex(0, 0));
        assertThat(ComplexPower.of(0, -0.0, -1, 0)).isEqualTo(new Complex(Double.NaN, Double.NaN));
    }

    @Test
    void otherPowersGoByTheLogarithm() {
        Complex got = ComplexPower.of(0, 1, 0, 1); // e to the -pi/2
        assertThat(got.real()).isCloseTo(Math.exp(-Math.PI / 2), org.assertj.core.data.Offset.offset(1e-16));
        assertThat(got.imag()).isZero();
    }
}
