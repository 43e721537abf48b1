package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every conversion at every length, stride and alignment: against exact arithmetic, and its scalar twin to the bit. */
class ConversionsTest {
    private static final List<Integer> LENGTHS = List.of(0, 1, 2, 7, 8, 9, 10, 16, 17, 31, 33, 63, 64, 65, 129, 1100);

    record Pair(Lane from, Lane to) {}

    static List<Pair> pairs() {
        List<Lane> lanes = ConversionOracle.LANES;
        return lanes.stream().flatMap(from -> lanes.stream().map(to -> new Pair(from, to))).toList();
    }

    static Stream<Pair> numbers() {
        return pairs().stream().filter(pair -> pair.from() != pair.to()
                && !(pair.from().isComplex() && pair.to().isComplex()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void convertsAsExactArithmeticDoesAndTouchesNothingElse(Pair pair) {
        UnaryKernel kernel = Conversions.of(pair.from(), pair.to());
        for (int n : LENGTHS) {
            for (int seed = 0; seed < (n > 1000 ? 2 : 4); seed++) {
                Random random = new Random(seed * 100_003L + n);
                long inStride = seed < 2 ? pair.from().bytes() : KernelCase.stride(pair.from(), 3, random);
                long outStride = KernelCase.outStride(pair.to(), seed < 2 ? 0 : 3, random);
                try (StripData in = new StripData(pair.from(), n, inStride, random.nextInt(9), random);
                        StripData out = new StripData(pair.to(), n, outStride, random.nextInt(9), random);
                        StripData expected = new StripData(pair.to(), n, pair.to().bytes(), 0, random)) {
                    sprinkle(pair.from(), in, n, random);
                    kernel.run(in.address, inStride, out.address, outStride, n);
                    for (long i = 0; i < n; i++) {
                        ConversionOracle.convert(pair.from(), in.address + i * inStride, pair.to(),
                                expected.address + i * pair.to().bytes());
                    }
                    assertThat(out.elements(n)).as("n=%d seed=%d", n, seed).isEqualTo(expected.elements(n));
                    assertThat(out.untouched(n)).as("guards: n=%d seed=%d", n, seed).isTrue();
                }
            }
        }
    }

    /** Any bits, so nans with a payload too: the twin keeps as much of it. */
    @ParameterizedTest
    @MethodSource("numbers")
    void givesTheBitsOfItsScalarTwin(Pair pair) {
        int n = 4096;
        UnaryKernel twin = Simd.scalar().convert(pair.from(), pair.to());
        try (StripData in = new StripData(pair.from(), n, pair.from().bytes(), 0, new Random(5));
                StripData out = new StripData(pair.to(), n, pair.to().bytes(), 0, new Random(6));
                StripData expected = new StripData(pair.to(), n, pair.to().bytes(), 0, new Random(6))) {
            Random random = new Random(7);
            for (int i = 0; i < n * pair.from().bytes(); i++) {
                Raw.i8(in.address + i, (byte) (random.nextInt(8) == 0 ? 0x7F : random.nextInt()));
            }
            Conversions.of(pair.from(), pair.to()).run(in.address, in.stride, out.address, out.stride, n);
            twin.run(in.address, in.stride, expected.address, expected.stride, n);
            for (int i = 0; i < n * pair.to().bytes(); i++) {
                assertThat(Raw.i8(out.address + i)).as("byte %d", i).isEqualTo(Raw.i8(expected.address + i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void reversesBytes(int bytes) {
        Lane lane = bytes == 2 ? Lane.I16 : bytes == 4 ? Lane.I32 : Lane.I64;
        for (int n : LENGTHS) {
            for (long stride : new long[]{bytes, -bytes, 3L * bytes + 1}) {
                try (StripData in = new StripData(lane, n, stride, 1, new Random(n));
                        StripData out = new StripData(lane, n, stride, 3, new Random(n))) {
                    byte[] expected = in.elements(n);
                    for (int i = 0; i < n * bytes; i += bytes) {
                        for (int k = 0; k < bytes / 2; k++) {
                            byte low = expected[i + k];
                            expected[i + k] = expected[i + bytes - 1 - k];
                            expected[i + bytes - 1 - k] = low;
                        }
                    }
                    Conversions.swap(bytes).run(in.address, stride, out.address, stride, n);
                    assertThat(out.elements(n)).as("n=%d stride=%d", n, stride).isEqualTo(expected);
                    assertThat(out.untouched(n)).isTrue();
                }
            }
        }
    }

    /** Puts numbers among the elements at which a format or a range ends. */
    private static void sprinkle(Lane lane, StripData data, int n, Random random) {
        if (!lane.isFloat() && !lane.isComplex()) {
            return;
        }
        double[] edges = {0x1p31, -0x1p31, 0x1p31 - 1, -0x1p31 - 0.5, -0x1p31 - 1, 0x1p63, -0x1p63, 0x1.8p63, 0x1p64,
                255.5, -1.5, 65503.9, 65504, 65519.99, 65520, 0x1p-14, 0x1.ffcp-15, 0x1p-24, 0x1p-25, 0x1.8p-24,
                0x1p-133,
                0x1.8p-134, 0x1p127, 0x1.ffp127, 0x1.fffffefp127, 0x1p-149, Double.MIN_VALUE, Double.MAX_VALUE, 1e300,
                Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1 + 0x1p-8, 1 + 0x1p-11, 1 + 0x1.8p-8,
                1 + 0x1p-8 + 0x1p-40, 1 + 0x1p-11 + 0x1p-40, 0x1p-14 + 0x1p-25, 0x1p-126 + 0x1p-134};
        Real form = Real.of(lane.part());
        for (int i = 0; i < n; i++) {
            if (random.nextInt(3) == 0) {
                double edge = edges[random.nextInt(edges.length)];
                form.put(data.address + i * data.stride, lane.part() == Lane.F64 ? edge : (float) edge);
            }
        }
    }
}
