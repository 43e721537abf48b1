package io.arrayport.conformance.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.error.ArrayportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files beside the cases: exclusions, known differences, the page in the docs. */
class ParityFilesTest {
    private static final Path PAGE = Path.of("..", "docs", "parity.md");

    @Test
    void thePageInTheDocsIsWhatTheCommandWouldWrite(@TempDir Path folder) throws IOException {
        Path written = folder.resolve("parity.md");
        ParityPage.write(GoldenRun.all(), written);
        List<String> stale = new ArrayList<>(Files.readAllLines(PAGE));
        stale.removeAll(Files.readAllLines(written));
        assertThat(stale).as("lines of docs/parity.md that no longer hold; run ./arrayport parity --update-docs")
                .isEmpty();
        assertThat(Files.mismatch(PAGE, written)).as("docs/parity.md is stale; run ./arrayport parity --update-docs")
                .isEqualTo(-1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(written);
        }
    }

    @Test
    void everyLineOfTheFilesIsAboutSomething() {
        assertThat(GoldenRun.all().complaints()).isEmpty();
    }

    @Test
    void theMainModulesExclusionsStayFew() {
        assertThat(GoldenRun.all().figures().getFirst().excluded()).isLessThanOrEqualTo(24);
    }

    @Test
    void aRuleIsAGlobAndAReason() {
        Rules rules = Rules.parse("f.txt", List.of("# comment", "", "a:b [x]/*  two  spaces in it", "c?\ta tab"));
        assertThat(rules.rules()).extracting(Rule::reason).containsExactly("two  spaces in it", "a tab");
        assertThat(rules.about("a:b [x]/y z")).map(Rule::place).contains("f.txt:3");
        assertThat(rules.about("a:b x/y")).isEmpty();
        assertThat(rules.about("cd")).map(Rule::place).contains("f.txt:4");
        assertThat(rules.about("cde")).isEmpty();
        assertThat(rules.idle(List.of("cd"))).containsExactly(
                "f.txt:3: 'a:b [x]/*' matches nothing; take the line out");
    }

    @Test
    void aLineWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> Rules.parse("f.txt", List.of("", "numpy.add because")))
                .isInstanceOf(ArrayportException.class)
                .hasMessage("f.txt:2: no reason after 'numpy.add because'; put it behind a tab or two spaces");
    }
}
