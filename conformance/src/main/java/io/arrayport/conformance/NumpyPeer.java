package io.arrayport.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Python child that runs NumPy and waits between questions, so that both sides are timed in turn on the same core. It
 * inherits this process's affinity, not the variables that slow OpenBLAS down.
 */
final class NumpyPeer implements AutoCloseable {
    private final Process process;
    private final Path script;
    private final BufferedReader answers;
    private final Writer questions;
    private final String version;

    /**
     * @param resource the script beside this class; its first line of output is NumPy's version
     * @throws IOException if python3 or its NumPy is missing
     */
    NumpyPeer(String resource) throws IOException {
        script = Files.createTempFile("arrayport-", ".py");
        try (InputStream in = NumpyPeer.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("conformance: " + resource + " is not on the class path");
            }
            Files.write(script, in.readAllBytes());
        }
        ProcessBuilder builder = new ProcessBuilder("python3", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("OPENBLAS_CORETYPE");
        builder.environment().remove("OPENBLAS_L2_SIZE");
        process = builder.start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = process.outputWriter(StandardCharsets.UTF_8);
        version = answer();
    }

    /** Returns NumPy's version. */
    String version() {
        return version;
    }

    /** Asks one line and returns the number that answers it. */
    double ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return Double.parseDouble(answer());
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("python3 with NumPy is needed and ended early; install python3-numpy");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
        Files.deleteIfExists(script);
    }
}
