package io.arrayport.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.creation.RecordLists;
import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Numbers, strings and arrays, and lists of lists of them, as NumPy's {@code array} reads them from Python. */
final class Nested {
    private Nested() {}

    /** Whether {@code value} is a number, a boolean, a string, an array or a list of what is. */
    static boolean isArrayLike(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean _,Number _,Complex _,String _,byte[] _,NdArray _ -> true;
            case List<?> items -> items.stream().allMatch(Nested::isArrayLike);
            default -> false;
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
        Shape shape = shape(value);
        List<Object> numbers = new ArrayList<>();
        List<DType> types = new ArrayList<>();
        flatten(value, shape, 0, numbers, types);
        DType type = types.isEmpty() ? DType.FLOAT64
                : types.stream().reduce(Promotion::promoteTypes).orElseThrow();
        if (type.kind() == 'V') {
            return RecordLists.of(Device.CPU, value, type);
        }
        if (type instanceof TextType text) {
            return NestedTexts.array(shape, numbers, text);
        }
        NdArray wide = wide(shape, numbers, widest(type));
        if (type.equals(wide.dtype())) {
            return wide;
        }
        try (wide) {
            return wide.astype(type);
        }
    }

    /**
     * A new array of {@code type}; numbers are set one by one, so that one that it cannot hold is refused. Arrays are
     * converted as {@code astype} converts.
     *
     * @throws CastingException if an integer is out of range, or a number is complex and the type is not
     */
    static NdArray array(List<?> value, DType type) {
        if (type instanceof TextType text) {
            Shape shape = shape(value);
            List<Object> items = new ArrayList<>();
            flatten(value, shape, 0, items, new ArrayList<>());
            return NestedTexts.array(shape, items, text);
        }
        NdArray natural = array(value);
        Shape shape = natural.shape();
        List<Object> numbers = new ArrayList<>();
        boolean arrays = leaves(value, numbers);
        try (natural) {
            if (natural.dtype().kind() == 'c' && type.kind() != 'c' && type.kind() != 'b') {
                throw new CastingException("array: a number is complex, " + type + " is not; take its real part");
            }
            if (arrays || "iu".indexOf(natural.dtype().kind()) < 0 || "iu".indexOf(type.kind()) < 0) {
                return natural.astype(type);
            }
        }
        NdArray result = Np.np.empty(shape, type);
        return Blank.filled(result, made -> {
            NdArray flat = made.reshape(-1);
            for (int i = 0; i < numbers.size(); i++) {
                flat.get(i).fill(numbers.get(i) instanceof Boolean truth ? (truth ? 1L : 0L)
                        : (Number) numbers.get(i));
            }
        });
    }

    /** Collects the numbers; true if there are arrays, whose elements are left out. */
    private static boolean leaves(Object value, List<Object> numbers) {
        if (value instanceof List<?> items) {
            boolean arrays = false;
            for (Object item : items) {
                arrays |= leaves(item, numbers);
            }
            return arrays;
        }
        numbers.add(value);
        return value instanceof NdArray;
    }

    /** The types in which Java holds numbers. */
    private static DType widest(DType type) {
        return switch (type.kind()) {
            case 'b' -> DType.BOOL;
            case 'i' -> DType.INT64;
            case 'u' -> DType.UINT64;
            case 'f' -> DType.FLOAT64;
            default -> DType.COMPLEX128;
        };
    }

    private static NdArray wide(Shape shape, List<Object> numbers, DType type) {
        Layout layout = Layout.contiguous(shape, type.itemsize());
        NdArray result = NdArray.of(Storage.allocate(layout.endByte(type.itemsize())), type, layout);
        MemorySegment bytes = Memory.segment(result.address(), result.nbytes());
        for (int i = 0; i < numbers.size(); i++) {
            put(bytes, i, type, numbers.get(i));
        }
        return result;
    }

    /** By the first element of each depth. */
    private static Shape shape(Object value) {
        List<Long> dims = new ArrayList<>();
        Object at = value;
        while (at instanceof List<?> items && !items.isEmpty()) {
            dims.add((long) items.size());
            at = items.getFirst();
        }
        if (at instanceof List<?>) {
            dims.add(0L);
        } else if (at instanceof NdArray array) {
            for (long dim : array.shape().toArray()) {
                dims.add(dim);
            }
        }
        return Shape.of(dims.stream().mapToLong(Long::longValue).toArray());
    }

    private static void flatten(@Nullable Object value, Shape shape, int depth, List<Object> numbers,
            List<DType> types) {
        switch (value) {
            case List<?> items when depth < shape.ndim() && items.size() == shape.dim(depth) ->
                items.forEach(item -> flatten(item, shape, depth + 1, numbers, types));
            case NdArray array when shape.ndim() - depth == array.ndim() && matches(array, shape, depth) -> {
                types.add(array.dtype());
                try (NdArray flat = array.flatten()) {
                    for (long i = 0; i < flat.size(); i++) {
                        numbers.add(flat.item(i));
                    }
                }
            }
            case Boolean truth when depth == shape.ndim() -> add(truth, DType.BOOL, numbers, types);
            case Number number when depth == shape.ndim() -> add(number, type(number), numbers, types);
            case Complex number when depth == shape.ndim() -> add(number, DType.COMPLEX128, numbers, types);
            case String text when depth == shape.ndim() -> add(text, NestedTexts.type(text), numbers, types);
            case byte[] bytes when depth == shape.ndim() ->
                add(bytes, new BytesType(Math.max(1, bytes.length)), numbers,
                        types);
            case List<?> _,NdArray _,Boolean _,Number _,Complex _,String _,byte[] _ ->
                throw new ShapeException("array: what stands at depth " + depth
                        + " is not all of one length: by the first of each, the shape is " + shape);
            case null, default -> throw new DTypeException(
                    "array: " + value
                            + " is no element; lists may hold Boolean, Number, Complex, String, byte[] and arrays");
        }
    }

    private static void add(Object number, DType type, List<Object> numbers, List<DType> types) {
        numbers.add(number);
        if (types.isEmpty() || !types.getLast().equals(type)) {
            types.add(type);
        }
    }

    private static boolean matches(NdArray array, Shape shape, int depth) {
        for (int axis = 0; axis < array.ndim(); axis++) {
            if (array.shape().dim(axis) != shape.dim(depth + axis)) {
                return false;
            }
        }
        return true;
    }

    private static DType type(Number number) {
        if (number instanceof BigInteger big && (big.bitLength() > Long.SIZE
                || big.signum() < 0 && big.bitLength() >= Long.SIZE)) {
            throw new DTypeException("array: the integer " + big + " needs more than 64 bits");
        }
        return Blank.typeOf(number);
    }

    private static void put(MemorySegment bytes, long index, DType type, Object number) {
        switch (type.kind()) {
            case 'b' -> bytes.set(ValueLayout.JAVA_BYTE, index, (byte) (number.equals(true) ? 1 : 0));
            case 'f' -> bytes.setAtIndex(ValueLayout.JAVA_DOUBLE, index, real(number));
            case 'c' -> {
                bytes.setAtIndex(ValueLayout.JAVA_DOUBLE, 2 * index,
                        number instanceof Complex complex ? complex.real() : real(number));
                bytes.setAtIndex(ValueLayout.JAVA_DOUBLE, 2 * index + 1,
                        number instanceof Complex complex ? complex.imag() : 0);
            }
            default -> bytes.setAtIndex(ValueLayout.JAVA_LONG, index,
                    number instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) number).longValue());
        }
    }

    private static double real(Object number) {
        return number instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) number).doubleValue();
    }
}
