package io.arrayport.conformance.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * One call that NumPy made, and what came of it. Values are kept as JSON and become arrays when the case runs.
 *
 * @param id {@code category:id}
 * @param name the public name it counts for, {@code numpy.add}
 * @param call what is called: {@code add.reduce}
 * @param args positional arguments
 * @param kwargs keyword arguments
 * @param within contexts the call stands in
 * @param covers which of the name's requirements it meets
 * @param result the expected result; of kind missing where an error is expected
 * @param error the expected Python exception class and its ancestors, nearest first; empty where a result is expected
 * @param tolerance of floating results
 * @param shares positions of the arguments whose memory the result shares; null is not compared
 * @param after what arguments hold afterwards, by position or keyword
 * @param strange a field that this reader does not know, or null
 */
record GoldenCase(String id, String name, String call, List<JsonNode> args, Map<String, JsonNode> kwargs,
        List<JsonNode> within, List<String> covers, JsonNode result, List<String> error, Tolerance tolerance,
        @Nullable Set<Integer> shares, Map<String, JsonNode> after, @Nullable String strange) {

    private static final Set<String> FIELDS = Set.of("id", "name", "call", "args", "kwargs", "within", "covers",
            "result", "error", "ulp", "complex", "floor", "shares", "after");

    /** @param errors for each exception class its ancestors, from the file's header */
    static GoldenCase of(String category, JsonNode json, Map<String, List<String>> errors) {
        String error = json.path("error").asText();
        return new GoldenCase(category + ":" + text(json, "id"), text(json, "name"), text(json, "call"),
                list(json.path("args")), map(json.path("kwargs")), list(json.path("within")),
                list(json.path("covers")).stream().map(JsonNode::asText).toList(),
                json.has("result") ? json.get("result") : MissingNode.getInstance(),
                error.isEmpty() ? List.of() : errors.getOrDefault(error, List.of(error)), tolerance(json),
                json.has("shares") ? positions(json.get("shares")) : null, map(json.path("after")), strange(json));
    }

    boolean expectsError() {
        return !error.isEmpty();
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isTextual()) {
            throw new IllegalStateException("golden case without " + field + ": " + json);
        }
        return value.asText();
    }

    private static @Nullable String strange(JsonNode json) {
        for (String field : (Iterable<String>) json::fieldNames) {
            if (!FIELDS.contains(field)) {
                return "field " + field;
            }
        }
        String complex = json.path("complex").asText();
        boolean either = json.has("result") != json.has("error");
        return !complex.isEmpty() && !complex.equals("norm") ? "complex " + complex
                : either ? null : "neither result nor error";
    }

    private static Tolerance tolerance(JsonNode json) {
        return json.has("ulp") ? new Tolerance(json.get("ulp").asDouble(), json.has("complex"),
                json.path("floor").asDouble()) : Tolerance.NONE;
    }

    private static Set<Integer> positions(JsonNode array) {
        Set<Integer> positions = new TreeSet<>();
        array.forEach(position -> positions.add(position.asInt()));
        return positions;
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> items = new ArrayList<>(array.size());
        array.forEach(items::add);
        return items;
    }

    private static Map<String, JsonNode> map(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
