package io.arrayport.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.interop.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files cut into batches in every way: the answer and the errors do not depend on it. */
class DemoInputsTest {
    @TempDir
    Path folder;

    private JsonNode demo(Path input, String model, Path output) throws IOException {
        Cli cli = Cli.run("demo", "--json", "--input", input.toString(), "--model", Examples.model(model).toString(),
                "--output", output.toString());
        assertThat(cli.exit()).as(cli.toString()).isZero();
        return new ObjectMapper().readTree(cli.out());
    }

    /** Empty; one row; a batch larger than the model sees at once; many, none a multiple of the held-out rule's 5. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0 0 0", "1", "4", "5", "3 0 4 1 6 13", "300000", "262144", "262143 3 262145",
            "7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7"})
    void everyRowIsScoredAndTheErrorsAreOverTheWholeFile(String batches) throws IOException {
        int[] sizes = Arrays.stream(batches.split(" ")).filter(text -> !text.isEmpty()).mapToInt(Integer::parseInt)
                .toArray();
        long rows = IntStream.of(sizes).sum();
        Path output = folder.resolve("scored.arrow");
        JsonNode report = demo(TableFile.flights(folder.resolve("in.arrow"), sizes), "sum", output);
        assertThat(report.get("rows").asLong()).isEqualTo(rows);
        assertThat(report.get("columnBytesCopied").asLong(-1)).isZero();
        assertThat(report.get("heldOutRows").asLong()).isEqualTo(rows / 5);
        assertErrors(report, rows);
        try (ArrowTable scored = ArrowTable.open(output)) {
            assertThat(scored.rowCount()).isEqualTo(rows);
            long row = 0;
            for (Batch batch : scored.batches()) {
                NdArray distance = batch.column("distance");
                NdArray delay = batch.column("delay");
                NdArray predicted = batch.column("predicted_delay");
                for (long i = 0; i < batch.rowCount(); i++, row++) {
                    if (distance.getLong(i) != TableFile.distance(row) || delay.getLong(i) != TableFile.delay(row)
                            || predicted.getDouble(i) != predicted(row)) {
                        throw new AssertionError("row " + row + " of " + batches);
                    }
                }
            }
        }
    }

    private static double predicted(long row) {
        return TableFile.distance(row) * 2f + TableFile.time(row);
    }

    private static void assertErrors(JsonNode report, long rows) {
        long held = rows / 5;
        if (held == 0) {
            assertThat(report.get("mae").isNull()).isTrue();
            assertThat(report.get("baselineMae").isNull()).isTrue();
            return;
        }
        double[] training = LongStream.range(0, rows).filter(row -> row % 5 != 4).mapToDouble(TableFile::delay).sorted()
                .toArray();
        double median = (training[(training.length - 1) / 2] + training[training.length / 2]) / 2;
        double model = 0;
        double baseline = 0;
        for (long row = 4; row < rows; row += 5) {
            model += Math.abs(predicted(row) - TableFile.delay(row)) / held;
            baseline += Math.abs(median - TableFile.delay(row)) / held;
        }
        assertThat(report.get("mae").asDouble()).isCloseTo(model,
                org.assertj.core.data.Percentage.withPercentage(1e-6));
        assertThat(report.get("baselineMae").asDouble()).isCloseTo(baseline,
                org.assertj.core.data.Percentage.withPercentage(1e-6));
    }

    @Test
    void anEmptyFileSaysSoInWords() {
        Path input = TableFile.flights(folder.resolve("in.arrow"));
        Cli cli = Cli.run("demo", "--input", input.toString(), "--output", folder.resolve("out.arrow").toString());
        assertThat(cli.exit()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("Fewer than five rows");
    }

    @Test
    void aModelThatWritesIntoItsInputsIsFoundOutAndDoesNotReachTheFile() throws IOException {
        Path input = TableFile.flights(folder.resolve("in.arrow"), 50, 50);
        byte[] before = Files.readAllBytes(input);
        Path output = folder.resolve("out.arrow");
        Cli cli = Cli.run("demo", "--input", input.toString(), "--model", Examples.model("vandal").toString(),
                "--output",
                output.toString());
        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("the model wrote into its input \"distance\"");
        assertThat(output).doesNotExist();
        assertThat(Files.readAllBytes(input)).isEqualTo(before);
    }

    @Test
    void outputThroughALinkReplacesTheLinkedFileAndKeepsTheLink() throws IOException {
        Path real = Files.writeString(folder.resolve("real.arrow"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.arrow"), real);
        demo(TableFile.flights(folder.resolve("in.arrow"), 10), "sum", link);
        assertThat(link).isSymbolicLink();
        try (ArrowTable table = ArrowTable.open(real)) {
            assertThat(table.rowCount()).isEqualTo(10);
        }
    }
}
