package io.arrayport.conformance.bench.run;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether two sides computed the same: a bench that compares different work is worth nothing. */
final class Checks {
    private Checks() {}

    /** Returns what differs; empty where nothing does. */
    static String difference(JsonNode expected, JsonNode actual) {
        for (String exact : new String[]{"dtype", "shape"}) {
            if (!expected.path(exact).equals(actual.path(exact))) {
                return exact + " is " + actual.path(exact) + ", not " + expected.path(exact);
            }
        }
        double magnitude = expected.path("magnitude").asDouble();
        double allowed = Double.isFinite(magnitude)
                ? tolerance(expected.path("dtype").asText()) * 7 * magnitude
                : 0;
        for (String sum : new String[]{"weighted", "magnitude"}) {
            double theirs = expected.path(sum).asDouble();
            double ours = actual.path(sum).asDouble();
            // A sum may overflow, on both sides
            boolean same = Double.compare(theirs, ours) == 0 || Math.abs(theirs - ours) <= allowed;
            if (!same) {
                return "the " + sum + " sum of its elements is " + actual.path(sum) + ", not " + expected.path(sum);
            }
        }
        return "";
    }

    /** As {@link #difference}, for libraries that add in another order and may have no such type. */
    static boolean isNear(JsonNode expected, JsonNode actual) {
        double magnitude = expected.path("magnitude").asDouble();
        return Math.abs(magnitude - actual.path("magnitude").asDouble()) <= 1e-2 * magnitude;
    }

    /** Elementary functions differ in last places, and no two elements are equally often counted wrongly. */
    private static double tolerance(String dtype) {
        return switch (dtype) {
            case "float16" -> 1e-3;
            case "float32", "complex64" -> 1e-6;
            case "float64", "complex128" -> 1e-12;
            default -> 0;
        };
    }
}
