package io.arrayport.core.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.error.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReshapeTest {

    /** The cases of {@code reshape_golden.tsv.gz}, which {@code src/test/python/reshape_golden.py} wrote. */
    @Test
    void sharesWhereNumpySharesAndNowhereElse() throws IOException {
        int views = 0;
        int copies = 0;
        try (BufferedReader lines = golden()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split("\t", -1);
                Layout layout = Layout.of(Shape.of(longs(fields[1])), longs(fields[2]), Long.parseLong(fields[3]));
                Shape target = Shape.of(longs(fields[4]));
                Optional<Layout> view = layout.reshape(target, Integer.parseInt(fields[0]));
                if (fields[5].equals("copy")) {
                    copies++;
                    assertThat(view).as(line).isEmpty();
                } else {
                    views++;
                    assertThat(view).as(line).isPresent();
                    Layout numpys = Layout.of(target, longs(fields[5]), layout.offset());
                    assertThat(Layouts.offsets(view.get())).as(line).isEqualTo(Layouts.offsets(numpys));
                }
            }
        }
        assertThat(views).isGreaterThan(3_000);
        assertThat(copies).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aViewHasTheSameElementsInTheSameOrder(long seed) {
        Random random = new Random(seed);
        int views = 0;
        for (int round = 0; round < 5_000; round++) {
            Layout layout = Layouts.any(random, Layouts.shape(random, 4), 4);
            Shape target = sameSize(random, layout.size());
            Optional<Layout> view = layout.reshape(target, 4);
            if (view.isPresent()) {
                views++;
                assertThat(view.get().shape()).isEqualTo(target);
                assertThat(Layouts.offsets(view.get())).as("seed %d: %s to %s", seed, layout, target)
                        .isEqualTo(Layouts.offsets(layout));
            }
        }
        assertThat(views).isGreaterThan(500);
    }

    private static Shape sameSize(Random random, long size) {
        if (size == 0) {
            return Shape.of(random.nextInt(3), 0, random.nextInt(3));
        }
        List<Long> dims = new ArrayList<>();
        for (long rest = size; rest > 1 || random.nextInt(3) == 0;) {
            long factor = 1 + random.nextInt(4);
            if (rest % factor == 0) {
                dims.add(factor);
                rest /= factor;
            }
        }
        return Shape.of(dims.stream().limit(20).mapToLong(Long::longValue).toArray());
    }

    @Test
    void refusesAnotherNumberOfElements() {
        assertThatThrownBy(() -> Layout.contiguous(Shape.of(3, 4), 8).reshape(Shape.of(5), 8))
                .isInstanceOf(ShapeException.class).hasMessage("reshape: shape (3, 4) has 12 elements, (5,) has 5");
    }

    private static long[] longs(String text) {
        return text.isEmpty() ? new long[0] : Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
    }

    private static BufferedReader golden() throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(
                        ReshapeTest.class.getResourceAsStream("reshape_golden.tsv.gz"), "reshape_golden.tsv.gz")),
                StandardCharsets.UTF_8));
    }
}
