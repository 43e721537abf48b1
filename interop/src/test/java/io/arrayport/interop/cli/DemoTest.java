package io.arrayport.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.interop.ArrowFiles;
import io.arrayport.interop.Examples;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the bundled flights: what it reports, and what it writes. */
class DemoTest {
    private static final int ROWS = 200_000;

    @TempDir
    Path folder;

    private JsonNode demo(Path output) throws IOException {
        Cli cli = Cli.run("demo", "--json", "--output", output.toString());
        assertThat(cli.exit()).as(cli.toString()).isZero();
        assertThat(cli.err()).isEmpty();
        return new ObjectMapper().readTree(cli.out());
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void theReportHasTheKeysAndProvesThatNothingWasCopied() throws IOException {
        Path output = folder.resolve("scored.arrow");
        JsonNode report = demo(output);
        assertThat(keys(report)).contains("rows", "columnBytesCopied", "steps", "mae", "baselineMae", "output");
        assertThat(report.get("rows").asLong()).isEqualTo(ROWS);
        assertThat(report.get("columnBytesCopied").asLong(-1)).isZero();
        assertThat(report.get("heldOutRows").asLong()).isEqualTo(ROWS / 5);
        assertThat(report.get("mae").asDouble()).isBetween(17.0, 17.5).isLessThan(report.get("baselineMae").asDouble());
        assertThat(report.get("output").asText()).isEqualTo(output.toString());

        Map<String, JsonNode> steps = new TreeMap<>();
        for (JsonNode step : report.get("steps")) {
            assertThat(keys(step)).contains("step", "bytes", "address", "bytesCopied", "micros");
            assertThat(step.get("bytesCopied").asLong(-1)).isZero();
            assertThat(step.get("micros").asLong(-1)).isNotNegative();
            steps.put(step.get("step").asText(), step);
        }
        for (String column : List.of("distance", "time")) {
            assertThat(steps.get("tensor " + column).get("address")).isEqualTo(
                    steps.get("column " + column).get("address"));
        }
        assertThat(steps.get("array of the answer").get("address")).isEqualTo(steps.get("predict").get("address"));
        assertThat(steps.get("column distance").get("bytes").asLong()).isEqualTo(2L * ROWS);
        assertThat(steps.get("column time").get("bytes").asLong()).isEqualTo(4L * ROWS);
        assertInsideTheFile(steps);
    }

    /** Addresses are the mapping's plus the columns' offsets in the file. */
    private static void assertInsideTheFile(Map<String, JsonNode> steps) {
        long mapping = address(steps.get("map flights-200k.arrow"));
        try (ArrowTable table = ArrowTable.open(Examples.FLIGHTS)) {
            for (String column : List.of("distance", "time")) {
                assertThat(address(steps.get("tensor " + column)) - mapping)
                        .isEqualTo(table.batches().getFirst().columnOffset(column));
            }
        }
    }

    private static long address(JsonNode step) {
        return Long.decode(step.get("address").asText());
    }

    @Test
    void theOutputHoldsTheInputsAndFinitePredictions() throws IOException {
        Path output = folder.resolve("scored.arrow");
        demo(output);
        List<String> names = List.of("distance", "time", "delay", "predicted_delay");
        List<double[]> byArrow = new ArrayList<>();
        ArrowFiles.read(output, root -> names.forEach(name -> byArrow.add(column(root, name))));
        assertThat(byArrow).hasSize(names.size());
        try (ArrowTable source = ArrowTable.open(Examples.FLIGHTS); ArrowTable scored = ArrowTable.open(output)) {
            assertThat(scored.schema().names()).isEqualTo(names);
            assertThat(scored.rowCount()).isEqualTo(ROWS);
            for (int i = 0; i < names.size(); i++) {
                double[] ours = values(scored.batches().getFirst(), names.get(i));
                assertThat(Arrays.equals(byArrow.get(i), ours)).as(names.get(i) + " read by arrow-java").isTrue();
                if (i < 3) {
                    double[] theirs = values(source.batches().getFirst(), names.get(i));
                    assertThat(Arrays.equals(ours, theirs)).as(names.get(i) + " of the input").isTrue();
                } else {
                    assertThat(ours).hasSize(ROWS);
                    assertThat(Arrays.stream(ours).allMatch(Double::isFinite)).as("finite").isTrue();
                }
            }
        }
    }

    private static double[] column(VectorSchemaRoot root, String name) {
        return ArrowFiles.values(root.getVector(name));
    }

    private static double[] values(Batch batch, String name) {
        NdArray column = batch.column(name);
        double[] values = new double[(int) column.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.getDouble(i);
        }
        return values;
    }

    @Test
    void anExistingOutputIsReplacedWholeAndNothingElseIsLeft() throws IOException {
        Path output = Files.writeString(folder.resolve("scored.arrow"), "old");
        demo(output);
        assertThat(folder).isDirectoryContaining(path -> path.equals(output));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        assertThat(Files.size(output)).isGreaterThan(ROWS * 12L);
    }

    @Test
    void asTextItIsATableThenTheErrorsThenWhereTheOutputIs() {
        Path output = folder.resolve("scored.arrow");
        Cli cli = Cli.run("demo", "--output", output.toString());
        assertThat(cli.exit()).isZero();
        assertThat(cli.out()).containsSubsequence("step", "rows", "bytes", "address", "bytes copied", "time",
                "map flights-200k.arrow", "column distance", "column time", "tensor distance", "tensor time", "predict",
                "array of the answer", "write scored.arrow", "Bytes of columns copied: 0.",
                "Mean absolute error on 40,000 held-out rows: 17.", "always predicting the median: 17.",
                "Written: " + output);
    }
}
