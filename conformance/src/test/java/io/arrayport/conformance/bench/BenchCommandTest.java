package io.arrayport.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.interop.cli.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as users call it, on one tiny case. */
@Tag("vector-only") // Its children have flags of their own
class BenchCommandTest {
    private static final ForkedJvm JVM = ForkedJvm.with("--enable-native-access=ALL-UNNAMED");

    @Test
    void measuresOneCase(@TempDir Path folder) throws IOException {
        ForkedJvm.Result bench = JVM.start(Main.class, "bench", "--quick", "--case", "elementwise/add into", "--n",
                "10",
                "--threads", "1", "--warm", "--json", "--out", folder.toString());
        assumeThat(bench.err()).as("NumPy is there").doesNotContain("NumPy (apt install");
        assertThat(bench.exit()).as(bench.toString()).isZero();
        JsonNode cases = new ObjectMapper().readTree(bench.out()).get("cases");
        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).get("name").asText()).isEqualTo("add into");
        assertThat(cases.get(0).get("ratio").asDouble()).isPositive();
        assertThat(Files.readString(folder.resolve("bench.md"))).contains("add into");
    }

    @Test
    void measuresAFirstCall() throws IOException {
        ForkedJvm.Result bench = JVM.start(Main.class, "bench", "--quick", "--case", "overhead/slice", "--cold",
                "--json");
        assumeThat(bench.err()).as("NumPy is there").doesNotContain("NumPy (apt install");
        assertThat(bench.exit()).as(bench.toString()).isZero();
        JsonNode cases = new ObjectMapper().readTree(bench.out()).get("cases");
        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).get("cold").asBoolean()).isTrue();
        assertThat(cases.get(0).get("arrayportNanos").asDouble()).isPositive();
    }

    @Test
    void whatTheTableDoesNotHaveIsOneLine() {
        ForkedJvm.Result bench = JVM.start(Main.class, "bench", "--family", "nonsense");
        assertThat(bench.exit()).isEqualTo(2);
        assertThat(bench.out()).isEmpty();
        assertThat(bench.err().lines().filter(line -> line.startsWith("arrayport bench:"))).singleElement().asString()
                .contains("families are elementwise");
    }

    @Test
    void aLoopWithoutTimeIsRefused() {
        ForkedJvm.Result bench = JVM.start(Main.class, "bench", "--loop", "0");
        assertThat(bench.exit()).isEqualTo(2);
        assertThat(bench.err()).contains("--loop is a number of seconds, at least 1, not 0");
    }

    @Test
    void helpSaysWhatColdMeans() {
        ForkedJvm.Result help = JVM.start(Main.class, "bench", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out().replaceAll("\\s+", " ")).contains("Cold rows are the first call in a new process",
                "--peers", "--quick", "--check");
    }
}
