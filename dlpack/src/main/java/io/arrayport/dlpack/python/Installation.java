package io.arrayport.dlpack.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A Python on this machine, as it describes itself.
 *
 * @param executable that was asked; the interpreter in this process takes its folders from there, so that a virtual
 *        environment is found as well
 * @param version {@code "3.11"}
 * @param library the shared library that is all of CPython
 */
record Installation(Path executable, String version, Path library) {
    /** Names the executable to ask. */
    static final String EXECUTABLE = "io.arrayport.python";
    /** Names the library, where what the executable says is wrong. */
    static final String LIBRARY = "io.arrayport.python.library";

    private static final int SECONDS = 30;

    /** Prints executable, version, and the first of all places where the library usually is that there is. */
    private static final String QUESTION = """
            import os, sys, sysconfig
            var = lambda name: str(sysconfig.get_config_var(name) or "")
            xy = sys.version_info[:2]
            names = [var("INSTSONAME"), var("LDLIBRARY"), "libpython%d.%d.so.1.0" % xy, "libpython%d.%d.so" % xy,
                     "libpython%d.%d.dylib" % xy, "python%d%d.dll" % xy]
            roots = [var("LIBDIR"), os.path.join(var("LIBDIR"), var("MULTIARCH")), var("LIBPL"), var("srcdir"),
                     var("PYTHONFRAMEWORKPREFIX"), sys.base_prefix, os.path.join(sys.base_prefix, "lib"),
                     os.path.join(sys.base_prefix, "lib", var("MULTIARCH"))]
            found = [os.path.join(root, name) for name in names for root in roots
                     if root and name and not name.endswith(".a") and os.path.isfile(os.path.join(root, name))]
            sys.stdout.buffer.write(os.fsencode("\\n".join([sys.executable, "%d.%d" % xy, (found or [""])[0]])))
            """;

    /**
     * The Python that is asked for; else that of the property, of the active virtual environment, of the PATH.
     *
     * @throws PythonUnavailableException if there is none, or it has no shared library
     */
    static Installation find(@Nullable Path wanted) {
        List<String> tried = new ArrayList<>();
        for (String executable : candidates(wanted)) {
            String said = ask(executable);
            if (said != null) {
                return describe(executable, said);
            }
            tried.add(executable);
        }
        throw new PythonUnavailableException("python: none found, tried " + String.join(", ", tried)
                + "; install Python 3.8 or newer, or name its executable in -D" + EXECUTABLE);
    }

    private static List<String> candidates(@Nullable Path wanted) {
        String named = wanted != null ? wanted.toString() : System.getProperty(EXECUTABLE);
        if (named != null) {
            return List.of(named);
        }
        List<String> candidates = new ArrayList<>();
        String environment = System.getenv("VIRTUAL_ENV");
        if (environment != null && !environment.isEmpty()) {
            candidates.add(Path.of(environment, "bin", "python3").toString());
            candidates.add(Path.of(environment, "Scripts", "python.exe").toString());
        }
        candidates.addAll(List.of("python3", "python"));
        return candidates;
    }

    /** What it answers; null if there is no such program. */
    private static @Nullable String ask(String executable) {
        Process process;
        try {
            process = new ProcessBuilder(executable, "-c", QUESTION).start();
        } catch (IOException e) {
            return null;
        }
        try {
            process.getOutputStream().close();
            // Both are a few lines: neither pipe can fill.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PythonUnavailableException(
                        "python: " + executable + " did not describe itself within " + SECONDS + " seconds");
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                throw new PythonUnavailableException("python: " + executable + " could not describe itself: "
                        + error.substring(error.lastIndexOf('\n') + 1));
            }
            return answer;
        } catch (IOException e) {
            throw new PythonUnavailableException("python: " + executable + " could not be asked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PythonUnavailableException("python: interrupted while asking " + executable, e);
        }
    }

    private static Installation describe(String asked, String said) {
        String[] lines = said.split("\r?\n", -1);
        String library = System.getProperty(LIBRARY, lines.length == 3 ? lines[2] : "");
        if (lines.length != 3 || lines[0].isEmpty()) {
            throw new PythonUnavailableException("python: " + asked + " is no Python 3: it answered "
                    + said.lines().findFirst().orElse("nothing"));
        }
        if (library.isEmpty() || !Files.isRegularFile(Path.of(library))) {
            throw new PythonUnavailableException("python: " + lines[0] + " (" + lines[1] + ") has "
                    + (library.isEmpty() ? "no shared library" : "no library " + library) + "; install it (Debian: "
                    + "libpython" + lines[1] + ", pyenv: --enable-shared), or name it in -D" + LIBRARY);
        }
        return new Installation(Path.of(lines[0]), lines[1], Path.of(library));
    }
}
