package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NumPy's bits: kernels_golden.tsv.gz, written by src/test/python/kernels_golden.py, where the lines are explained. */
class KernelGoldenTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<String[]> LINES = read();
    private static final Map<Lane, byte[]> VALUES = new HashMap<>();

    static {
        LINES.stream().filter(line -> line[0].equals("values"))
                .forEach(line -> VALUES.put(Lane.valueOf(line[1]), HEX.parseHex(line[2])));
    }

    private static List<String[]> read() {
        try (var in = new GZIPInputStream(KernelGoldenTest.class.getResourceAsStream("kernels_golden.tsv.gz"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> lines(String kind, String op) {
        List<String[]> found = LINES.stream().filter(line -> line[0].equals(kind) && line[1].equals(op)).toList();
        assertThat(found).hasSizeGreaterThan(4);
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "MAXIMUM", "MINIMUM", "EQUAL", "NOT_EQUAL", "LESS",
            "LESS_EQUAL", "GREATER", "GREATER_EQUAL"})
    void every_pair_of_operands_gives_what_NumPy_gives(String name) {
        Op op = Op.valueOf(name);
        for (String[] line : lines("binary", name)) {
            Lane lane = Lane.valueOf(line[2]);
            byte[] values = VALUES.get(lane);
            int n = values.length / lane.bytes();
            Lane output = Kernels.output(op, lane);
            for (long spread : new long[]{1, 2, -3}) {
                try (StripData a = StripData.of(lane, pairs(values, lane, true), spread * lane.bytes(), 0);
                        StripData b = StripData.of(lane, pairs(values, lane, false), spread * lane.bytes(), 0);
                        StripData out = StripData.of(output, new byte[n * n * output.bytes()],
                                spread * output.bytes(), 0)) {
                    for (BinaryKernel kernel : List.of(Kernels.binary(op, lane), Simd.scalar().binary(op, lane))) {
                        kernel.run(a.address, a.stride, b.address, b.stride, out.address, out.stride, (long) n * n);
                        assertThat(HEX.formatHex(out.elements((long) n * n)))
                                .as("%s %s spread=%d %s", op, lane, spread, kernel).isEqualTo(line[3]);
                    }
                }
            }
        }
    }

    private static byte[] pairs(byte[] values, Lane lane, boolean slow) {
        int size = lane.bytes();
        int n = values.length / size;
        byte[] all = new byte[n * n * size];
        for (int i = 0; i < n * n; i++) {
            System.arraycopy(values, (slow ? i / n : i % n) * size, all, i * size, size);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEGATIVE", "ABSOLUTE", "SQUARE", "SQRT"})
    void every_operand_gives_what_NumPy_gives(String name) {
        Op op = Op.valueOf(name);
        for (String[] line : lines("unary", name)) {
            Lane lane = Lane.valueOf(line[2]);
            int n = VALUES.get(lane).length / lane.bytes();
            Lane output = Kernels.output(op, lane);
            for (long spread : new long[]{1, 2, -3}) {
                try (StripData in = StripData.of(lane, VALUES.get(lane), spread * lane.bytes(), 0);
                        StripData out = StripData.of(output, new byte[n * output.bytes()], spread * output.bytes(),
                                0);
                        StripData expected = StripData.of(output, HEX.parseHex(line[3]), output.bytes(), 0)) {
                    Kernels.unary(op, lane).run(in.address, in.stride, out.address, out.stride, n);
                    if (lane.isComplex() && (op == Op.ABSOLUTE || op == Op.SQRT)) {
                        near(out, expected, output, n, op == Op.SQRT ? 2 : 1);
                    } else {
                        assertThat(HEX.formatHex(out.elements(n))).as("%s %s spread=%d", op, lane, spread)
                                .isEqualTo(line[3]);
                    }
                }
            }
        }
    }

    /** The C library's hypot and csqrt are not correctly rounded, nor are ours. */
    private static void near(StripData out, StripData expected, Lane lane, int n, int ulps) {
        Real form = Real.of(lane.part());
        for (int i = 0; i < n; i++) {
            for (int part = 0; part < lane.bytes(); part += lane.part().bytes()) {
                double got = form.get(out.address + i * out.stride + part);
                double wanted = form.get(expected.address + i * expected.stride + part);
                double ulp = lane.part() == Lane.F32 ? Math.ulp((float) wanted) : Math.ulp(wanted);
                boolean same = Double.compare(got, wanted) == 0;
                assertThat(same || Math.abs(got - wanted) <= ulps * ulp).as("element %d part %d: %s, not %s", i, part,
                        got, wanted).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Op.class, names = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "MAXIMUM", "MINIMUM"})
    void a_reduction_has_NumPys_bits(Op op) {
        for (String[] line : lines("reduce", op.name())) {
            Lane lane = Lane.valueOf(line[2]);
            Lane into = Lane.valueOf(line[3]);
            int n = Integer.parseInt(line[4]);
            for (long spread : new long[]{1, -3}) {
                try (StripData in = draw(op, lane, n, spread); StripData acc = new StripData(into, 1, 0, 0,
                        new java.util.Random(1))) {
                    boolean zero = op == Op.ADD;
                    if (zero || lane != into) {
                        acc.fill(1, zero ? 0 : 1);
                        Kernels.reduce(op, lane, into).run(in.address, in.stride, n, acc.address);
                    } else {
                        acc.put(0, java.util.Arrays.copyOf(in.elements(1), into.bytes()));
                        Kernels.reduce(op, lane, into).run(in.address + in.stride, in.stride, n - 1L, acc.address);
                    }
                    assertThat(HEX.formatHex(acc.elements(1)))
                            .as("%s %s into %s n=%d spread=%d", op, lane, into, n, spread).isEqualTo(line[5]);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Op.class, names = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "MAXIMUM", "MINIMUM"})
    void an_accumulation_has_NumPys_bits(Op op) {
        for (String[] line : lines("scan", op.name())) {
            Lane lane = Lane.valueOf(line[2]);
            int n = Integer.parseInt(line[3]);
            for (long spread : new long[]{1, -3}) {
                try (StripData in = draw(op, lane, n, spread); StripData out = draw(op, lane, n, spread)) {
                    Kernels.scan(op, lane, lane).run(in.address + in.stride, in.stride, out.address + out.stride,
                            out.stride, n - 1L);
                    byte[] all = out.elements(n);
                    assertThat(HEX.formatHex(all, all.length - lane.bytes(), all.length))
                            .as("%s %s n=%d spread=%d", op, lane, n, spread).isEqualTo(line[4]);
                }
            }
        }
    }

    /** As draw() in the Python script. */
    private static StripData draw(Op op, Lane lane, int n, long spread) {
        StripData data = StripData.of(lane, new byte[n * lane.bytes()], spread * lane.bytes(), 0);
        long state = 12345;
        for (int i = 0; i < n; i++) {
            for (int part = 0; part < lane.bytes(); part += lane.part().bytes()) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                int drawn = (int) (state >>> 33 & 0xFFFF) - 32768;
                long at = data.address + i * data.stride + part;
                if (lane.isFloat() || lane.isComplex()) {
                    double value = op == Op.MULTIPLY || op == Op.DIVIDE ? 1 + drawn / 0x1p19 : drawn / 4096.0;
                    Real.of(lane.part()).put(at, value);
                } else {
                    Whole.of(lane).put(at, lane == Lane.BOOL ? drawn & 1 : drawn);
                }
            }
        }
        return data;
    }
}
