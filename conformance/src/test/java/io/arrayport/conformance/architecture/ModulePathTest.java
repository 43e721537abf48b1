package io.arrayport.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line on the module path: guards the descriptors, which the other tests, on the class path, do not see.
 */
class ModulePathTest {

    private static final String MAIN = "io.arrayport.interop/io.arrayport.interop.cli.Main";

    /** The one's name is no module's, so the JVM would not start with it; the other requires what nobody needs. */
    private static final Predicate<String> NATIVES = entry -> entry.contains("pytorch-native-")
            || entry.contains("openblas-");

    /** What the tests bring along, and annotations that modules need when they are compiled only. */
    private static final List<String> TESTS_ONLY = List.of("test-classes", "-tests.jar", "junit", "assertj", "archunit",
            "opentest4j", "apiguardian", "byte-buddy", "jspecify", "jmh", "jopt-simple", "commons-math3");

    private static final ForkedJvm MODULAR = ForkedJvm.with(
            "--enable-native-access=io.arrayport.core,io.arrayport.dlpack,io.arrayport.arrow,io.arrayport.torch,"
                    + "io.arrayport.gpu,io.arrayport.interop,ai.djl.pytorch_engine,ai.djl.api",
            "--add-opens=java.base/java.nio=org.apache.arrow.memory.core",
            "-Darrayport.home=" + SourcesTest.repository()).withTimeout(Duration.ofMinutes(2));

    private static ForkedJvm.Result arrayport(String... args) {
        List<String> entries = Stream.of(ForkedJvm.classPath().split(File.pathSeparator))
                .filter(entry -> TESTS_ONLY.stream().noneMatch(entry.substring(entry.lastIndexOf('/') + 1)::contains))
                .toList();
        List<String> modules = entries.stream().filter(NATIVES.negate()).toList();
        List<String> beside = entries.stream().filter(NATIVES).toList();
        return MODULAR.startModule(modules, beside, MAIN, args);
    }

    @Test
    void infoStartsWithNamedModules() {
        ForkedJvm.Result info = arrayport("info");
        assertThat(info.exit()).as(info.toString()).isZero();
        assertThat(info.out()).contains("Arrow").containsPattern("BLAS +found");
    }

    @Test
    void theGoldenCasesRunWithNamedModules() {
        ForkedJvm.Result parity = arrayport("parity", "--case", "creation:zeros/*");
        assertThat(parity.exit()).as(parity.toString()).isZero();
        assertThat(parity.out()).containsPattern("[1-9]\\d* of \\d+ cases pass");
    }

    @Test
    void theDemoRunsWithNamedModules(@TempDir Path folder) throws IOException {
        Path scored = folder.resolve("scored.arrow");
        ForkedJvm.Result demo = arrayport("demo", "--json", "--output", scored.toString());
        assertThat(demo.exit()).as(demo.toString()).isZero();
        JsonNode report = new ObjectMapper().readTree(demo.out());
        assertThat(report.get("rows").asLong()).isEqualTo(200_000);
        assertThat(report.get("columnBytesCopied").asLong(-1)).isZero();
        assertThat(report.get("mae").asDouble()).isLessThan(report.get("baselineMae").asDouble());
        assertThat(Files.isRegularFile(scored)).isTrue();
    }
}
