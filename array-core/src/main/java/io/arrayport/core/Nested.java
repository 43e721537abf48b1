package io.arrayport.core;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.creation.RecordLists;
import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.JavaRow;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, strings, times and arrays, and lists of lists of them, as NumPy's {@code array} reads them from Python.
 * Arrays in lists are copied as they are, element for element into place; so are Java's of primitive numbers.
 */
final class Nested {
    private final Shape shape;
    /** What stands in the innermost lists, in C order: numbers, times, and arrays of further axes. */
    private final List<Object> leaves = new ArrayList<>();
    private final List<DType> types = new ArrayList<>();

    /** What null stands for in lists, if anything. */
    private final @Nullable Missing none;

    private Nested(Object value, @Nullable DType type) {
        none = type instanceof StringType strings && Missing.isNone(strings.missing()) ? Missing.NONE : null;
        shape = shape(value);
        collect(value, 0);
    }

    /** Whether {@code value} is a number, a boolean, a time, an array or a list of what is. */
    static boolean isArrayLike(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean _,Number _,Complex _,String _,byte[] _,NdArray _ -> true;
            case Time _,LocalDate _,LocalDateTime _,Duration _ -> true;
            case List<?> items -> items.stream().allMatch(Nested::isArrayLike);
            default -> isRow(value);
        };
    }

    /**
     * A new array of the type that what it is made of promotes to: numbers count as bool, int64 (uint64 if they need
     * it), float64 or complex128, strings as wide as they are. Float64 where there is none.
     *
     * @throws ShapeException if lists of one depth differ in length, or numbers stand beside lists
     * @throws DTypeException if an integer is beyond 64 bits, or something is no number
     */
    static NdArray array(Object value) {
        Nested nested = new Nested(value, null);
        DType type = nested.types.stream().reduce(Promotion::promoteTypes).orElse(DType.FLOAT64);
        return type.kind() == 'V' ? RecordLists.of(Device.CPU, value, type) : nested.made(type);
    }

    /** As {@link #array(Object)}, what holds no array of its own on {@code device}: what stands beside one there. */
    static NdArray array(Device device, Object value) {
        return Blank.on(device(device, value), array(value));
    }

    /** As {@link #array(Object, DType)}, what holds no array of its own on {@code device}. */
    static NdArray array(Device device, Object value, DType type) {
        return Blank.on(device(device, value), array(value, type));
    }

    /** Where the first array lies that {@code value} is or holds; {@code usual} if there is none. */
    static Device device(Device usual, @Nullable Object value) {
        return Optional.ofNullable(first(value, Collections.newSetFromMap(new IdentityHashMap<>()), 0))
                .map(NdArray::device).orElse(usual);
    }

    /** @param seen lists: one may hold itself, or be held often */
    private static @Nullable NdArray first(@Nullable Object value, Set<Object> seen, int depth) {
        if (value instanceof NdArray array) {
            return array;
        }
        List<?> items = depth > Shape.MAX_NDIM ? null : items(value);
        if (value == null || items == null || !seen.add(value)) {
            return null;
        }
        return items.stream().map(item -> first(item, seen, depth + 1)).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    /**
     * A new array of {@code type}; numbers are set one by one, so that one that it cannot hold is refused. Arrays are
     * converted as {@code astype} converts.
     *
     * @throws CastingException if an integer is out of range, or a number is complex and the type is not
     */
    static NdArray array(Object value, DType type) {
        Nested nested = new Nested(value, type);
        if ("cbT".indexOf(type.kind()) < 0 && nested.types.stream().anyMatch(each -> each.kind() == 'c')) {
            throw new CastingException("array: a number is complex, " + type + " is not; take its real part");
        }
        if (type instanceof TextType || type instanceof StringType
                || nested.types.stream().noneMatch(TextType.class::isInstance)) {
            return nested.made(type);
        }
        try (NdArray texts = array(value)) { // which are read
            return texts.astype(type);
        }
    }

    /** Java's arrays of bytes are strings among others. */
    private static boolean isRow(Object value) {
        return JavaRow.is(value) && !(value instanceof byte[]);
    }

    private NdArray made(DType type) {
        if (type instanceof TextType text) {
            return NestedTexts.array(shape, leaves.stream().flatMap(Nested::elements).toList(), text);
        }
        Device device = device(Device.CPU, leaves);
        if (device.equals(Device.CPU)) {
            return Blank.filled(new Blank(type, Order.C).empty(device, shape), this::putAll);
        }
        return Blank.filled(new Blank(type, Order.C).empty(device, shape), made -> place(made, type));
    }

    private void putAll(NdArray made) {
        made.storage().acquireOnHost();
        try {
            long at = 0;
            NdArray flat = made.asShape(-1);
            for (Object leaf : leaves) {
                at += put(flat, at, leaf);
            }
        } finally {
            made.storage().release();
        }
    }

    /** Arrays on a device are copied there; numbers between them are brought to it one by one. */
    private void place(NdArray made, DType type) {
        long at = 0;
        NdArray flat = made.asShape(-1);
        for (Object leaf : leaves) {
            if (leaf instanceof NdArray array) {
                at += set(flat, at, array);
            } else {
                try (NdArray one = array(made.device(), leaf, type)) {
                    at += set(flat, at, one);
                }
            }
        }
    }

    private static long set(NdArray flat, long at, NdArray array) {
        flat.get(Index.slice(at, at + array.size())).asShape(array.shape().toArray()).set(array);
        return array.size();
    }

    private static Stream<Object> elements(Object leaf) {
        return switch (leaf) {
            case NdArray array -> LongStream.range(0, array.size()).mapToObj(array::item);
            default -> isRow(leaf) ? IntStream.range(0, Array.getLength(leaf)).mapToObj(i -> Array.get(leaf, i))
                    : Stream.of(leaf);
        };
    }

    /** Writes a leaf, and returns of how many elements it is. */
    private static long put(NdArray flat, long at, Object leaf) {
        long address = flat.address() + at * flat.itemsize();
        if (leaf instanceof NdArray array) {
            return set(flat, at, array);
        }
        if (!isRow(leaf)) {
            Assignment.put(flat.dtype(), address, leaf);
            return 1;
        }
        if (rowType(leaf).equals(flat.dtype())) {
            JavaRow.store(leaf, address);
            return Array.getLength(leaf);
        }
        try (NdArray row = JavaArrays.of(Device.CPU, leaf)) {
            return put(flat, at, row);
        }
    }

    private static DType rowType(Object row) {
        return JavaRow.type("array", row.getClass().getComponentType());
    }

    /** By the first element of each depth. */
    private static Shape shape(Object value) {
        List<Long> dims = new ArrayList<>();
        Object at = value;
        List<?> items = items(at);
        while (items != null && dims.size() <= Shape.MAX_NDIM) { // a list may hold itself
            dims.add((long) items.size());
            at = items.isEmpty() ? null : items.getFirst();
            items = at == null ? null : items(at);
        }
        if (at instanceof NdArray array) {
            Arrays.stream(array.shape().toArray()).forEach(dims::add);
        } else if (at != null && isRow(at)) {
            dims.add((long) Array.getLength(at));
        }
        return Shape.of(dims.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * What a list holds now, whatever another thread adds to it, or one of Java's arrays that is not of primitive
     * numbers; null of anything else.
     */
    private static @Nullable List<?> items(@Nullable Object value) {
        Object[] items = value instanceof List<?> list ? list.toArray()
                : value instanceof Object[] array ? array : null;
        return items == null ? null : Arrays.asList(items);
    }

    private void collect(@Nullable Object value, int depth) {
        List<?> items = items(value);
        long[] rest = Arrays.copyOfRange(shape.toArray(), depth, shape.ndim());
        if (items != null && rest.length > 0 && items.size() == rest[0]) {
            for (Object item : items) {
                collect(item, depth + 1);
            }
        } else if (items == null && Arrays.equals(rest, dims(value))) {
            add(value);
        } else {
            throw new ShapeException("array: what stands at depth " + depth
                    + " is not all of one length: by the first of each, the shape is " + shape);
        }
    }

    /** The axes of what is no list. */
    private static long[] dims(@Nullable Object value) {
        return switch (value) {
            case NdArray array -> array.shape().toArray();
            case null -> new long[0];
            default -> isRow(value) ? new long[]{Array.getLength(value)} : new long[0];
        };
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case NdArray array -> add(array, array.dtype());
            case Boolean truth -> add(truth, DType.BOOL);
            case Number number -> add(number, type(number));
            case Complex number -> add(number, DType.COMPLEX128);
            case String text -> add(text, NestedTexts.type(text));
            case byte[] bytes -> add(bytes, new BytesType(Math.max(1, bytes.length)));
            case Time time -> add(time, time.type());
            case LocalDate date -> add(Time.of(date));
            case LocalDateTime time -> add(Time.of(time));
            case Duration span -> add(Time.of(span));
            case Missing missing -> add(missing, new StringType(missing, true));
            case null -> {
                if (none == null) {
                    throw unknown("null");
                }
                add(none);
            }
            default -> {
                if (!isRow(value)) {
                    throw unknown(value.toString());
                }
                add(value, rowType(value));
            }
        }
    }

    private static DTypeException unknown(String value) {
        return new DTypeException("array: " + value
                + " is no element; lists may hold Boolean, Number, Complex, String, byte[], times and arrays");
    }

    private void add(Object leaf, DType type) {
        leaves.add(leaf);
        if (types.isEmpty() || !types.getLast().equals(type)) {
            types.add(type);
        }
    }

    /** What a number is among others. */
    static DType type(Number number) {
        if (number instanceof BigInteger big && (big.bitLength() > Long.SIZE
                || big.signum() < 0 && big.bitLength() >= Long.SIZE)) {
            throw new DTypeException("array: the integer " + big + " needs more than 64 bits");
        }
        return Blank.typeOf(number);
    }
}
