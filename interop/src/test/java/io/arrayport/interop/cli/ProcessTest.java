package io.arrayport.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.interop.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as a process: what libtorch itself writes to the standard error stream does not pass through the writers
 * that the other tests look at.
 */
class ProcessTest {
    @TempDir
    Path folder;

    private ForkedJvm.Result demo(Path model, String columns) {
        Path input = TableFile.flights(folder.resolve("in.arrow"), 20);
        return ForkedJvm.run(Main.class, "demo", "--input", input.toString(), "--model", model.toString(), "--columns",
                columns, "--output", folder.resolve("out.arrow").toString());
    }

    /** All but the JVM's own notice. */
    private static List<String> errorLines(ForkedJvm.Result process) {
        return process.err().lines().filter(line -> !line.startsWith("WARNING: Using incubator modules")).toList();
    }

    private void assertRefused(ForkedJvm.Result process, String words) {
        assertThat(process.exit()).as(process.toString()).isEqualTo(2);
        assertThat(process.out()).isEmpty();
        assertThat(errorLines(process)).singleElement().asString().startsWith("arrayport demo: ").contains(words);
        assertThat(folder.resolve("out.arrow")).doesNotExist();
    }

    @Test
    void success() {
        ForkedJvm.Result process = demo(Examples.model("sum"), "distance,time");
        assertThat(process.exit()).as(process.toString()).isZero();
        assertThat(errorLines(process)).isEmpty();
        assertThat(process.out()).contains("Bytes of columns copied: 0.");
    }

    @Test
    void aDamagedModel() throws IOException {
        byte[] whole = Files.readAllBytes(Examples.model("sum"));
        Path cut = Files.write(folder.resolve("cut.pt"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(demo(cut, "distance,time"), "cut.pt: not a TorchScript model");
    }

    @Test
    void aModelThatFailsInside() {
        assertRefused(demo(Examples.model("picky"), "distance,time"), "picky.pt");
    }
}
