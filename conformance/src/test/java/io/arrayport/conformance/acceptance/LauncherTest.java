package io.arrayport.conformance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The launcher script in a checkout that is built: this one's script and libraries, laid out as the build leaves them,
 * so that no test depends on what was built before, or builds.
 */
@Tag("vector-only") // It chooses the JVM's flags itself
class LauncherTest {
    private static final Path HERE = Path.of("..").toAbsolutePath().normalize();

    // Not JUnit's: it warns of every link that it removes
    private static Path home;
    private Path from;

    private record Ended(int exit, String out, String err) {}

    @BeforeAll
    static void aBuiltCheckout() throws IOException {
        assumeTrue(Stream.of("/bin/bash", "/usr/bin/bash").anyMatch(bash -> Files.isExecutable(Path.of(bash))),
                "no bash here");
        home = Files.createTempDirectory("arrayport-home");
        Files.createDirectories(home.resolve("interop/src/main"));
        Files.copy(HERE.resolve("arrayport"), home.resolve("arrayport"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(HERE.resolve("arrayport.args"), home.resolve("arrayport.args"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createFile(home.resolve("interop/pom.xml"));
        Files.createSymbolicLink(home.resolve("examples"), HERE.resolve("examples"));
        Path libraries = Files.createDirectories(home.resolve("interop/target/lib"));
        int number = 0;
        for (String entry : ForkedJvm.classPath().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            Path jar = libraries.resolve(number++ + "-" + path.getFileName() + (entry.endsWith(".jar") ? "" : ".jar"));
            if (Files.isDirectory(path)) {
                pack(path, jar);
            } else if (Files.exists(path)) {
                Files.createSymbolicLink(jar, path.toAbsolutePath());
            }
        }
        Files.createFile(home.resolve("interop/target/arrayport.stamp"));
    }

    @BeforeEach
    void aCallersFolder() throws IOException {
        from = Files.createTempDirectory("arrayport-from");
    }

    @AfterEach
    void removeCallersFolder() throws IOException {
        delete(from);
    }

    @AfterAll
    static void removeCheckout() throws IOException {
        if (home != null) {
            delete(home);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    /** The script, called from another folder, through a symbolic link, on this JVM's JDK. */
    private Ended arrayport(String... args) throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(from.resolve("link-to-arrayport"), home.resolve("arrayport"));
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(link.toString()), Stream.of(args)).toList());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("ARRAYPORT_JAVA_OPTS", "JAVA_TOOL_OPTIONS"));
        Path out = from.resolve("out.txt");
        Path err = from.resolve("err.txt");
        Process process = builder.directory(from.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
        return new Ended(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Test
    void infoAsJsonIsAllThatIsPrinted() throws Exception {
        Ended info = arrayport("info", "--json");
        assertThat(info.exit()).as(info.toString()).isZero();
        assertThat(info.err()).isEmpty();
        JsonNode items = new ObjectMapper().readTree(info.out()).get("items");
        assertThat(items.get(1).get("name").asText()).isEqualTo("SIMD");
        assertThat(items.get(1).get("found").asBoolean()).as("the launcher's flags arrive").isTrue();
    }

    @Test
    void theDemoWritesIntoTheCallersFolder() throws Exception {
        Ended demo = arrayport("demo", "--json");
        assertThat(demo.exit()).as(demo.toString()).isZero();
        assertThat(demo.err()).isEmpty();
        JsonNode report = new ObjectMapper().readTree(demo.out());
        assertThat(report.get("columnBytesCopied").asLong(-1)).isZero();
        assertThat(Path.of(report.get("output").asText()).toRealPath()).isEqualTo(
                from.resolve("scored.arrow").toRealPath());
        assertThat(from.resolve("scored.arrow")).isRegularFile();
    }

    @Test
    void closedStandardInputIsAnEmptyOne() throws Exception {
        Path out = from.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "exec \"$0\" shell <&-",
                home.resolve("arrayport").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
        assertThat(process.exitValue()).as(read(out)).isZero();
        assertThat(read(out)).isEmpty();
    }

    @Test
    void badInputIsOneLineAndExitCode2() throws Exception {
        Ended demo = arrayport("demo", "--input", "absent.arrow");
        assertThat(demo.exit()).isEqualTo(2);
        assertThat(demo.out()).isEmpty();
        assertThat(demo.err().lines()).singleElement().asString().contains("absent.arrow", "no such file");
    }
}
