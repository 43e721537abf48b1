package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to kill the JVM that the public API could open, tried in a JVM of its own. */
class HazardTest {
    private static ForkedJvm.Result survives(String... args) {
        ForkedJvm.Result result = ForkedJvm.run(Hazards.class, args);
        assertThat(result.crashed()).as("crashed: %s", result).isFalse();
        assertThat(result.exit()).as("exit code: %s", result).isZero();
        assertThat(result.out()).contains("survived");
        return result;
    }

    private static void needsNativeConsumer() {
        assumeTrue(NativeConsumer.canRun(), "the native consumer of this test is x86-64 machine code on glibc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"double-consume", "deleter-called-twice", "foreign-id", "stack-end",
            "exit-while-exchanging", "arrays-of-a-device"})
    void isSurvived(String hazard) {
        survives(hazard);
    }

    @Test
    void aDeleterOnAThreadThatJavaDidNotMakeReleasesMemoryThatJavaHasClosed() {
        needsNativeConsumer();
        survives("native-thread");
    }

    @Test
    void whatAReleaseHookThrowsDoesNotEscapeTheDeleter() {
        needsNativeConsumer();
        assertThat(survives("throwing-hook").err()).contains("a hook that throws, on purpose");
    }

    @ParameterizedTest
    @CsvSource({"versioned, System.exit", "versioned, return", "legacy, System.exit", "legacy, return"})
    void aConsumerThatClearsUpAfterTheVmFindsNoDeleter(String form, String way) {
        needsNativeConsumer();
        assertThat(survives("exit-with-live-exports", form, way).out().lines()).contains("before the consumer",
                "after the consumer");
    }

    @Test
    void withoutTheShutdownHookSuchAConsumerWouldKillTheVm() {
        needsNativeConsumer();
        ForkedJvm.Result result = ForkedJvm.with("-XX:ErrorFile=/dev/null").start(Hazards.class, "exit-unprotected");
        assertThat(result.exit()).as("%s", result).isNotZero();
        assertThat(result.out()).contains("survived").doesNotContain("after the consumer");
    }

    @Test
    void exportsAndImportsDuringShutdownWorkAndLeaveNoDeleterBehind() {
        assertThat(survives("export-after-shutdown").out()).contains("deleter after shutdown 0",
                "import after shutdown 1.0");
    }
}
