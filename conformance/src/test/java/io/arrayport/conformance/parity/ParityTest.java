package io.arrayport.conformance.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.Outcome;
import io.arrayport.conformance.rules.Rules;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** When a name is present, what counts as what, and what the command says of it; over a small made-up API. */
class ParityTest {
    private static final String NAMES = """
            {"numpy": "2.4.6", "modules": {
              "numpy": [{"name": "add", "requires": ["kind:f", "error"]},
                        {"name": "nothing", "requires": ["value"]},
                        {"name": "zeros", "requires": ["param:shape"]},
                        {"name": "linalg", "requires": []}],
              "numpy.linalg": [{"name": "inv", "requires": ["kind:f", "strided"]}]}}""";

    private final List<CaseResult> results = new ArrayList<>();

    private record Ended(int exit, String out, String err) {}

    private void add(String id, String name, Outcome outcome, String... covers) {
        results.add(new CaseResult(id, name, List.of(covers), outcome, outcome == Outcome.PASSED ? "" : "why"));
    }

    private Parity parity(List<String> excluded, List<String> known) {
        try {
            return new Parity(ApiNames.of(new ObjectMapper().readTree(NAMES)), Rules.parse("excluded.txt", excluded),
                    Rules.parse("known.txt", known), results);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Ended command(Parity parity, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new ParityCommand(_ -> parity)).setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err)).execute(args);
        return new Ended(exit, out.toString(), err.toString());
    }

    @Test
    void aNameIsPresentWhenPassingCasesCoverAllThatItRequires() {
        add("c:1", "numpy.add", Outcome.PASSED, "kind:f");
        add("c:2", "numpy.add", Outcome.FAILED, "error");
        assertThat(parity(List.of(), List.of()).figures().getFirst().present()).isZero();
        add("c:3", "numpy.add", Outcome.PASSED, "error", "0d");
        assertThat(parity(List.of(), List.of()).figures().getFirst())
                .isEqualTo(new ModuleParity("numpy", 4, 1, 0, 3, 2, 1, 0));
    }

    @Test
    void aModulesNameIsPresentWhenOneOfItsNamesIs() {
        add("c:1", "numpy.linalg.inv", Outcome.PASSED, "kind:f", "strided");
        assertThat(parity(List.of(), List.of()).figures()).extracting(ModuleParity::present).containsExactly(1, 1);
    }

    @Test
    void aKnownFailureIsNoFailureAndItsPassIsOne() {
        add("c:1", "numpy.add", Outcome.FAILED, "kind:f");
        add("c:2", "numpy.add", Outcome.MISSING, "error");
        Parity parity = parity(List.of("numpy.nothing  reason"), List.of("c:*  reason"));
        assertThat(parity.figures().getFirst()).isEqualTo(new ModuleParity("numpy", 4, 0, 1, 2, 0, 0, 1));
        assertThat(command(parity).exit()).isZero();
        add("c:3", "numpy.add", Outcome.PASSED, "kind:f");
        Ended surprised = command(parity(List.of(), List.of("c:*  reason")));
        assertThat(surprised.exit()).isEqualTo(1);
        assertThat(surprised.err()).isEqualTo(String.format("parity: c:3 passes; take it out of known.txt%n"));
    }

    @Test
    void anUnexpectedFailureIsListedOnDemandAndExitsWithOne() {
        add("c:1", "numpy.add", Outcome.FAILED, "kind:f");
        Ended table = command(parity(List.of(), List.of()));
        assertThat(table.exit()).isEqualTo(1);
        assertThat(table.err()).startsWith("parity: 1 cases fail that are not known to; --failed lists them");
        assertThat(table.out()).contains("numpy.linalg").doesNotContain("c:1");
        assertThat(command(parity(List.of(), List.of()), "--failed").out()).endsWith(String.format("c:1  why%n"));
    }

    @Test
    void linesThatDoNotHoldExitWithOne() {
        add("c:1", "numpy.zeros", Outcome.PASSED, "param:shape");
        add("c:2", "numpy.unheard", Outcome.PASSED);
        Ended ended = command(parity(List.of("numpy.zeros  reason", "numpy.ones  reason"), List.of("d:*  reason")));
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err().lines()).containsExactly(
                "parity: cases count for numpy.unheard, which names.json.gz does not list",
                "parity: excluded.txt:2: 'numpy.ones' matches nothing; take the line out",
                "parity: known.txt:1: 'd:*' matches nothing; take the line out",
                "parity: excluded.txt:1: numpy.zeros is excluded, yet all of it passes");
    }

    @Test
    void jsonHasTheFiguresOfEachModule() throws Exception {
        add("c:1", "numpy.zeros", Outcome.PASSED, "param:shape");
        Ended ended = command(parity(List.of("numpy.add  reason"), List.of()), "--json");
        JsonNode json = new ObjectMapper().readTree(ended.out());
        assertThat(json.fieldNames()).toIterable().containsExactly("modules");
        assertThat(json.get("modules")).hasSize(2);
        assertThat(json.get("modules").get(0).toString()).isEqualTo("{\"name\":\"numpy\",\"names\":4,\"present\":1,"
                + "\"excluded\":1,\"cases\":1,\"passed\":1,\"failed\":0,\"known\":0}");
    }

    @Test
    void missingSaysWhatEachAbsentNameLacks() {
        add("c:1", "numpy.add", Outcome.MISSING, "kind:f");
        add("c:2", "numpy.zeros", Outcome.PASSED, "0d");
        add("c:3", "numpy.linalg.inv", Outcome.PASSED, "kind:f");
        add("c:4", "numpy.linalg.inv", Outcome.FAILED, "strided");
        String text = new Lacks(parity(List.of(), List.of()), name -> !name.equals("add") && !name.equals("nothing"))
                .text(_ -> true, _ -> true);
        assertThat(text.lines()).containsExactly("numpy: 4 of 4 names are not there yet", "  no such function (1)",
                "      add", "  no such function, no case (1)", "      nothing",
                "  no case at all for param:shape (1)", "      zeros", "  nothing of this module (1)", "      linalg",
                "numpy.linalg: 1 of 1 names are not there yet", "  no case passes for strided (1)", "      inv");
        assertThat(ParityPage.text(parity(List.of(), List.of())))
                .contains("- `numpy`, no case at all for param:shape: `zeros`").doesNotContain("no such function");
        assertThat(command(parity(List.of(), List.of()), "--module", "numpy.linalg", "--name", "i*").out())
                .contains("inv").doesNotContain("add");
        add("c:5", "numpy.zeros", Outcome.PASSED, "param:shape");
        assertThat(command(parity(List.of(), List.of()), "--name", "zeros").out()).contains("all present or excluded");
    }

    @Test
    void argumentsThatMakeNoSenseAreRefused() {
        Parity parity = parity(List.of(), List.of());
        assertThat(command(parity, "--module", "numpy.moon").err()).contains("there is no module 'numpy.moon'");
        assertThat(command(parity, "--name", "moon*").err()).contains("NumPy has no name like 'moon*'");
        assertThat(command(parity, "--case", "*", "--name", "a*").err()).contains("leave the other options out");
        assertThat(command(parity, "--case", "*", "--json").err()).contains("leave the other options out");
        assertThat(command(parity, "--help").out()).contains("--missing", "Exit codes");
    }

    @Test
    void someCasesCanBeRunAlone() {
        Ended ended = command(parity(List.of(), List.of()), "--case", "casts:table/|b1,*1");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out()).containsPattern("\\d+ of \\d+ cases pass");
        Ended none = command(parity(List.of(), List.of()), "--case", "moon:*");
        assertThat(none.err()).contains("no case's id matches 'moon:*'");
    }
}
