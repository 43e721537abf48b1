package io.arrayport.core.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.print.PrintOptions.FloatMode;
import io.arrayport.core.print.PrintOptions.Sign;
import org.junit.jupiter.api.Test;

/** Every case of {@code printing_golden.tsv.gz}, which {@code src/test/python/printing_golden.py} wrote with NumPy. */
class ArrayPrinterGoldenTest {
    private static final int SHOWN = 8;

    @Test
    void printsEveryGoldenCaseAsNumpyDoes() throws IOException {
        List<String> failures = new ArrayList<>();
        int cases = 0;
        try (BufferedReader lines = open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    cases++;
                    check(line.split("\t", -1), failures);
                }
            }
        }
        assertThat(failures.stream().limit(SHOWN)).as("%d of %d cases differ", failures.size(), cases).isEmpty();
        assertThat(cases).isGreaterThan(4000);
    }

    private static void check(String[] fields, List<String> failures) {
        assertThat(fields).hasSize(6);
        long[] shape = fields[1].isEmpty() ? new long[0]
                : Arrays.stream(fields[1].split(",")).mapToLong(Long::parseLong).toArray();
        long[] bits = fields[2].isEmpty() ? new long[0]
                : Arrays.stream(fields[2].split(",")).mapToLong(hex -> Long.parseUnsignedLong(hex, 16)).toArray();
        Elements elements = new PatternElements(DType.of(fields[0]), shape, bits);
        ArrayPrinter printer = new ArrayPrinter(options(fields[3]));
        String title = String.join(" ", Arrays.copyOf(fields, 4));
        compare(title + " str", printer.str(elements), fields[4], failures);
        compare(title + " repr", printer.repr(elements), fields[5], failures);
    }

    private static void compare(String title, String actual, String expected, List<String> failures) {
        String escaped = actual.replace("\\", "\\\\").replace("\n", "\\n");
        if (!escaped.equals(expected)) {
            failures.add("%n%s%n  numpy: %s%n  ours:  %s".formatted(title, expected, escaped));
        }
    }

    private static PrintOptions options(String text) {
        PrintOptions options = PrintOptions.DEFAULTS;
        for (String option : text.isEmpty() ? new String[0] : text.split(";")) {
            String value = option.substring(option.indexOf('=') + 1);
            options = switch (option.substring(0, option.indexOf('='))) {
                case "precision" -> options.withPrecision(Integer.parseInt(value));
                case "threshold" -> options.withThreshold(Long.parseLong(value));
                case "edgeitems" -> options.withEdgeitems(Integer.parseInt(value));
                case "linewidth" -> options.withLinewidth(Integer.parseInt(value));
                case "suppress" -> options.withSuppress(value.equals("True"));
                case "nanstr" -> options.withNanstr(value);
                case "infstr" -> options.withInfstr(value);
                case "sign" -> options.withSign(
                        value.equals("+") ? Sign.ALWAYS : value.equals(" ") ? Sign.SPACE : Sign.NEGATIVE_ONLY);
                case "floatmode" -> options.withFloatmode(FloatMode.valueOf(value.toUpperCase(Locale.ROOT)));
                default -> throw new IllegalArgumentException(option);
            };
        }
        return options;
    }

    private static BufferedReader open() throws IOException {
        InputStream resource = Objects.requireNonNull(
                ArrayPrinterGoldenTest.class.getResourceAsStream("printing_golden.tsv.gz"), "printing_golden.tsv.gz");
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8));
    }
}
