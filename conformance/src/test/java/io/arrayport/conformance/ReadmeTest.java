package io.arrayport.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.snippets.Edges;
import io.arrayport.snippets.ImageModel;
import io.arrayport.snippets.LowPass;
import io.arrayport.snippets.NpFused;
import io.arrayport.snippets.NpNumbers;
import io.arrayport.snippets.NpTour;
import io.arrayport.snippets.Readme;
import io.arrayport.snippets.Rings;
import io.arrayport.torch.LibTorch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show is what compiles and runs. */
final class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    @Test
    void programsAreTheCompiledOnes() throws IOException {
        assertPrograms("README.md", List.of(region("Readme.java", "program"), region("NpTour.java", "np"),
                region("NpNumbers.java", "numbers"), region("NpFused.java", "fused"),
                region("ImageModel.java", "image")));
        assertPrograms("docs/from-numpy.md", List.of(region("LowPass.java", "program"),
                region("Rings.java", "program"), region("Edges.java", "program")));
    }

    private static void assertPrograms(String document, List<String> programs) throws IOException {
        Matcher block = JAVA_BLOCK.matcher(text(document));
        for (String program : programs) {
            assertThat(block.find()).as(document).isTrue();
            assertThat(block.group(1).strip()).isEqualTo(program.strip());
        }
        assertThat(block.find()).as("every further block of Java in " + document + " needs a region of its own")
                .isFalse();
    }

    @Test
    void itsProgramRuns() {
        ForkedJvm.Result result = ForkedJvm.with("-Duser.dir=" + ROOT).start(Readme.class);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).matches("(?s)\\[.*] minutes late, \\S+ on average\\s*");
    }

    @Test
    void itsModelOfImagesPrintsWhatItSays() throws IOException {
        LibTorch.Status torch = LibTorch.locate();
        assumeThat(torch.usable()).as(torch.line()).isTrue();
        ForkedJvm.Result result = ForkedJvm.with("-Duser.dir=" + ROOT).start(ImageModel.class);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(text("README.md")).contains(result.out().strip().indent(4));
    }

    @ParameterizedTest
    @ValueSource(classes = {NpTour.class, NpNumbers.class, NpFused.class})
    void toursOfNpPrintWhatReadmeSays(Class<?> tour) throws IOException {
        assertPrints(tour, "README.md");
    }

    @ParameterizedTest
    @ValueSource(classes = {LowPass.class, Rings.class, Edges.class})
    void programsForPeopleFromNumpyPrintWhatThePageSays(Class<?> program) throws IOException {
        assertPrints(program, "docs/from-numpy.md");
    }

    private static void assertPrints(Class<?> program, String document) throws IOException {
        ForkedJvm.Result result = ForkedJvm.with().start(program);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(text(document)).contains(result.out().strip().indent(4));
    }

    @Test
    void whatTheDocumentsLinkToIsThere() throws IOException {
        int links = 0;
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            for (; link.find(); links++) {
                assertThat(document.resolveSibling(link.group(1))).as("linked in " + document).exists();
            }
        }
        assertThat(links).isPositive();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("examples/README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    private static String text(String document) throws IOException {
        return Files.readString(ROOT.resolve(document));
    }

    /** The lines between {@code @start region="name"} and {@code @end}, as javadoc's snippets mark them. */
    private static String region(String file, String name) throws IOException {
        return Files.readString(ROOT.resolve("conformance/src/test/snippets/io/arrayport/snippets").resolve(file))
                .lines()
                .dropWhile(line -> !line.contains("@start region=\"" + name + "\"")).skip(1)
                .takeWhile(line -> !line.contains("@end")).collect(Collectors.joining("\n"));
    }
}
