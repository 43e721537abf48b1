package io.arrayport.arrow.column;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Shape;

/**
 * The parameters of {@code arrow.fixed_shape_tensor}, which the format keeps as JSON.
 *
 * @param shape in the order of memory
 */
record TensorMetadata(long[] shape, List<Integer> permutation, List<String> dimNames) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads and checks it: a shape of {@code elements} elements, a permutation of its axes, a name for each. */
    static TensorMetadata parse(String where, String text, int elements) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException broken) {
            throw error(where, "is no JSON: " + broken.getOriginalMessage());
        }
        JsonNode shape = root.path("shape");
        if (!shape.isArray() || shape.size() >= Shape.MAX_NDIM) {
            throw error(where, "expected a shape of fewer than " + Shape.MAX_NDIM + " lengths, found " + shape);
        }
        long[] lengths = new long[shape.size()];
        long product = 1;
        for (int i = 0; i < lengths.length; i++) {
            if (!shape.get(i).isIntegralNumber() || !shape.get(i).canConvertToInt() || shape.get(i).intValue() < 0) {
                throw error(where, "shape: expected lengths from 0, found " + shape);
            }
            lengths[i] = shape.get(i).intValue();
            product = Math.min(product * lengths[i], Integer.MAX_VALUE + 1L);
        }
        if (product != elements) {
            throw error(where, "shape " + shape + " has " + product + " elements, the lists have " + elements);
        }
        return new TensorMetadata(lengths, permutation(where, root.path("permutation"), lengths.length),
                names(where, root.path("dim_names"), lengths.length));
    }

    private static List<Integer> permutation(String where, JsonNode node, int axes) {
        List<Integer> plain = IntStream.range(0, axes).boxed().toList();
        if (node.isMissingNode() || node.isNull()) {
            return plain;
        }
        List<Integer> found = new ArrayList<>();
        node.forEach(axis -> found.add(axis.isInt() ? axis.intValue() : -1));
        if (!node.isArray() || !found.stream().sorted().toList().equals(plain)) {
            throw error(where, "permutation: expected each of " + plain + " once, found " + node);
        }
        return found;
    }

    private static List<String> names(String where, JsonNode node, int axes) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        node.forEach(name -> found.add(name.asText()));
        if (!node.isArray() || found.size() != axes) {
            throw error(where, "dim_names: expected " + axes + " names, found " + node);
        }
        return found;
    }

    private static ForeignDescriptorException error(String where, String problem) {
        return new ForeignDescriptorException(
                Lines.one(where + ": metadata of " + FixedShapeTensor.NAME + ": " + problem));
    }

    /** As the format writes it; the permutation only where there is one. */
    static String text(Permuted lies, List<String> dimNames) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode shape = root.putArray("shape");
        for (long length : lies.physical()) {
            shape.add(length);
        }
        if (!dimNames.isEmpty()) {
            ArrayNode names = root.putArray("dim_names");
            dimNames.forEach(names::add);
        }
        if (!lies.isPlain()) {
            ArrayNode permutation = root.putArray("permutation");
            for (int axis : lies.permutation()) {
                permutation.add(axis);
            }
        }
        return root.toString();
    }
}
