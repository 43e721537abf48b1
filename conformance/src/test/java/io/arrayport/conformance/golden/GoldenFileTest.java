package io.arrayport.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFileTest {
    static Iterable<String> categories() {
        return GoldenCases.categories();
    }

    @Test
    void theFilesAreFoundInTheFolderThatTheyLieIn() {
        assertThat(GoldenCases.categories()).contains("can_cast", "casts", "creation", "indexing", "promotion", "ufunc")
                .doesNotContain("names").isSorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("categories")
    void everyCaseIsNamedOnceAndUnderstood(String category) {
        Set<String> ids = new HashSet<>();
        GoldenFile.read(category, golden -> {
            assertThat(golden.strange()).as(golden.id()).isNull();
            assertThat(ids.add(golden.id())).as(golden.id()).isTrue();
            assertThat(golden.id()).startsWith(category + ":");
        });
        assertThat(ids).isNotEmpty();
    }

    @Test
    void aTruncatedFileIsNoShorterTest() {
        String line = "{\"id\":\"1\",\"name\":\"numpy.it\",\"call\":\"it\",\"args\":[],\"covers\":[],\"result\":1}\n";
        String file = "{\"category\":\"test\",\"numpy\":\"2.4.6\",\"cases\":2}\n" + line;
        assertThatThrownBy(() -> GoldenFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                golden -> {})).hasMessage("golden cases: test has 1, its header says 2");
    }
}
