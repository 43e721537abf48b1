package io.arrayport.conformance.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A file of golden cases: a header, then one case a line. */
final class GoldenFile {
    static final String SUFFIX = ".jsonl.gz";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GoldenFile() {}

    /** Reads a category's file from beside this class. */
    static void read(String category, Consumer<GoldenCase> each) {
        try (InputStream packed = Objects.requireNonNull(GoldenFile.class.getResourceAsStream(category + SUFFIX),
                category); InputStream lines = new GZIPInputStream(packed, 1 << 16)) {
            read(lines, each);
        } catch (IOException failure) {
            throw new UncheckedIOException("golden cases: " + category + SUFFIX + " cannot be read", failure);
        }
    }

    /** @throws IllegalStateException if there are not as many cases as the header says */
    static void read(InputStream lines, Consumer<GoldenCase> each) throws IOException {
        try (MappingIterator<JsonNode> json = MAPPER.readerFor(JsonNode.class).readValues(lines)) {
            JsonNode header = json.next();
            String category = header.path("category").asText();
            Map<String, List<String>> errors = new HashMap<>();
            header.path("errors").properties().forEach(error -> errors.put(error.getKey(), texts(error.getValue())));
            long count = 0;
            while (json.hasNext()) {
                each.accept(GoldenCase.of(category, json.next(), errors));
                count++;
            }
            if (count != header.path("cases").asLong(-1)) {
                throw new IllegalStateException(
                        "golden cases: " + category + " has " + count + ", its header says " + header.path("cases"));
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
