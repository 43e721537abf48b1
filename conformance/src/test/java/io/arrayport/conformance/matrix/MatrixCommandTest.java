package io.arrayport.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.conformance.matrix.Cell.Outcome;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command with cells of known outcome. */
class MatrixCommandTest {
    private static final Cell SHARED = new Cell("Arrayport", "b", "float64", "contiguous", Outcome.ZERO_COPY, "seen");
    private static final Cell COPY = new Cell("Arrayport", "c", "float64", "contiguous", Outcome.NEEDS_COPY, "why");
    private static final Cell WRONG = new Cell("Arrayport", "b", "float64", "empty", Outcome.WRONG, "gone");

    private static final Copies ONE = new Copies();

    static {
        ONE.add(new Copies.Copy("c", "why", 8));
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Matrix matrix, String... arguments) {
        return new CommandLine(new MatrixCommand(_ -> matrix)).setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err)).execute(arguments);
    }

    @Test
    void everyCellIsALineOfJson() throws IOException {
        assertThat(run(new Matrix(List.of(SHARED, COPY), ONE, ONE, List.of()), "--json")).isZero();
        JsonNode cells = new ObjectMapper().readTree(out.toString()).get("cells");
        assertThat(cells).hasSize(2);
        assertThat(cells.get(0)).hasToString("{\"source\":\"Arrayport\",\"target\":\"b\",\"dtype\":\"float64\","
                + "\"layout\":\"contiguous\",\"outcome\":\"zero-copy\",\"proof\":\"seen\"}");
        assertThat(cells.get(1).get("outcome").asText()).isEqualTo("needs a copy");
    }

    @Test
    void thePageShowsWhatIsShared() {
        assertThat(run(new Matrix(List.of(SHARED, COPY), ONE, ONE, List.of()))).isZero();
        assertThat(out.toString()).contains("float64       shared  by a copy", "2 exchanges; 1 copies asked for");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatIsWrongIsPrintedAndIsTheExitCode() {
        assertThat(run(new Matrix(List.of(WRONG), new Copies(), new Copies(), List.of()))).isEqualTo(1);
        assertThat(err.toString()).contains("matrix: Arrayport to b, float64, empty: gone");
    }
}
