package io.arrayport.conformance.bench.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrayport.conformance.bench.table.Scratch;
import org.jspecify.annotations.Nullable;

/**
 * Answers each line of standard input with one of standard output, both JSON; {@code numpy_child.py} answers the same:
 *
 * <ul>
 * <li>{@code {"do": "facts"}}
 * <li>{@code {"do": "prepare", "case", "dtype", "n"}}: {@code {"check"}} or {@code {"failed"}}
 * <li>{@code {"do": "first", "case", "dtype", "n"}}: as prepare, and {@code {"nanos"}} of the very first call
 * <li>{@code {"do": "warm", "most"}}: nanoseconds per call when warm
 * <li>{@code {"do": "time", "calls"}}: nanoseconds of all these calls
 * </ul>
 */
public final class ChildLoop {
    private final ObjectMapper mapper = JsonMapper.builder()
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build(); // As Python writes them
    private final Harness harness = new Harness();
    private final Workshop workshop;
    private Workshop.@Nullable Prepared prepared;

    private ChildLoop(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Answers until standard input ends, then ends this JVM. */
    public static void run(Workshop workshop) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // What a library prints is no answer
        ChildLoop loop = new ChildLoop(workshop);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            answers.println(loop.mapper.writeValueAsString(loop.answer(loop.mapper.readTree(line))));
            answers.flush();
        }
        Scratch.clear();
        Runtime.getRuntime().halt(0); // Libraries leave threads and memory behind that end with the process
    }

    private Map<String, Object> answer(JsonNode question) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            switch (question.path("do").asText()) {
                case "facts" -> answer.putAll(workshop.facts());
                case "prepare" -> answer.put("check", prepare(question).check());
                case "first" -> {
                    Workshop.Prepared first = prepare(question);
                    answer.put("nanos", Harness.time(first::run, 1));
                    answer.put("check", first.check());
                }
                case "warm" -> answer.put("nanos", harness.warm(ready()::run, question.path("most").asDouble()));
                case "time" -> answer.put("nanos", Harness.time(ready()::run, question.path("calls").asLong()));
                default -> answer.put("failed", "no such question: " + question);
            }
        } catch (Exception | LinkageError | AssertionError failure) {
            answer.put("failed", failure.toString());
        }
        return answer;
    }

    private Workshop.Prepared prepare(JsonNode question) {
        if (prepared != null) {
            prepared.close();
            prepared = null;
        }
        Workshop.Prepared next = workshop.prepare(question.path("case").asText(), question.path("dtype").asText(),
                question.path("n").asLong());
        prepared = next;
        return next;
    }

    private Workshop.Prepared ready() {
        if (prepared == null) {
            throw new IllegalStateException("nothing is prepared");
        }
        return prepared;
    }
}
