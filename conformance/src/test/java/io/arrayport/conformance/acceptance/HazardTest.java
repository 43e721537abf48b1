package io.arrayport.conformance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a program does with the public API kills the JVM. Each in one of its own, which ends by exit code 0. */
class HazardTest {
    private static void assertSurvived(ForkedJvm.Result child) {
        assertThat(child.crashed()).as(child.toString()).isFalse();
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).contains("survived");
        assertThat(child.err()).doesNotContain("Exception", "SEVERE", "Memory was leaked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit with live exports", "close under readers", "close while computing",
            "drop without closing"})
    void theJvmSurvives(String hazard) {
        assertSurvived(ForkedJvm.run(Hazards.class, hazard));
    }

    @Test
    void torchWritesIntoAMappedColumnAndTheFileStaysAsItWas(@TempDir Path folder) throws IOException {
        Path file = Files.copy(Path.of("..", "examples", "flights-200k.arrow"), folder.resolve("flights.arrow"));
        assertSurvived(ForkedJvm.run(Hazards.class, "torch writes into a mapped file", file.toString()));
    }
}
