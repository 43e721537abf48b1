package io.arrayport.conformance.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.gpu.CudaDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Arrays on a device, or on its emulator: NumPy's answers or a refusal, and never the end of the JVM. */
@Tag("vector-only") // what a device computes has no scalar twin
class DeviceTest {
    private static final String HOME = Path.of("..").toAbsolutePath().normalize().toString();
    /** One case in so many: the whole is {@code ./arrayport parity --device cuda:0}. */
    private static final String SHARE = "12";

    @BeforeAll
    static void aDevice() {
        assumeTrue(CudaDriver.probe().available() || hasCompiler(), "neither g++ for the emulator nor a GPU is here");
    }

    private static boolean hasCompiler() {
        try {
            return new ProcessBuilder("g++", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                    .waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ForkedJvm.Result survived(Class<?> main, String... arguments) {
        ForkedJvm.Result child = ForkedJvm.with().withTimeout(Duration.ofMinutes(9)).start(main, arguments);
        assertThat(child.crashed() ? last(child.out()) + child.err() : "").as("crashed").isEmpty();
        assertThat(child.out()).as(child.err()).endsWith("survived" + System.lineSeparator());
        return child;
    }

    /** What it was about to do. */
    private static String last(String out) {
        String[] lines = out.split("\n");
        return String.join("\n", Arrays.copyOfRange(lines, Math.max(0, lines.length - 3), lines.length));
    }

    @Test
    void goldenCases() {
        // Cases, passed, failed
        assertThat(survived(DeviceShare.class, HOME, SHARE).out())
                .containsPattern("(?m)^all +[0-9,]+ +[0-9]{1,3},[0-9]{3} +0 ");
    }

    @Test
    void whateverTheApiHas() {
        ForkedJvm.Result child = survived(DeviceAudit.class, HOME);
        assertThat(child.err()).doesNotContain("NullPointerException", "LinkageError");
        assertThat(child.out()).containsPattern("called [0-9]{4,} answered [0-9]{4,}");
    }
}
