package io.arrayport.dlpack.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to kill the JVM that Python in it could open, tried in a JVM of its own. */
class PythonHazardTest {
    @ParameterizedTest
    @ValueSource(strings = {"recursion", "recursive-producer", "stack-end", "exit-with-live-objects",
            "exit-while-python-exchanges", "exit-while-java-exchanges", "exit-while-the-lock-is-held", "dead-threads",
            "numbers-that-are-no-handles", "misbehaving-producers", "exceptions-that-raise", "describe-is-broken"})
    void isSurvived(String hazard) {
        Pythons.with("numpy").close();
        ForkedJvm.Result result = ForkedJvm.run(PythonHazards.class, hazard);
        assertThat(result.crashed()).as("crashed: %s", result).isFalse();
        assertThat(result.exit()).as("exit code: %s", result).isZero();
        assertThat(result.out()).contains("survived");
    }

    private static String failed(ForkedJvm jvm, String... args) {
        ForkedJvm.Result result = jvm.start(PythonHazards.class, args);
        assertThat(result.crashed()).as("crashed: %s", result).isFalse();
        assertThat(result.exit()).as("exit code: %s", result).isEqualTo(1);
        return result.err().lines().filter(line -> line.contains("Exception: ")).findFirst().orElse(result.err());
    }

    @Test
    void wherePythonIsNotOneLineSaysWhatToDo() {
        assertThat(failed(ForkedJvm.with("-Dio.arrayport.python=/no/such/python3"), "recursion"))
                .contains("python: none found, tried /no/such/python3", "install Python", "-Dio.arrayport.python");
        assertThat(failed(ForkedJvm.with(), "find", "/no/such/python3")).contains("tried /no/such/python3");
    }

    @Test
    void aProgramThatIsNoPythonIsNamed() {
        Path sh = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(sh), "this system has no sh");
        assertThat(failed(ForkedJvm.with(), "find", sh.toString())).contains("python: /bin/sh");
    }

    @Test
    void aLibraryThatIsNotOrIsAnotherIsNamed() {
        Pythons.with("sys").close();
        assertThat(failed(ForkedJvm.with("-Dio.arrayport.python.library=/no/libpython.so"), "recursion"))
                .contains("has no library /no/libpython.so", "-Dio.arrayport.python.library");
    }
}
