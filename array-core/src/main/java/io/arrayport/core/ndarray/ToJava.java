package io.arrayport.core.ndarray;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.Characters;
import io.arrayport.core.element.Element;
import io.arrayport.core.element.StringView;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import org.jspecify.annotations.Nullable;

/** Elements as Java's own: nested lists of numbers, nested arrays of primitives. */
final class ToJava {
    private ToJava() {}

    /** Lists of lists; of a 0-d array the element. */
    static Object list(NdArray array) {
        if (!array.device().type().isHost()) {
            try (NdArray here = array.toDevice(Device.CPU)) {
                return list(here);
            }
        }
        array.storage().acquireOnHost();
        try {
            return list(array.dtype(), array.layout(), 0, array.address());
        } finally {
            array.storage().release();
        }
    }

    private static Object list(DType type, Layout layout, int axis, long at) {
        if (axis == layout.ndim()) {
            return Element.item(type, at);
        }
        List<@Nullable Object> items = new ArrayList<>((int) Math.min(layout.dim(axis), 1 << 20));
        for (long i = 0; i < layout.dim(axis); i++) {
            Object item = list(type, layout, axis + 1, at + i * layout.stride(axis));
            items.add(Missing.NONE.equals(item) ? null : item); // Python's None
        }
        return items;
    }

    /** The narrowest primitive that holds all numbers of a type. */
    static Class<?> primitive(DType type) {
        return switch (type.kind()) {
            case 'b' -> boolean.class;
            case 'i' -> wide(type.itemsize());
            case 'u' -> wide(2 * type.itemsize());
            case 'f' -> type.itemsize() > Float.BYTES ? double.class : float.class;
            case 'm', 'M' -> long.class;
            case 'S' -> byte[].class;
            case 'U', 'T' -> String.class;
            default -> throw new CastingException("toArray: an element of " + type + " is no number of one part; take"
                    + " np.real and np.imag");
        };
    }

    private static Class<?> wide(int bytes) {
        return switch (bytes) {
            case 1 -> byte.class;
            case 2 -> short.class;
            case 4 -> int.class;
            case 8 -> long.class;
            default -> throw new CastingException("toArray: no primitive holds all numbers of uint64; name one, as in"
                    + " toArray(long[].class)");
        };
    }

    /** Nested arrays of a primitive, as deep as there are axes. */
    static Object array(NdArray array, Class<?> primitive) {
        if (!array.device().type().isHost()) {
            try (NdArray here = array.toDevice(Device.CPU)) {
                return array(here, primitive);
            }
        }
        Shape shape = array.shape();
        if (shape.ndim() == 0) {
            throw new ShapeException("toArray: an array of shape () is no row; take its item()");
        }
        int[] dims = Arrays.stream(shape.toArray()).mapToInt(ToJava::length).toArray();
        if (primitive == String.class && (array.dtype() instanceof TextType || array.dtype() instanceof StringType)
                || primitive == byte[].class && array.dtype() instanceof BytesType) {
            return texts(array, primitive, dims);
        }
        DType type = JavaRow.type("toArray", primitive);
        NdArray counts = array.dtype() instanceof TimeType && type.equals(DType.INT64)
                ? NdArray.of(array.storage(), DType.INT64.withOrder(array.dtype().order()), array.layout()) : array;
        Promotion.requireCast("toArray", counts.dtype(), type, Casting.SAME_KIND);
        boolean asItIs = type.equals(counts.dtype()) && array.isCContiguous();
        NdArray rows = asItIs ? counts : Assignment.converted(counts, type, Order.C);
        try {
            Object nested = Array.newInstance(primitive, dims);
            rows.storage().acquireOnHost();
            try {
                copy(rows.address(), nested, shape, 0, type.itemsize());
            } finally {
                rows.storage().release();
            }
            return nested;
        } finally {
            if (!asItIs) {
                rows.close();
            }
        }
    }

    private static Object texts(NdArray array, Class<?> element, int[] dims) {
        Object nested = Array.newInstance(element, dims);
        array.storage().acquireOnHost();
        try {
            fill(array, array.address(), 0, nested);
        } finally {
            array.storage().release();
        }
        return nested;
    }

    private static void fill(NdArray array, long at, int axis, Object nested) {
        for (int i = 0; i < Array.getLength(nested); i++) {
            long here = at + i * array.layout().stride(axis);
            if (axis + 1 < array.ndim()) {
                fill(array, here, axis + 1, Array.get(nested, i));
            } else if (array.dtype() instanceof StringType type) {
                Array.set(nested, i, StringView.isMissing(type, here) ? null : StringView.string(type, here));
            } else if (nested instanceof String[] strings) {
                strings[i] = Characters.string((TextType) array.dtype(), here);
            } else {
                Array.set(nested, i, Element.item(array.dtype(), here));
            }
        }
    }

    private static int length(long dim) {
        if (dim > Integer.MAX_VALUE) {
            throw new ShapeException("toArray: an axis of length " + dim + " is longer than Java's arrays can be");
        }
        return (int) dim;
    }

    /** Copies what lies in one array of a depth, and returns the address behind it. */
    private static long copy(long from, Object array, Shape shape, int depth, int itemsize) {
        if (depth + 1 < shape.ndim()) {
            long next = from;
            for (Object deeper : (Object[]) array) {
                next = copy(next, deeper, shape, depth + 1, itemsize);
            }
            return next;
        }
        JavaRow.load(array, from);
        return from + shape.dim(depth) * itemsize;
    }
}
