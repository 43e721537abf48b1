package io.arrayport.dlpack.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;

/** The two examples, run as a user runs them. */
class ExamplesTest {
    private static String classes() {
        return Stream.of(ForkedJvm.classPath().split(File.pathSeparator))
                .filter(entry -> entry.contains("array-core") || entry.contains("dlpack"))
                .reduce((a, b) -> a + File.pathSeparator + b).orElseThrow();
    }

    private static String run(ProcessBuilder process) throws IOException, InterruptedException {
        process.redirectErrorStream(true).directory(Pythons.repository().toFile());
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void aJvmHostsPython() throws IOException, InterruptedException {
        Pythons.with("numpy").close();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(run(new ProcessBuilder(java, "@arrayport.args", "-cp", classes(), "examples/PythonInJava.java")))
                .contains("Java sees [ 0. 10. 20. 30. 40. 50.]", "shares: true",
                        "NumPy sees array([ 0., -1., 20., 30., 40., 50.])");
    }

    @Test
    void aPythonHostsTheJvm() throws IOException, InterruptedException {
        Path python = Pythons.executableWith("numpy, jpype");
        ProcessBuilder process = new ProcessBuilder(List.of(python.toString(), "examples/java_in_python.py"));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(run(process)).contains("Java has [0. 1. 2. 3. 4. 5.] at the same address: True",
                "NumPy sees [-1.  1.  2.  3.  4.  5.]", "NumPy has [1. 2. 4.] at the same address: True",
                "and still has [1. 2. 4.]");
    }
}
