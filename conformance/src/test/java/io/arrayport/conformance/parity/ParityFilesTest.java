package io.arrayport.conformance.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.conformance.rules.Rule;
import io.arrayport.conformance.rules.Rules;
import io.arrayport.core.error.ArrayportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files beside the cases: exclusions, known differences, the page in the docs. */
class ParityFilesTest {
    private static final Path DOCS = Path.of("..", "docs");

    @ParameterizedTest
    @ValueSource(strings = {"parity.md", "numpy-to-java.md"})
    void thePagesInTheDocsAreWhatTheCommandWouldWrite(String name, @TempDir Path folder) throws IOException {
        Path page = DOCS.resolve(name);
        Path written = folder.resolve(name);
        Pages.write(name.equals("parity.md") ? ParityPage.text(GoldenRun.all()) : NamesPage.text(GoldenRun.all()),
                written);
        List<String> stale = new ArrayList<>(Files.readAllLines(page));
        stale.removeAll(Files.readAllLines(written));
        assertThat(stale).as("lines of " + page + " that no longer hold; run ./arrayport parity --update-docs")
                .isEmpty();
        assertThat(Files.mismatch(page, written)).as(page + " is stale; run ./arrayport parity --update-docs")
                .isEqualTo(-1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(written);
        }
    }

    @Test
    void everyLineOfTheFilesIsAboutSomething() {
        assertThat(GoldenRun.all().complaints()).isEmpty();
        assertThat(NamesPage.complaints(GoldenRun.all())).isEmpty();
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
