package io.arrayport.conformance.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.conformance.bench.run.Environment;
import io.arrayport.conformance.bench.run.Result;
import io.arrayport.conformance.bench.run.Row;
import io.arrayport.conformance.bench.table.CaseTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTest {
    private static final Environment WHERE = new Environment("2026-01-02", "a processor", 2, true, 0.1, false, "25",
            "on",
            "2.4.6", "3.11", "openblas", List.of("djl"), false);

    /** Without a ratio it is one that NumPy has nothing for. */
    private static Row row(String family, String name, long n, int threads, boolean cold, @Nullable Double ratio,
            @Nullable String failed) {
        return new Row(family, name, n, "float64", threads, cold, ratio == null ? null : 1000.0,
                ratio == null ? 700.0 : 1000 * ratio, ratio, ratio, ratio, ratio == null ? null : 0.01, 0.02, 11, 1.1,
                null, failed, Map.of("djl", 900.0));
    }

    private static final Result RESULT = new Result(WHERE, List.of(row("elementwise", "add", 10, 1, false, 0.5, null),
            row("elementwise", "add", 1_000_000, 1, false, 2.0, null),
            row("elementwise", "add", 1_000_000, 2, false, 0.25, null),
            row("elementwise", "add", 1_000_000, 1, true, 64.0, null),
            row("a < b & c", "less", 10, 1, false, null, null),
            row("matmul", "matmul", 4, 1, false, 0.03, "the process ended")));

    @Test
    void geometricMeans() {
        assertThat(FamilyMean.geometricMean(List.of(0.5, 2.0))).isCloseTo(1, within(1e-12));
        assertThat(FamilyMean.geometricMean(List.of(8.0, 1.0, 1.0))).isCloseTo(2, within(1e-12));
        assertThat(FamilyMean.geometricMean(List.of())).isNull();
    }

    @Test
    void rowsWithoutARatioCountInNoMean() {
        List<FamilyMean> means = FamilyMean.of(RESULT.rows());
        assertThat(means).contains(new FamilyMean("elementwise", 10, 1, false, 1, 0.5),
                new FamilyMean("elementwise", 100_000, 1, false, 1, 2.0),
                new FamilyMean("elementwise", 0, 2, false, 1, 0.25),
                new FamilyMean("elementwise", 0, 1, true, 1, 64.0),
                new FamilyMean("a < b & c", 0, 1, false, 0, null));
    }

    @Test
    void theJsonIsWhatReadersExpect() {
        JsonNode json = new ObjectMapper().valueToTree(BenchJson.of(RESULT));
        assertThat(json.fieldNames()).toIterable().contains("environment", "families", "cases");
        assertThat(json.get("cases")).hasSize(6);
        JsonNode first = json.get("cases").get(0);
        assertThat(first.fieldNames()).toIterable().startsWith("family", "name", "n", "dtype", "threads", "cold",
                "numpyNanos", "arrayportNanos", "ratio");
        assertThat(first.get("family").asText()).isEqualTo("elementwise");
        assertThat(first.get("n").isIntegralNumber()).isTrue();
        assertThat(first.get("threads").asInt()).isEqualTo(1);
        assertThat(first.get("cold").isBoolean()).isTrue();
        assertThat(first.get("ratio").asDouble()).isEqualTo(0.5);
        assertThat(first.get("peers").get("djl").asDouble()).isEqualTo(900);
        JsonNode ours = json.get("cases").get(4);
        assertThat(ours.get("ratio").isNull()).isTrue();
        assertThat(ours.get("numpyNanos").isNull()).isTrue();
        assertThat(ours.get("arrayportNanos").asDouble()).isEqualTo(700);
        assertThat(json.get("environment").get("numpy").asText()).isEqualTo("2.4.6");
    }

    @Test
    void theTableShowsEverything() {
        String text = ConsoleReport.of(RESULT);
        assertThat(text).contains("FAILED: matmul/matmul", "the process ended",
                "ABOVE ITS LIMIT: elementwise/add, float64, n = 1e6: 2.00 us, ratio 2.00; at most ratio 1.1",
                "1 of 6 rows failed", "djl", "900 ns");
        assertThat(text.lines().filter(line -> line.startsWith("elementwise  add")).findFirst().orElseThrow())
                .contains("1.00 us", "500 ns", "0.50");
    }

    @Test
    void theChartIsWellFormed() throws Exception {
        String svg = Chart.of(RESULT);
        Document document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < document.getElementsByTagName("text").getLength(); i++) {
            texts.add(document.getElementsByTagName("text").item(i).getTextContent());
        }
        assertThat(texts).contains("elementwise", "a < b & c", "-", "1.00", "1");
        // One in the legend, and one for each warm ratio on one thread
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(2 + 3);
        assertThat(svg).contains("prefers-color-scheme: dark");
    }

    @Test
    void theFilesAreWhole(@TempDir Path folder) throws IOException {
        Path docs = folder.resolve("new/docs");
        ReportFiles.write(RESULT, docs);
        ReportFiles.write(RESULT, docs);
        try (Stream<Path> files = Files.list(docs)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("bench.md",
                    "bench.json", "bench.svg");
        }
        assertThat(new ObjectMapper().readTree(docs.resolve("bench.json").toFile()).get("cases")).hasSize(6);
        String page = Files.readString(docs.resolve("bench.md"));
        assertThat(page).contains("](bench.svg)", "](bench.json)", "| elementwise | 0.50 |  | 2.00 | 1.00 | 2 |",
                "| less | float64 | 700 ns |",
                "| add | float64 | 0.50 (1.00 us) | 2.00 (1.00 us) | 0.25 (1.00 us) |", "**failed**",
                "1 of 4 warm rows", "| 2.00 | 2.00 to 2.00 | 1.00 us | 2.00 us | elementwise/add, float64, n = 1e6 | ");
    }

    @Test
    void whatIsSaidToBeSlowIsInTheTable() {
        List<String> ids = CaseTable.all().stream()
                .flatMap(each -> each.dtypes().stream().map(dtype -> each.id() + "/" + dtype)).toList();
        assertThat(Page.REASONS.idle(ids)).isEmpty();
    }

    @Test
    void figuresAreShort() {
        assertThat(Format.time(0.4)).isEqualTo("0.40 ns");
        assertThat(Format.time(12.34)).isEqualTo("12.3 ns");
        assertThat(Format.time(999.6)).isEqualTo("1.00 us");
        assertThat(Format.time(2.5e9)).isEqualTo("2.50 s");
        assertThat(Format.time(null)).isEqualTo("-");
        assertThat(Format.size(10)).isEqualTo("10");
        assertThat(Format.size(1_000_000)).isEqualTo("1e6");
        assertThat(Format.size(2048)).isEqualTo("2048");
        assertThat(Format.ratio(0.034)).isEqualTo("0.03");
        assertThat(Format.ratio(52.93)).isEqualTo("52.9");
    }
}
