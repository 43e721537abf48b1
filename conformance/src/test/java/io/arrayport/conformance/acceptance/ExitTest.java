package io.arrayport.conformance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a process ends while neighbours hold arrays: by exit code 0, at once, and without a word of a crash. */
@Tag("vector-only") // Exchanges compute nothing
class ExitTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"threads that use exports, return", "threads that use exports, exit", "threads that use exports, halt",
            "a hook of the process, return", "a hook of the process, exit", "torch tensor, exit", "torch tensor, halt",
            "torch manager, exit", "torch manager, halt", "array from torch, exit", "array from torch, halt",
            "capsule, exit", "capsule, halt", "Arrow vector, exit", "Arrow vector, halt", "Arrow C structs, exit",
            "Arrow C structs, halt", "numpy.ndarray, exit", "numpy.ndarray, halt", "the collector, exit",
            "the collector, halt"})
    void aProcessEndsCleanly(String where, String how) throws IOException {
        ForkedJvm.Result child = ForkedJvm.with("-XX:ErrorFile=" + folder.resolve("hs_err")).start(Exits.class, where,
                how);
        assumeThat(child.out()).doesNotContain("no Python");
        assertThat(child.crashed()).as(child.toString()).isFalse();
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).contains("ends by " + how);
        if (!where.startsWith("threads") && !where.startsWith("a hook")) {
            assertThat(child.out()).as("it ended in the release").contains("the neighbour lets go")
                    .doesNotContain("at the end of main");
        }
        assertThat(child.err()).as(child.toString()).doesNotContain("Exception", "SEVERE", "fatal error");
        assertThat(folder).isEmptyDirectory();
    }
}
