package io.arrayport.core.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the golden cases cannot show: bfloat16, how much is read, what is refused. */
class ArrayPrinterTest {
    private final ArrayPrinter printer = new ArrayPrinter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1                | array([1.], dtype=bfloat16)
            3.140625         | array([3.14], dtype=bfloat16)
            0.10009765625    | array([0.1], dtype=bfloat16)
            99.5             | array([99.5], dtype=bfloat16)
            100              | array([1.e+02], dtype=bfloat16)
            256              | array([2.56e+02], dtype=bfloat16)
            3.3895314e38     | array([3.39e+38], dtype=bfloat16)
            9.18354961e-41   | array([9.e-41], dtype=bfloat16)
            -Infinity        | array([-inf], dtype=bfloat16)
            NaN              | array([nan], dtype=bfloat16)
            """)
    void bfloat16PrintsTheDigitsThatAreUniqueInItsPrecision(double value, String expected) {
        assertThat(printer.repr(PatternElements.ofDoubles(DType.BFLOAT16, new long[]{1}, value))).isEqualTo(expected);
    }

    @Test
    void bfloat16AlignsAsTheOtherFloatsDo() {
        Elements elements = PatternElements.ofDoubles(DType.BFLOAT16, new long[]{2, 2}, 0.5, -12.25, 2, 1.5);
        assertThat(printer.str(elements)).isEqualTo("""
                [[  0.5  -12.25]
                 [  2.     1.5 ]]""");
    }

    @Test
    void bfloat16ScalarIsWrittenAsAScalar() {
        assertThat(printer.str(PatternElements.ofDoubles(DType.BFLOAT16, new long[0], 1))).isEqualTo("1.0");
        assertThat(printer.str(new PatternElements(DType.BFLOAT16, new long[0], 0x3727))).isEqualTo("9.95e-06");
    }

    @Test
    void everyBfloat16PrintsDigitsThatReadBackAsIt() {
        for (int bits = 0; bits < 0x7f80; bits++) {
            PatternElements element = new PatternElements(DType.BFLOAT16, new long[0], bits);
            double read = FloatPrecision.BRAIN.round(Double.parseDouble(printer.str(element)));
            assertThat(Float.floatToRawIntBits((float) read) >>> 16).as("bits %x", bits).isEqualTo(bits);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shortestDigitsReadBackAndAreNoLongerThanJavas(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (Double.isFinite(value)) {
                Decimal decimal = Decimal.shortestToDigits(value, FloatPrecision.DOUBLE, Decimal.UNLIMITED, 1);
                String text = decimal.digits() + "e" + decimal.lastPlace();
                assertThat(Double.parseDouble(text)).as("seed %d: %s", seed, text).isEqualTo(value);
                int javas = Double.toString(value).replaceAll("E.*|\\.0(?=E|$)|\\.|^0+", "").length();
                assertThat(decimal.digits().length()).as("seed %d: %s", seed, text).isLessThanOrEqualTo(javas);
            }
        }
    }

    @Test
    void summaryReadsOnlyWhatItShows() {
        PatternElements elements = PatternElements.ofDoubles(DType.FLOAT64, new long[]{1L << 40, 1L << 20, 5}, 0.5, 1,
                2);
        assertThat(printer.str(elements)).contains("...");
        // Once to measure, once to write.
        assertThat(elements.reads()).isEqualTo(2 * 6 * 6 * 5);
    }

    @Test
    void moreTextThanAStringHoldsIsRefused() {
        Elements elements = new PatternElements(DType.BOOL, new long[]{1L << 16, 1L << 16}, 1);
        ArrayPrinter everything = new ArrayPrinter(PrintOptions.DEFAULTS.withThreshold(Long.MAX_VALUE));
        assertThatThrownBy(() -> everything.repr(elements)).isInstanceOf(ArrayportException.class)
                .hasMessageContaining("does not fit in a string; lower threshold or edgeitems");
    }

    @Test
    void negativeCountsAreRefusedByName() {
        PrintOptions options = PrintOptions.DEFAULTS;
        assertThatThrownBy(() -> options.withPrecision(-1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PrintOptions: precision is -1, expected 0 or more");
        assertThatThrownBy(() -> options.withThreshold(-2)).hasMessageContaining("threshold is -2");
        assertThatThrownBy(() -> options.withEdgeitems(-3)).hasMessageContaining("edgeitems is -3");
    }
}
