package io.arrayport.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@Tag("vector-only")
class FuzzCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new FuzzCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void theTableSaysWhatCameOfEachFamily() {
        assertThat(run("--family", "npy", "--count", "2500", "--workers", "1")).isZero();
        assertThat(out.toString()).contains("family", "refused", "npy").containsPattern("npy +2500 +\\d+ of \\d+ ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatIsWrongIsInTheJsonAndIsTheExitCode() throws IOException {
        assertThat(run("--family", "trap", "--case", "1200", "--json")).isEqualTo(1);
        JsonNode family = new ObjectMapper().readTree(out.toString()).get("families").get(0);
        assertThat(family.get("family").asText()).isEqualTo("trap");
        assertThat(family.get("cases").asLong()).isEqualTo(1);
        assertThat(family.get("complaints").get(0).get("index").asLong()).isEqualTo(1200);
        assertThat(err.toString()).contains("fuzz: trap, seed 1, case 1200: the trap of this name");
    }

    @Test
    void argumentsThatCannotBeAreRefused() {
        assertThat(run("--family", "nobody")).isEqualTo(2);
        assertThat(err.toString())
                .contains("no family nobody; there are dlpack, arrow-c, arrow-stream, arrow-ipc, npy");
        assertThat(run("--count", "0")).isEqualTo(2);
        assertThat(run("--case", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--case is one of a family");
    }
}
