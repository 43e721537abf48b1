package io.arrayport.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import org.junit.jupiter.api.Test;

/** Every case of {@code indexing_golden.tsv.gz}, which {@code src/test/python/indexing_golden.py} wrote with NumPy. */
class IndexingGoldenTest {
    private static final int SHOWN = 8;

    private final List<String> failures = new ArrayList<>();
    private int views;
    private int errors;

    @Test
    void indexesEveryGoldenCaseAsNumpyDoes() throws IOException {
        try (BufferedReader lines = open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    check(line.split("\t", -1));
                }
            }
        }
        assertThat(failures.stream().limit(SHOWN)).as("%d cases differ", failures.size()).isEmpty();
        assertThat(views).isGreaterThan(1500);
        assertThat(errors).isGreaterThan(700);
    }

    private void check(String[] fields) {
        Layout array = layout(fields, 0);
        String text = fields[3].replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r").replace("\\f", "\f");
        String expected = fields.length == 5 ? fields[4] : describe(layout(fields, 4));
        String actual;
        try {
            List<Index> indices = IndexText.parse(text);
            assertThat(IndexText.parse(String.join(", ", indices.stream().map(Index::toString).toList())
                    .transform(joined -> joined.isEmpty() ? "()" : joined))).isEqualTo(indices);
            actual = describe(Indexing.apply(array, indices));
        } catch (IndexException | IllegalArgumentException | DTypeException e) {
            assertThat(e).hasMessageMatching("(get|index): (?s:.+)");
            actual = "error";
        }
        if (expected.equals("error")) {
            errors++;
        } else {
            views++;
        }
        if (!actual.equals(expected)) {
            failures.add("%n%s [%s]%n  numpy: %s%n  ours:  %s".formatted(array, fields[3], expected, actual));
        }
    }

    /** Without the strides of axes that have nothing to step to: no element's address depends on them. */
    private static String describe(Layout layout) {
        List<String> strides = new ArrayList<>();
        for (int axis = 0; axis < layout.ndim(); axis++) {
            strides.add(layout.dim(axis) > 1 ? Long.toString(layout.stride(axis)) : "_");
        }
        return layout.shape() + " strides " + strides + " offset " + layout.offset();
    }

    private static Layout layout(String[] fields, int at) {
        return Layout.of(Shape.of(longs(fields[at])), longs(fields[at + 1]), Long.parseLong(fields[at + 2]));
    }

    private static long[] longs(String text) {
        return text.isEmpty() ? new long[0] : Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
    }

    private static BufferedReader open() throws IOException {
        InputStream resource = Objects.requireNonNull(
                IndexingGoldenTest.class.getResourceAsStream("indexing_golden.tsv.gz"), "indexing_golden.tsv.gz");
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8));
    }
}
