package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** Every case of {@code creation_golden.tsv.gz}, which {@code src/test/python/creation_golden.py} wrote with NumPy. */
class CreationGoldenTest {
    private static final int SHOWN = 8;

    @Test
    void makesTheBytesThatNumpyMakes() throws IOException {
        List<String> failures = new ArrayList<>();
        int values = 0;
        int errors = 0;
        try (BufferedReader lines = golden()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split("\t", -1);
                String actual = result(fields[0], DType.of(fields[1]), fields[2].split(","));
                if (!actual.equals(fields[3])) {
                    failures.add("%n%s %s(%s)%n  numpy: %.80s%n  ours:  %.80s".formatted(fields[0], fields[1],
                            fields[2], fields[3], actual));
                }
                errors += fields[3].equals("error") ? 1 : 0;
                values += fields[3].equals("error") ? 0 : 1;
            }
        }
        assertThat(failures.stream().limit(SHOWN)).as("%d cases differ", failures.size()).isEmpty();
        assertThat(values).isGreaterThan(1_500);
        assertThat(errors).isGreaterThan(400);
    }

    private static String result(String function, DType dtype, String[] numbers) {
        try (NdArray array = function.equals("full") ? full(dtype, numbers[0]) : arange(dtype, numbers)) {
            assertThat(array.dtype()).isEqualTo(dtype);
            assertThat(array.isCContiguous()).isTrue();
            byte[] bytes = Memory.segment(array.address(), array.nbytes()).toArray(ValueLayout.JAVA_BYTE);
            return bytes.length == 0 ? "" : HexFormat.of().formatHex(bytes);
        } catch (CastingException | ShapeException e) {
            assertThat(e).hasMessageMatching("(set|arange): .+");
            return "error";
        }
    }

    private static NdArray full(DType dtype, String value) {
        return isWhole(value)
                ? np.full(Shape.of(3), Long.parseLong(value), dtype)
                : np.full(Shape.of(3), number(value), dtype);
    }

    private static NdArray arange(DType dtype, String[] numbers) {
        if (isWhole(numbers[0])) {
            return np.arange(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]), dtype);
        }
        return np.arange(number(numbers[0]), number(numbers[1]), number(numbers[2]), dtype);
    }

    private static boolean isWhole(String number) {
        return number.matches("-?\\d+");
    }

    private static double number(String python) {
        return switch (python) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(python);
        };
    }

    private static BufferedReader golden() throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(Objects.requireNonNull(
                CreationGoldenTest.class.getResourceAsStream("creation_golden.tsv.gz"), "creation_golden.tsv.gz")),
                StandardCharsets.UTF_8));
    }
}
