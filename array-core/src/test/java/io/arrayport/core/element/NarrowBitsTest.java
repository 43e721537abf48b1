package io.arrayport.core.element;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.NarrowFloatType;
import io.arrayport.core.dtype.NarrowFormat;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The float8, float6 and float4 formats against ml_dtypes, whose answers narrow_floats_golden.py wrote. */
class NarrowBitsTest {
    private static String[] line(NarrowFormat format, String what) {
        try (InputStream file = NarrowBitsTest.class.getResourceAsStream("narrow_floats_golden.txt.gz");
                InputStream text = new GZIPInputStream(file)) {
            String start = format.name().toLowerCase(Locale.ROOT) + " " + what + " ";
            String all = new String(text.readAllBytes(), StandardCharsets.US_ASCII);
            return all.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow()
                    .substring(start.length()).split(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String hexadecimal) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(hexadecimal, 16));
    }

    @ParameterizedTest
    @EnumSource(NarrowFormat.class)
    void everyPatternMeansWhatItMeansToMlDtypes(NarrowFormat format) {
        String[] values = line(format, "values");
        assertThat(values).hasSize(256);
        for (int pattern = 0; pattern < 256; pattern++) {
            double expected = number(values[pattern]);
            assertThat(NarrowBits.of(format).value(pattern)).as("pattern %02x", pattern)
                    .isEqualTo(Float.valueOf((float) expected));
        }
    }

    @ParameterizedTest
    @EnumSource(NarrowFormat.class)
    void everyNumberRoundsAsMlDtypesRoundsIt(NarrowFormat format) {
        String[] pairs = line(format, "patterns");
        assertThat(pairs).hasSizeGreaterThan(50);
        for (String pair : pairs) {
            double value = number(pair.substring(0, 16));
            int expected = Integer.parseInt(pair.substring(17), 16);
            assertThat(NarrowBits.of(format).pattern(value)).as("%s, which is %s", value, pair).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(NarrowFormat.class)
    void noNumberStaysNoNumber(NarrowFormat format) {
        NarrowBits bits = NarrowBits.of(format);
        float back = bits.value(bits.pattern(Double.NaN));
        if (format.specials() == NarrowFormat.Specials.NONE) {
            assertThat(back).isEqualTo(-0f);
        } else {
            assertThat(back).isNaN();
        }
    }

    static Stream<DType> narrow() {
        return DType.NARROW.stream();
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void arraysAreCastBothWaysInEveryTypeAndLayout(DType narrow) {
        try (NdArray one = np.array(0.5, 1, 1.5, 2, 3, 4)) {
            NarrowBits bits = NarrowBits.of(((NarrowFloatType) narrow).format());
            for (DType other : DType.ALL) {
                if (other.kind() == 'b') {
                    continue;
                }
                try (NdArray from = one.astype(other); NdArray cast = from.get("::-2").astype(narrow);
                        NdArray back = cast.astype(other)) {
                    assertThat(cast.dtype()).isEqualTo(narrow);
                    for (int i = 0; i < 3; i++) {
                        double value = from.astype(DType.FLOAT64).getDouble(5 - 2 * i);
                        float expected = bits.value(bits.pattern(value));
                        assertThat(cast.item(i)).isEqualTo((double) expected);
                        assertThat(back.astype(DType.FLOAT64).getDouble(i)).as("%s by %s", other, narrow)
                                .isEqualTo(other.kind() == 'i' || other.kind() == 'u' ? (long) expected : expected);
                    }
                }
            }
        }
    }

    @Test
    void theyAreCarriedAndPrintedAndNotComputedOn() {
        try (NdArray a = np.array(0.5, -1.5, 448).astype(DType.FLOAT8_E4M3FN)) {
            assertThat(a.toString()).isEqualTo("[  0.5  -1.5 448. ]");
            assertThat(a.get("::-1").item(1)).isEqualTo(-1.5);
            a.setDouble(1e9, 0);
            assertThat(a.item(0)).isEqualTo(Double.NaN);
            assertThatThrownBy(() -> np.add(a, a)).isInstanceOf(ArrayportException.class);
            assertThatThrownBy(() -> a.getLong(1)).isInstanceOf(ArrayportException.class).hasMessageContaining("round");
        }
    }

    @Test
    void theyAreFoundByNameAndCastWhenAsked() {
        for (DType type : DType.NARROW) {
            assertThat(DType.of(type.name())).isSameAs(type);
            assertThat(np.canCast(type, DType.FLOAT32)).isFalse();
            assertThat(np.canCast(type, DType.FLOAT32, Casting.SAME_KIND)).isTrue();
            assertThat(np.canCast(type, DType.COMPLEX64, Casting.SAME_KIND)).isTrue();
            assertThat(np.canCast(type, DType.INT32, Casting.SAME_KIND)).isFalse();
            assertThat(np.canCast(DType.FLOAT32, type, Casting.SAME_KIND)).isTrue();
        }
        assertThat(IntStream.range(0, 11).mapToObj(DType.NARROW::get).map(DType::itemsize)).containsOnly(1);
        assertThat(List.of(NarrowFormat.values())).hasSameSizeAs(DType.NARROW);
    }
}
