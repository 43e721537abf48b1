package io.arrayport.conformance.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.GoldenCases;
import io.arrayport.conformance.golden.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden case that asks for something that is here has NumPy's answer, but for those in known.txt. */
class GoldenTest {
    private static final int SHOWN = 20;

    static Iterable<String> categories() {
        return GoldenCases.categories();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("categories")
    void noCaseFailsUnexpectedlyAndNoKnownOnePasses(String category) {
        Parity parity = ParityRun.of(GoldenRun.of(category));
        assertThat(shown(parity.failures())).as(category + ": not as NumPy").isEmpty();
        assertThat(shown(parity.surprises())).as(category + ": pass, though known.txt lists them").isEmpty();
    }

    @Test
    void manyCasesPass() {
        List<CaseResult> passed = GoldenCases.categories().stream().flatMap(category -> GoldenRun.of(category).stream())
                .filter(result -> result.outcome() == Outcome.PASSED).toList();
        assertThat(passed).hasSizeGreaterThan(20_000);
    }

    /** How many, and the first of them. */
    private static String shown(List<CaseResult> results) {
        return results.isEmpty() ? "" : results.size() + " cases\n" + results.stream().limit(SHOWN)
                .map(ParityText::line).collect(Collectors.joining("\n")) + (results.size() > SHOWN ? "\n..." : "");
    }
}
