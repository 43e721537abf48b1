package io.arrayport.conformance.golden;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Holds an array against the expected one: element type, shape, strides, whether it may be written, elements. */
final class ArrayComparison {
    private ArrayComparison() {}

    /**
     * @param strides whether memory order counts
     * @return what differs, or null
     */
    static @Nullable String compare(JsonNode wanted, NdArray got, Tolerance tolerance, boolean strides) {
        DType dtype = Values.dtype(wanted.get("dtype"));
        if (!got.dtype().equals(dtype)) {
            return "dtype " + got.dtype() + ", wanted " + dtype;
        }
        Shape shape = Shape.of(Values.longs(wanted.get("shape")));
        if (!got.shape().equals(shape)) {
            return "shape " + got.shape() + ", wanted " + shape;
        }
        String order = strides ? order(wanted, got, shape) : null;
        if (order != null) {
            return order;
        }
        if (wanted.has("writeable") && wanted.get("writeable").asBoolean() != got.isWriteable()) {
            return got.isWriteable() ? "writeable, wanted read-only" : "read-only, wanted writeable";
        }
        if (wanted.has("strings")) {
            return strings(wanted.get("strings"), got);
        }
        return wanted.has("data") ? elements(Values.bytes(wanted.get("data")), got, tolerance) : null;
    }

    private static @Nullable String strings(JsonNode wanted, NdArray got) {
        for (int i = 0; i < wanted.size(); i++) {
            Object item = got.item(i);
            boolean isText = item instanceof String;
            boolean same = wanted.get(i).isNull() ? !isText || isMissingText(got) : item.equals(wanted.get(i).asText());
            if (!same) {
                return "element " + position(got.shape(), i) + " is " + item + ", wanted " + wanted.get(i);
            }
        }
        return null;
    }

    private static boolean isMissingText(NdArray got) {
        return got.dtype() instanceof StringType type && type.missing() != null && type.missing().isText();
    }

    /** Strides that no element's address depends on are nobody's business. */
    private static @Nullable String order(JsonNode wanted, NdArray got, Shape shape) {
        long[] strides = wanted.has("strides") ? Values.longs(wanted.get("strides"))
                : Elements.packedStrides(shape.toArray(), got.itemsize());
        for (int axis = 0; shape.size() > 0 && axis < strides.length; axis++) {
            if (shape.dim(axis) > 1 && strides[axis] != got.layout().stride(axis)) {
                return "strides " + Arrays.toString(got.layout().strides()) + ", wanted " + Arrays.toString(strides);
            }
        }
        return null;
    }

    private static @Nullable String elements(byte[] wanted, NdArray got, Tolerance tolerance) {
        byte[] bytes = Elements.of(got);
        if (Arrays.equals(bytes, wanted)) {
            return null;
        }
        DType type = got.dtype();
        ByteBuffer ours = ByteBuffer.wrap(bytes).order(type.order());
        ByteBuffer theirs = ByteBuffer.wrap(wanted).order(type.order());
        for (int at = 0; at < bytes.length; at += type.itemsize()) {
            String difference = type instanceof StructType struct ? fields(ours, theirs, at, struct, tolerance)
                    : element(ours, theirs, at, type, tolerance);
            if (difference != null) {
                return "element " + position(got.shape(), at / type.itemsize()) + " is " + difference;
            }
        }
        return null;
    }

    /** What lies between fields is nobody's business. */
    private static @Nullable String fields(ByteBuffer got, ByteBuffer wanted, int at, StructType struct,
            Tolerance tolerance) {
        for (StructType.Field field : struct.fields()) {
            DType type = field.type();
            ByteBuffer ours = got.duplicate().order(type.order());
            ByteBuffer theirs = wanted.duplicate().order(type.order());
            for (int i = 0; i < field.count(); i++) {
                int part = at + field.offset() + i * type.itemsize();
                String difference = type instanceof StructType inner ? fields(ours, theirs, part, inner, tolerance)
                        : element(ours, theirs, part, type, tolerance);
                if (difference != null) {
                    return "field '" + field.name() + "': " + difference;
                }
            }
        }
        return null;
    }

    private static @Nullable String element(ByteBuffer got, ByteBuffer wanted, int at, DType type,
            Tolerance tolerance) {
        FloatFormat format = Elements.format(type);
        if (type instanceof FlexibleType) {
            byte[] ours = new byte[type.itemsize()];
            byte[] theirs = new byte[type.itemsize()];
            got.get(at, ours);
            wanted.get(at, theirs);
            return Arrays.equals(ours, theirs) ? null : Arrays.toString(ours) + ", wanted " + Arrays.toString(theirs);
        }
        if (format == null) {
            long ours = bits(got, at, type);
            long theirs = bits(wanted, at, type);
            return ours == theirs ? null : text(ours, type) + ", wanted " + text(theirs, type);
        }
        FloatComparison comparison = new FloatComparison(tolerance, format);
        double real = Elements.number(got, at, format);
        double wantedReal = Elements.number(wanted, at, format);
        if (!(type instanceof ComplexType)) {
            return comparison.real(real, wantedReal);
        }
        int second = at + type.itemsize() / 2;
        return comparison.complex(real, Elements.number(got, second, format), wantedReal,
                Elements.number(wanted, second, format));
    }

    private static long bits(ByteBuffer bytes, int at, DType type) {
        return switch (type.itemsize()) {
            case 1 -> bytes.get(at);
            case 2 -> bytes.getShort(at);
            case 4 -> bytes.getInt(at);
            default -> bytes.getLong(at);
        };
    }

    private static String text(long bits, DType type) {
        return switch (type) {
            case BoolType _ -> bits == 0 ? "false" : bits == 1 ? "true" : "the byte " + bits;
            case IntegerType(int width, boolean signed, ByteOrder _) when !signed && width < Long.SIZE ->
                Long.toString(bits & (1L << width) - 1);
            case IntegerType(_, boolean signed, _) when !signed -> Long.toUnsignedString(bits);
            default -> Long.toString(bits);
        };
    }

    /** The index of the n-th element in C order. */
    private static String position(Shape shape, int number) {
        String text = "";
        int rest = number;
        for (int axis = shape.ndim() - 1; axis >= 0; axis--) {
            text = rest % (int) shape.dim(axis) + (text.isEmpty() ? "" : ", ") + text;
            rest /= (int) shape.dim(axis);
        }
        return "[" + text + "]";
    }
}
