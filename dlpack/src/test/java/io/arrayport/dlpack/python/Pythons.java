package io.arrayport.dlpack.python;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.arrayport.core.testing.ForkedJvm;

/** The Pythons of this machine, for tests that say why they are skipped where there is none. */
final class Pythons {
    private Pythons() {}

    /** This process's Python, with a module; or the test is skipped. */
    static Python with(String module) {
        Python python;
        try {
            python = Python.start();
        } catch (PythonUnavailableException e) {
            return abort(e.getMessage());
        }
        try {
            python.module(module).close();
            return python;
        } catch (PythonException e) {
            python.close();
            return abort("this Python cannot import " + module + ": " + e.getMessage());
        }
    }

    /** The first {@code python3} on the PATH that can import a module; or the test is skipped. */
    static Path executableWith(String module) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "python3")).filter(Files::isExecutable)
                .filter(python -> imports(python, module)).findFirst()
                .or(() -> abort("no python3 on the PATH can import " + module)).orElseThrow();
    }

    private static boolean imports(Path python, String module) {
        try {
            Process process = new ProcessBuilder(python.toString(), "-c", "import " + module)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A child that runs the Python of that executable. */
    static ForkedJvm child(Path executable, String... flags) {
        List<String> all = Stream.concat(Stream.of("-D" + Installation.EXECUTABLE + "=" + executable),
                Stream.of(flags)).toList();
        return ForkedJvm.with(all.toArray(String[]::new));
    }

    /** The repository's folder. */
    static Path repository() {
        return Optional.of(Path.of("").toAbsolutePath())
                .map(here -> Files.isDirectory(here.resolve("examples")) ? here : here.getParent()).orElseThrow();
    }
}
