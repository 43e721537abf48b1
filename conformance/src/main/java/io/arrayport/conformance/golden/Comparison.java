package io.arrayport.conformance.golden;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Holds what a call returned against the expected value. */
final class Comparison {
    private Comparison() {}

    /** @return what differs, or null */
    static @Nullable String compare(JsonNode wanted, @Nullable Object got, Tolerance tolerance) {
        if (wanted.isArray() || wanted.has("tuple")) {
            return items(wanted.isArray() ? wanted : wanted.get("tuple"), got, tolerance);
        }
        if (wanted.has("dict")) {
            return entries(wanted.get("dict"), got, tolerance);
        }
        if (wanted.path("scalar").asBoolean() && !(got instanceof NdArray)) {
            return element(wanted, got, tolerance);
        }
        if (wanted.has("dtype")) {
            return got instanceof NdArray array ? ArrayComparison.compare(wanted, array, tolerance, true)
                    : describe(got) + ", wanted an array of " + wanted.get("dtype").asText() + " and shape "
                            + wanted.get("shape");
        }
        Object value = wanted.has("slice") ? plain(wanted) : Values.scalar(wanted);
        if (got instanceof NdArray array && array.ndim() == 0 && array.dtype() instanceof StringType) {
            return array.item().equals(value) ? null : array.item() + ", wanted " + describe(value);
        }
        boolean same = switch (value) {
            case null -> got == null;
            case Double number -> got instanceof Double other && real(other, number, tolerance) == null;
            case Complex number -> got instanceof Complex other && comparison(tolerance).complex(other.real(),
                    other.imag(), number.real(), number.imag()) == null;
            case byte[] bytes -> got instanceof byte[] other && Arrays.equals(bytes, other);
            default -> value.equals(got);
        };
        return same ? null : describe(got) + ", wanted " + describe(value);
    }

    /** A value that refers to nothing. */
    private static @Nullable Object plain(JsonNode wanted) {
        try (Values values = new Values((_, _, _) -> null)) {
            return values.of(wanted);
        }
    }

    /** What NumPy has as an array without axes may be a number of Java's, as {@link NdArray#item()} gives it. */
    private static @Nullable String element(JsonNode wanted, @Nullable Object got, Tolerance tolerance) {
        try (NdArray array = (NdArray) Objects.requireNonNull(plain(wanted))) {
            Object value = array.item();
            boolean same = switch (value) {
                case Double number -> got instanceof Double other && real(other, number, tolerance) == null;
                case byte[] bytes -> got instanceof byte[] other && Arrays.equals(bytes, other);
                default -> value.equals(got);
            };
            return same ? null : describe(got) + ", wanted " + describe(value);
        }
    }

    /** @throws Unsupported if there is no value that could be equal to the wanted one */
    static void requireKnown(JsonNode wanted) {
        if (wanted.isArray()) {
            wanted.forEach(Comparison::requireKnown);
        } else if (wanted.has("tuple")) {
            requireKnown(wanted.get("tuple"));
        } else if (wanted.has("dict")) {
            wanted.get("dict").forEach(Comparison::requireKnown);
        } else if (wanted.has("dtype")) {
            Values.dtype(wanted.get("dtype"));
        } else if (!wanted.has("slice") && !wanted.has("file") && !wanted.isMissingNode()) {
            Values.scalar(wanted);
        }
    }

    private static @Nullable String items(JsonNode wanted, @Nullable Object got, Tolerance tolerance) {
        if (!(got instanceof List<?> items)) {
            return describe(got) + ", wanted " + wanted.size() + " values";
        }
        if (items.size() != wanted.size()) {
            return items.size() + " values, wanted " + wanted.size();
        }
        for (int i = 0; i < wanted.size(); i++) {
            String difference = compare(wanted.get(i), items.get(i), tolerance);
            if (difference != null) {
                return "value " + i + ": " + difference;
            }
        }
        return null;
    }

    private static @Nullable String entries(JsonNode wanted, @Nullable Object got, Tolerance tolerance) {
        if (!(got instanceof Map<?, ?> map) || map.size() != wanted.size()) {
            return describe(got) + ", wanted a map of " + wanted.size() + " entries";
        }
        for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
            String difference = compare(entry.getValue(), map.get(entry.getKey()), tolerance);
            if (difference != null) {
                return entry.getKey() + ": " + difference;
            }
        }
        return null;
    }

    private static @Nullable String real(double got, double wanted, Tolerance tolerance) {
        return comparison(tolerance).real(got, wanted);
    }

    private static FloatComparison comparison(Tolerance tolerance) {
        return new FloatComparison(tolerance, FloatFormat.BINARY64);
    }

    private static String describe(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case NdArray array -> "an array of " + array.dtype() + " and shape " + array.shape();
            case DType type -> "dtype " + type;
            case String text -> '"' + text.replace("\n", "\\n") + '"';
            case List<?> items -> items.size() + " values";
            default -> value.getClass().getSimpleName() + " " + value;
        };
    }
}
