package io.arrayport.conformance.golden;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrayport.core.dtype.Category;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.Span;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * From the files' values to those of {@code np.call}. Arrays are built exactly: the same bytes under the same layout.
 */
final class Values implements AutoCloseable {
    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger SHORTEST = BigInteger.valueOf(Long.MIN_VALUE);

    /** Positional arguments so far: later ones may be the same, or lie over their memory. */
    private final List<@Nullable Object> arguments = new ArrayList<>();
    private final Caller caller;
    private final CaseFolder folder = new CaseFolder();

    /** @param caller where functions come from that are passed as arguments */
    Values(Caller caller) {
        this.caller = caller;
    }

    /** Makes the next positional argument. */
    void add(JsonNode value) {
        arguments.add(of(value));
    }

    /**
     * Makes the next positional argument, which stands between brackets in Python: a tuple is one index per axis, a
     * list is an index by numbers, None is a new axis.
     */
    void addKey(JsonNode value) {
        Object key = of(value);
        arguments.add(key instanceof List<?> parts && value.has("tuple") ? parts.stream().map(Values::part).toList()
                : key instanceof List<?> names && !names.isEmpty()
                        && names.stream().allMatch(String.class::isInstance) ? names
                                : key instanceof List<?> numbers ? List.of(numbers) : part(key));
    }

    private static Object part(@Nullable Object part) {
        return part == null ? Index.newAxis() : part;
    }

    /** What differs of the file that a case was to leave, or null. */
    @Nullable
    String compareFile(JsonNode wanted) {
        return folder.compare(wanted);
    }

    @Override
    public void close() {
        folder.close();
    }

    /** The positional arguments. */
    List<@Nullable Object> arguments() {
        return arguments;
    }

    /** @throws Unsupported if Arrayport has no such value */
    @Nullable
    Object of(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            return list(value);
        }
        if (!value.isObject()) {
            return scalar(value);
        }
        if (value.has("dtype")) {
            return array(value);
        }
        String form = value.fieldNames().next();
        JsonNode content = value.get(form);
        return switch (form) {
            case "tuple" -> tuple(content);
            case "dict" -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                content.properties().forEach(entry -> entries.put(entry.getKey(), of(entry.getValue())));
                yield entries;
            }
            case "same" -> arguments.get(content.asInt());
            case "slice" -> slice(of(content.get(0)), of(content.get(1)), of(content.get(2)));
            case "file" -> folder.path(content);
            case "function" -> (Function<List<?>, @Nullable Object>) given -> caller.call(content.asText(), given,
                    Map.of());
            default -> constant(form, content);
        };
    }

    /**
     * A value that stands for itself, or nothing that can be told from its JSON alone: compared as expected results.
     */
    static @Nullable Object scalar(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        if (!value.isObject() || value.isEmpty()) {
            throw new Unsupported("value " + value);
        }
        String form = value.fieldNames().next();
        return constant(form, value.get(form));
    }

    private static Object constant(String form, JsonNode content) {
        return switch (form) {
            case "str" -> content.asText();
            case "bytes" -> Base64.getDecoder().decode(content.asText());
            case "int" -> integer(new BigInteger(content.asText()));
            case "float" -> floating(content.asText());
            case "complex" -> new Complex(floating(content.get(0).asText()), floating(content.get(1).asText()));
            case "type" -> {
                Optional<Category> category = content.isTextual() ? Category.named(content.asText())
                        : Optional.empty();
                yield category.isPresent() ? category.get() : dtype(content);
            }
            case "ellipsis" -> Index.ellipsis();
            case "newaxis" -> Index.newAxis();
            default -> throw new Unsupported("form " + form);
        };
    }

    private static Object integer(BigInteger value) {
        boolean fits = value.compareTo(LONGEST) <= 0 && value.compareTo(SHORTEST) >= 0;
        return fits ? (Object) value.longValue() : value;
    }

    private static double floating(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text); // reads hexadecimal
        };
    }

    static DType dtype(JsonNode name) {
        if (name.has("fields")) {
            return struct(name);
        }
        try {
            return DType.of(name.asText());
        } catch (DTypeException unknown) {
            throw new Unsupported("element type " + name.asText());
        }
    }

    private static DType struct(JsonNode type) {
        List<StructType.Field> fields = new ArrayList<>();
        for (JsonNode field : type.get("fields")) {
            List<Integer> shape = new ArrayList<>();
            field.get(2).forEach(length -> shape.add(length.asInt()));
            fields.add(new StructType.Field(field.get(0).asText(), dtype(field.get(1)), shape, field.get(3).asInt(),
                    field.get(4).isNull() ? null : field.get(4).asText()));
        }
        return new StructType(fields, type.get("itemsize").asInt(), type.get("aligned").asBoolean());
    }

    static long[] longs(JsonNode array) {
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asLong();
        }
        return values;
    }

    /** A row, which is a list; but None stands in lists only. */
    private List<?> tuple(JsonNode array) {
        List<@Nullable Object> items = list(array);
        return items.contains(null) ? items : Row.of(items.toArray());
    }

    private List<@Nullable Object> list(JsonNode array) {
        List<@Nullable Object> items = new ArrayList<>(array.size());
        array.forEach(item -> items.add(of(item)));
        return items;
    }

    /** Of a slice with numbers that are no integers, grids are made. */
    private static Object slice(@Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        if (start instanceof Number from && stop instanceof Number to && step instanceof Complex count) {
            return new Span.Counted(from, to, (long) count.imag());
        }
        if (start instanceof Number from && stop instanceof Number to && step instanceof Double by) {
            return new Span.Stepped(from, to, by);
        }
        return Index.slice(bound(start), bound(stop), bound(step));
    }

    /** Python clips what is beyond 64 bits before anybody sees it. */
    private static @Nullable Number bound(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Long bound -> bound;
            case Double fraction -> fraction;
            case BigInteger bound -> bound.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
            case Object other -> throw new Unsupported("slice with a bound of " + other.getClass().getSimpleName());
        };
    }

    private NdArray array(JsonNode value) {
        DType dtype = dtype(value.get("dtype"));
        long[] shape = longs(value.get("shape"));
        long[] strides = value.has("strides") ? longs(value.get("strides"))
                : Elements.packedStrides(shape, dtype.itemsize());
        Layout layout = Layout.of(Shape.of(shape), strides, value.path("offset").asLong());
        boolean writeable = !value.path("readonly").asBoolean();
        if (value.has("over")) {
            Object under = arguments.get(value.get("over").asInt());
            if (!(under instanceof NdArray array)) {
                throw new IllegalStateException("golden case: an array over " + under);
            }
            return NdArray.of(array.storage(), dtype, layout.shifted(array.layout().minByte()), writeable);
        }
        if (dtype instanceof StringType) {
            return strings(value.get("strings"), dtype, layout, writeable);
        }
        return NdArray.of(stored(bytes(value.get("data"))), dtype, layout, writeable);
    }

    private static NdArray strings(JsonNode texts, DType dtype, Layout layout, boolean writeable) {
        Storage storage = Storage.allocateZeroed(layout.endByte(dtype.itemsize()));
        NdArray made = NdArray.of(storage, dtype, layout);
        Object missing = dtype instanceof StringType type && type.missing() != null ? type.missing().item() : "";
        long[] index = new long[layout.ndim()];
        for (JsonNode text : texts) {
            Assignment.put(made.dtype(), made.address() + layout.offsetOf(index) - layout.offset(),
                    text.isNull() ? missing : text.asText());
            advance(index, layout);
        }
        return writeable ? made : made.asReadOnly();
    }

    /** To the next element in C order. */
    private static void advance(long[] index, Layout layout) {
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis]++;
            if (index[axis] < layout.dim(axis)) {
                return;
            }
            index[axis] = 0;
        }
    }

    /** Decoded data. */
    static byte[] bytes(JsonNode data) {
        try {
            return data.binaryValue();
        } catch (IOException malformed) {
            throw new IllegalStateException("golden case: data " + data, malformed);
        }
    }

    private static Storage stored(byte[] bytes) {
        Storage storage = Storage.allocate(bytes.length);
        storage.acquire();
        try {
            Memory.segment(storage.address(), bytes.length).copyFrom(MemorySegment.ofArray(bytes));
        } finally {
            storage.release();
        }
        return storage;
    }

    /** The arrays in a value, also those in lists. */
    static Stream<NdArray> arrays(@Nullable Object value) {
        return switch (value) {
            case NdArray array -> Stream.of(array);
            case List<?> items -> items.stream().flatMap(Values::arrays);
            case null, default -> Stream.empty();
        };
    }

    /** Positions of the arguments whose memory any array in {@code result} shares. */
    Set<Integer> sharedWith(@Nullable Object result) {
        Set<Integer> shared = new TreeSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            if (arrays(result).anyMatch(one -> arrays(argument).anyMatch(other -> overlap(one, other)))) {
                shared.add(i);
            }
        }
        return shared;
    }

    private static boolean overlap(NdArray one, NdArray other) {
        return one.size() > 0 && other.size() > 0 && low(one) < high(other) && low(other) < high(one);
    }

    private static long low(NdArray array) {
        return array.storage().address() + array.layout().minByte();
    }

    private static long high(NdArray array) {
        return array.storage().address() + array.layout().endByte(array.itemsize());
    }
}
