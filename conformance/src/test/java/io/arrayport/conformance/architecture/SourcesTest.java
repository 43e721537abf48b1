package io.arrayport.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the formatter does not do: long files, long lines (it leaves comments and strings alone), unmarked packages. */
class SourcesTest {

    private static final int LONGEST_FILE = 700;
    private static final int LONGEST_TEST = 500;
    private static final int WIDEST_LINE = 120;

    /** Surefire runs in the module's folder, an IDE perhaps in the repository's. */
    static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("array-core/src/main/java"))) {
            here = here.getParent();
            assertThat(here).as("a folder above " + Path.of("").toAbsolutePath() + " that holds array-core")
                    .isNotNull();
        }
        return here;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Path root = repository();
        for (String module : List.of("array-core", "dlpack", "arrow-bridge", "torch-bridge", "gpu", "interop",
                "conformance")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        assertThat(sources).hasSizeGreaterThan(20);
        return sources;
    }

    @Test
    void noFileIsTooLongToReadInOneGo() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources()) {
            int limit = source.toString().contains("/src/test/") ? LONGEST_TEST : LONGEST_FILE;
            int lines = Files.readAllLines(source).size();
            if (lines > limit) {
                tooLong.add(source + ": " + lines + " lines, " + limit + " allowed");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noLineIsWiderThanThePage() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > WIDEST_LINE && !lines.get(i).startsWith("import ")) {
                    wide.add(source + ":" + (i + 1) + ": " + lines.get(i).length() + " columns");
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndDocumented() throws IOException {
        List<String> bare = new ArrayList<>();
        for (Path source : sources()) {
            boolean main = source.toString().contains("/src/main/java/");
            Path info = source.resolveSibling("package-info.java");
            boolean described = source.endsWith("module-info.java")
                    || (Files.exists(info) && Files.readString(info).contains("@NullMarked")
                            && Files.readString(info).contains("/**"));
            if (main && !described) {
                bare.add(source.getParent().toString());
            }
        }
        assertThat(bare.stream().distinct()).isEmpty();
    }
}
