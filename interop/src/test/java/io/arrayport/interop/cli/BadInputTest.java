package io.arrayport.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.arrayport.interop.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: one clear line, exit code 2, and the folder as it was. */
class BadInputTest {
    @TempDir
    Path folder;
    private Path good;
    private Path output;

    @BeforeEach
    void aGoodInput() {
        good = TableFile.flights(folder.resolve("good.arrow"), 20, 7);
        output = folder.resolve("scored.arrow");
    }

    private Cli demo(Path input, Path model, String columns, Path to) {
        return Cli.run("demo", "--input", input.toString(), "--model", model.toString(), "--columns", columns,
                "--output", to.toString());
    }

    /** Refused with these words; where there was no output before, and where there was one. */
    private void refused(Path input, Path model, String columns, Path to, String... words) {
        assertRefused(input, model, columns, to, words);
        Path parent = to.toAbsolutePath().getParent();
        if (!Files.exists(to) && Files.isDirectory(parent) && parent.startsWith(folder) && Files.isWritable(parent)) {
            write(to, "precious".getBytes());
            assertRefused(input, model, columns, to, words);
            delete(to);
        }
    }

    private void assertRefused(Path input, Path model, String columns, Path to, String... words) {
        Map<String, String> before = listing();
        Cli cli = demo(input, model, columns, to);
        assertThat(cli.exit()).as(cli.toString()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertOneLine(cli, words);
        assertThat(listing()).as("the folder").isEqualTo(before);
    }

    private static void assertOneLine(Cli cli, String... words) {
        assertThat(cli.err().lines()).as(cli.err()).hasSize(1);
        assertThat(cli.err()).startsWith("arrayport demo: ").doesNotContain("Exception", "\tat ")
                .doesNotContainPattern(": null\\b");
        assertThat(words).allSatisfy(word -> assertThat(cli.err()).contains(word));
    }

    private void badFile(Path input, String... words) {
        refused(input, Examples.model("sum"), "distance,time", output, words);
    }

    private void badModel(Path model, String columns, String... words) {
        refused(good, model, columns, output, words);
    }

    private void badOutput(Path to, String... words) {
        refused(good, Examples.model("sum"), "distance,time", to, words);
    }

    /** Every name below the folder, with what is in it. */
    private Map<String, String> listing() {
        Map<String, String> listing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                listing.put(folder.relativize(file).toString(), Files.isSymbolicLink(file) ? "link"
                        : Files.isRegularFile(file) ? Arrays.hashCode(Files.readAllBytes(file)) + "" : "other");
            }
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
        return listing;
    }

    private static Path write(Path path, byte[] bytes) {
        try {
            return Files.write(path, bytes);
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    @Test
    void theGoodInputIsGood() {
        Cli cli = demo(good, Examples.model("sum"), "distance,time", output);
        assertThat(cli.exit()).as(cli.toString()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(output).exists();
    }

    @Test
    void noSuchFileAndWhatIsNoFile() throws IOException {
        badFile(folder.resolve("absent.arrow"), "absent.arrow", "no such file");
        badFile(Files.createDirectory(folder.resolve("sub")), "sub", "directory");
    }

    @Test
    void notArrow() {
        badFile(write(folder.resolve("empty"), new byte[0]), "empty", "Arrow");
        badFile(write(folder.resolve("text"), "delay,distance,time\n1,2,3\n".repeat(9).getBytes()), "text", "Arrow");
        badFile(Examples.MODEL, "delay.pt", "Arrow");
        badFile(write(folder.resolve("zeros"), new byte[4096]), "zeros", "Arrow");
    }

    @Test
    void truncatedAtAnyByte() throws IOException {
        byte[] whole = Files.readAllBytes(TableFile.flights(folder.resolve("small.arrow"), 3));
        Path cut = folder.resolve("cut.arrow");
        for (int length = 0; length < whole.length; length++) {
            write(cut, Arrays.copyOf(whole, length));
            assertRefused(cut, Examples.model("sum"), "distance,time", output, "cut.arrow");
        }
    }

    @Test
    void theFlightsTruncatedAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(Examples.FLIGHTS);
        Path cut = folder.resolve("cut.arrow");
        Random random = new Random(4);
        for (int i = 0; i < 60; i++) {
            // The ends, where the framing is, and anywhere between
            int length = i < 20 ? i : i < 40 ? whole.length - 1 - (i - 20) * 7 : random.nextInt(whole.length);
            write(cut, Arrays.copyOf(whole, length));
            assertRefused(cut, Examples.MODEL, "distance,time", output, "cut.arrow");
        }
    }

    @Test
    void damagedAnywhereItIsRefusedOrScoredButNeverAFault() throws IOException {
        byte[] whole = Files.readAllBytes(TableFile.flights(folder.resolve("small.arrow"), 3));
        Path bad = folder.resolve("bad.arrow");
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(whole.length);
            damaged[at] = (byte) (random.nextBoolean() ? 0xff : damaged[at] ^ 1 << random.nextInt(8));
            write(bad, damaged);
            Map<String, String> before = listing();
            Cli cli = demo(bad, Examples.model("sum"), "distance,time", output);
            if (cli.exit() == 2) {
                assertOneLine(cli);
                refused++;
            } else {
                assertThat(cli.exit()).as("seed 5, case %d, byte %d: %s", i, at, cli).isZero();
                delete(output);
            }
            assertThat(listing()).as("seed 5, case %d, byte %d", i, at).isEqualTo(before);
        }
        assertThat(refused).isBetween(50, 390);
    }

    @Test
    void compressedBuffers() {
        badFile(TableFile.compressed(folder.resolve("packed.arrow")), "packed.arrow", "compressed", "LZ4",
                "uncompressed");
    }

    @Test
    void nullsAlsoInALaterBatch() {
        badFile(TableFile.withNullIn(folder.resolve("holes.arrow"), 0, 1), "holes.arrow", "\"delay\"", "1 null in",
                "fill or drop");
        badFile(TableFile.withNullIn(folder.resolve("late.arrow"), 2, 3), "late.arrow", "batch 2", "\"delay\"");
    }

    @ParameterizedTest
    @CsvSource({"speed, speed", "carrier, utf8", "late, bool"})
    void aColumnThatIsNotThereOrCannotBeUsed(String column, String word) {
        Path file = TableFile.withText(folder.resolve("text.arrow"));
        refused(file, Examples.model("sum"), "distance," + column, output, "\"" + column + "\"", word);
        Map<String, String> before = listing();
        Cli cli = Cli.run("demo", "--input", file.toString(), "--model", Examples.model("sum").toString(), "--target",
                column, "--output", output.toString());
        assertThat(cli.exit()).isEqualTo(2);
        assertOneLine(cli, "\"" + column + "\"", word);
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void aModelThatIsNoModel() throws IOException {
        badModel(folder.resolve("absent.pt"), "distance,time", "absent.pt", "no such file");
        badModel(Files.createDirectory(folder.resolve("sub.pt")), "distance,time", "sub.pt", "not a readable file");
        badModel(good, "distance,time", "good.arrow", "zip");
        Path zip = folder.resolve("plain.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("hello.txt"));
            out.write("hello".getBytes());
        }
        badModel(zip, "distance,time", "plain.zip", "not a TorchScript model");
    }

    @Test
    void aTruncatedModel() throws IOException {
        byte[] whole = Files.readAllBytes(Examples.model("sum"));
        for (int length = 0; length < whole.length; length += 97) {
            badModel(write(folder.resolve("cut.pt"), Arrays.copyOf(whole, length)), "distance,time", "cut.pt",
                    "TorchScript");
        }
    }

    @Test
    void aColumnNamedTwiceOrNotAtAll() {
        badModel(Examples.model("sum"), "distance,distance", "\"distance\" is named twice");
        badModel(Examples.model("sum"), "distance,,time", "a name is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sum   | distance            | forward(Tensor distance, Tensor time) takes 2 inputs, got 1
            sum   | distance,time,delay | forward(Tensor distance, Tensor time) takes 2 inputs, got 3
            echo  | distance,time       | float32 of shape (20,) is needed
            total | distance,time       | shape ()
            pair  | distance,time       | 2 tensors
            count | distance,time       | other than tensors
            picky | distance,time       | model picky.pt
            """)
    void aModelThatDoesNotFitItsInputs(String model, String columns, String words) {
        badModel(Examples.model(model), columns, words);
    }

    @Test
    void anOutputThatCannotBeWritten() throws IOException {
        badOutput(folder.resolve("no/such/scored.arrow"), "scored.arrow", "folder does not exist");
        badOutput(Files.createDirectory(folder.resolve("sub")), "sub", "it is a directory");
        badOutput(good.resolve("scored.arrow"), "scored.arrow");
    }

    @Test
    void anOutputInAFolderWithoutPermission() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(locked), "root writes everywhere");
        badOutput(locked.resolve("scored.arrow"), "permission denied");
    }

    @Test
    void anOutputInAFolderThatTakesNoFiles() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here");
        badOutput(Path.of("/proc/self/scored.arrow"), "cannot write");
    }

    @Test
    void anOutputThatIsAPipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");
        badOutput(pipe, "pipe", "not a regular file");
        badFile(pipe, "pipe");
        badModel(pipe, "distance,time", "pipe");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOutputThatIsAnInputByWhateverName(boolean model) throws IOException {
        Path own = Files.copy(Examples.model("sum"), folder.resolve("own.pt"));
        Path target = model ? own : good;
        String word = model ? "own.pt" : "good.arrow";
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic"), target);
        Path hard = Files.createLink(folder.resolve("hard"), target);
        Path around = Files.createSymbolicLink(folder.resolve("around"), folder).resolve(target.getFileName());
        Path dotted = folder.resolve("around/../" + folder.getFileName() + "/" + target.getFileName());
        for (Path name : new Path[]{target, symbolic, hard, around, dotted}) {
            assertRefused(good, own, "distance,time", name, word, "it is the input");
        }
    }
}
