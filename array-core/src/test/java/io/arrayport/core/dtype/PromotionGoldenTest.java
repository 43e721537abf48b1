package io.arrayport.core.dtype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.error.DTypeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case of {@code promotion_golden.tsv.gz}; {@code src/test/python/promotion_golden.py} wrote it with NumPy. */
class PromotionGoldenTest {
    private static final int SHOWN = 12;

    @ParameterizedTest
    @CsvSource({"promote,625", "cast,625", "result,7520", "min,265"})
    void answersAsNumpyDoes(String kind, int count) throws IOException {
        List<String> failures = new ArrayList<>();
        int cases = 0;
        for (String line : golden()) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals(kind)) {
                cases++;
                String actual = answer(fields);
                if (!actual.equals(fields[fields.length - 1])) {
                    failures.add("%n%s: ours %s".formatted(line, actual));
                }
            }
        }
        assertThat(failures.stream().limit(SHOWN)).as("%d cases differ", failures.size()).isEmpty();
        assertThat(cases).isEqualTo(count);
    }

    private static String answer(String[] fields) {
        return switch (fields[0]) {
            case "promote" -> text(Promotion.promoteTypes(DType.of(fields[1]), DType.of(fields[2])));
            case "cast" -> Arrays.stream(Casting.values())
                    .map(casting -> Promotion.canCast(DType.of(fields[1]), DType.of(fields[2]), casting) ? "1" : "0")
                    .collect(Collectors.joining());
            case "result" -> result(list(fields[1], DType::of), list(fields[2], WeakKind::valueOf));
            case "min" -> smallest(value(fields[1]));
            default -> throw new AssertionError(fields[0]);
        };
    }

    private static String result(List<DType> types, List<WeakKind> weak) {
        try {
            DType result = Promotion.resultType(types, weak);
            assertThat(Promotion.resultType(types.reversed(), weak.reversed())).isEqualTo(result);
            return text(result);
        } catch (IllegalArgumentException nothing) {
            return "error";
        }
    }

    private static String smallest(Object value) {
        try {
            return text(Promotion.minScalarType(value));
        } catch (DTypeException beyond) {
            return "object";
        }
    }

    /** The answers were written on a little-endian machine, and are native. */
    private static String text(DType type) {
        assertThat(type.order()).isEqualTo(ByteOrder.nativeOrder());
        return type.withOrder(ByteOrder.LITTLE_ENDIAN).str();
    }

    private static Object value(String field) {
        String text = field.substring(1);
        return switch (field.charAt(0)) {
            case 'b' -> Boolean.valueOf(text);
            case 'i' -> new BigInteger(text);
            case 'f' -> Double.valueOf(text);
            case 's' -> Float.valueOf(text);
            case 'c' -> {
                List<Double> parts = list(text, Double::valueOf);
                yield new Complex(parts.getFirst(), parts.getLast());
            }
            default -> throw new AssertionError(field);
        };
    }

    private static <T> List<T> list(String field, Function<String, T> parse) {
        return field.isEmpty() ? List.of() : Arrays.stream(field.split(",")).map(parse).toList();
    }

    private static List<String> golden() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(Objects.requireNonNull(
                PromotionGoldenTest.class.getResourceAsStream("promotion_golden.tsv.gz"), "promotion_golden.tsv.gz")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
