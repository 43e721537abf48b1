package io.arrayport.conformance.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A process that is measured, and waits between questions, so that all sides run in turn on the same core. */
final class Side implements AutoCloseable {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    /** They cripple OpenBLAS, and some machines export them: nobody is to have them. */
    private static final List<String> CRIPPLING = List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");
    private static final List<String> THREADS = List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS");

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    private Side(String name, Process process) {
        this.name = name;
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a process.
     *
     * @param name how people call it
     * @param threads how many it may use; one also means one core
     */
    static Side start(String name, List<String> command, int threads) throws IOException {
        List<String> words = new ArrayList<>(threads == 1 ? Machine.onOneCore() : List.of());
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(CRIPPLING);
        THREADS.forEach(variable -> builder.environment().put(variable, Integer.toString(threads)));
        return new Side(name, builder.start());
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws IOException if the process has ended
     */
    JsonNode ask(Map<String, ?> question) throws IOException {
        String line = null;
        try {
            questions.write(MAPPER.writeValueAsString(question) + "\n");
            questions.flush();
            line = answers.readLine();
        } catch (IOException broken) {
            process.destroy();
        }
        if (line == null) {
            throw new IOException("the process of " + name + " ended" + status());
        }
        return MAPPER.readTree(line);
    }

    /** Asks for nanoseconds. */
    double nanos(Map<String, ?> question) throws IOException {
        JsonNode answer = ask(question);
        if (!answer.has("nanos")) {
            throw new IOException(name + ": " + answer);
        }
        return answer.get("nanos").asDouble();
    }

    String name() {
        return name;
    }

    private String status() {
        try {
            return " with exit code " + process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
