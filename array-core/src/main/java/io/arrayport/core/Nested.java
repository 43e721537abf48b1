package io.arrayport.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Numbers, and lists of lists of them, as NumPy's {@code array} reads them from Python. */
final class Nested {
    /** Element types of Python's numbers, each taking those before it. */
    private enum Kind {
        BOOL(DType.BOOL), INT(DType.INT64), BIG(DType.UINT64), FLOAT(DType.FLOAT64), COMPLEX(DType.COMPLEX128);

        final DType type;

        Kind(DType type) {
            this.type = type;
        }
    }

    private Nested() {}

    /** Whether {@code value} is a number, a boolean or a list of what is. */
    static boolean isArrayLike(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean _,Number _,Complex _ -> true;
            case List<?> items -> items.stream().allMatch(Nested::isArrayLike);
            default -> false;
        };
    }

    /**
     * A new array: bool, int64 (uint64 where a number needs it), float64 or complex128, by the widest kind of number in
     * it; float64 where there is none.
     *
     * @param value what {@link #isArrayLike} accepts
     * @throws ShapeException if lists of one depth differ in length, or numbers stand beside lists
     * @throws DTypeException if an integer is beyond 64 bits, or one below 0 stands beside one beyond 63
     */
    static NdArray array(Object value) {
        List<Long> dims = new ArrayList<>();
        for (Object at = value; at instanceof List<?> items; at = items.isEmpty() ? null : items.getFirst()) {
            dims.add((long) items.size());
        }
        Shape shape = Shape.of(dims.stream().mapToLong(Long::longValue).toArray());
        List<Object> numbers = new ArrayList<>();
        flatten(value, shape, 0, numbers);
        DType type = type(numbers);
        Layout layout = Layout.contiguous(shape, type.itemsize());
        NdArray result = NdArray.of(Storage.allocate(layout.endByte(type.itemsize())), type, layout);
        MemorySegment bytes = Memory.segment(result.address(), result.nbytes());
        for (int i = 0; i < numbers.size(); i++) {
            put(bytes, i, type, numbers.get(i));
        }
        return result;
    }

    private static void flatten(@Nullable Object value, Shape shape, int depth, List<Object> numbers) {
        boolean list = value instanceof List<?>;
        if (list != depth < shape.ndim() || value instanceof List<?> items && items.size() != shape.dim(depth)) {
            throw new ShapeException("array: the lists at depth " + depth + " are not all of one length: by the first"
                    + " of each the shape is " + shape);
        }
        if (value instanceof List<?> items) {
            items.forEach(item -> flatten(item, shape, depth + 1, numbers));
        } else if (value != null) {
            numbers.add(value);
        }
    }

    private static DType type(List<Object> numbers) {
        Kind widest = numbers.isEmpty() ? Kind.FLOAT : Kind.BOOL;
        boolean negative = false;
        for (Object number : numbers) {
            Kind kind = kind(number);
            negative |= kind == Kind.INT && ((Number) number).longValue() < 0;
            widest = kind.compareTo(widest) > 0 ? kind : widest;
        }
        if (widest == Kind.BIG && negative) {
            throw new DTypeException("array: the integers are beyond int64 and below 0: no integer type holds all");
        }
        return widest.type;
    }

    private static Kind kind(Object number) {
        return switch (number) {
            case Boolean _ -> Kind.BOOL;
            case Float _,Double _ -> Kind.FLOAT;
            case Complex _ -> Kind.COMPLEX;
            case BigInteger big when big.bitLength() >= Long.SIZE -> {
                if (big.signum() < 0 || big.bitLength() > Long.SIZE) {
                    throw new DTypeException("array: the integer " + big + " needs more than 64 bits");
                }
                yield Kind.BIG;
            }
            default -> Kind.INT;
        };
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
