package io.arrayport.conformance.bench.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrayport.conformance.bench.child.ArrayportWorkshop;
import io.arrayport.core.error.ArrayportException;

/** Starts the processes that are measured. */
final class Sides {
    private static final String REMEDY = "; install python3 with NumPy (apt install python3-numpy)";

    private Sides() {}

    /**
     * Starts Python.
     *
     * @throws ArrayportException if it or its NumPy is missing
     */
    static Side numpy(int threads) {
        try {
            return Side.start("NumPy", List.of("python3", "-c", text("run/numpy_child.py")), threads);
        } catch (IOException absent) {
            throw new ArrayportException("python3 does not start: " + absent.getMessage() + REMEDY);
        }
    }

    /** Starts a JVM as an application's is started, on this JVM's JDK and class path. */
    static Side arrayport(int threads) throws IOException {
        return java("Arrayport", ArrayportWorkshop.class.getName(), classPath(), threads);
    }

    /** Starts a JVM with that main class. */
    static Side java(String name, String main, String classPath, int threads) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java"));
        command.addAll(flags());
        command.addAll(List.of("-cp", classPath, main));
        return Side.start(name, command, threads);
    }

    /** Returns what NumPy's process says of itself. */
    static JsonNode numpyFacts(Side numpy) {
        try {
            JsonNode facts = numpy.ask(Map.of("do", "facts"));
            if (facts.has("version")) {
                return facts;
            }
            throw new ArrayportException(facts.path("failed").asText() + REMEDY);
        } catch (IOException ended) {
            throw new ArrayportException(ended.getMessage() + REMEDY);
        }
    }

    /** Returns everything this JVM finds classes in; a child takes it all as class path. */
    static String classPath() {
        String path = System.getProperty("java.class.path", "");
        String modules = System.getProperty("jdk.module.path", "");
        return path.isEmpty() || modules.isEmpty() ? path + modules : path + File.pathSeparator + modules;
    }

    /** Returns the flags of {@code arrayport.args}, which the build puts beside these classes. */
    static List<String> flags() {
        return text("run/arrayport.args").lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    private static String text(String resource) {
        try (InputStream in = Sides.class.getResourceAsStream("/io/arrayport/conformance/bench/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("bench: " + resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
