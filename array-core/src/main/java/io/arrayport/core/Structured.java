package io.arrayport.core;

import java.util.List;
import java.util.Map;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.creation.RecordLists;
import io.arrayport.core.creation.Recording;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.RecarrayOption;

/** Structured types, and arrays of records and of bytes without a meaning. */
public sealed interface Structured permits Np {
    /** Where arrays are made. */
    Device device();

    /**
     * The structured type of a list of fields, without gaps between them.
     *
     * @param dtype each a list of a name, or a title and a name; a type, or what is read as one: text, a list, a map;
     *        and the shape if it is an array
     * @throws DTypeException if something else is in it
     */
    default StructType dtype(List<?> dtype) {
        return StructType.of(dtype, false);
    }

    /** As {@link #dtype(List)}; {@code align} places fields where their alignment wants them. */
    default StructType dtype(List<?> dtype, boolean align) {
        return StructType.of(dtype, align);
    }

    /**
     * The structured type of a map: {@code names} and {@code formats}, and if given {@code offsets}, {@code titles},
     * {@code itemsize} and {@code aligned}; or for each name a list of its type and offset.
     *
     * @throws DTypeException if something else is in it
     */
    default StructType dtype(Map<?, ?> dtype) {
        return StructType.of(dtype, false);
    }

    /** As {@link #dtype(Map)}; {@code align} wants fields where their alignment does. */
    default StructType dtype(Map<?, ?> dtype, boolean align) {
        return StructType.of(dtype, align);
    }

    /** As {@code dtype(dtype)}; {@code align} places fields where their alignment wants them. */
    default DType dtype(String dtype, boolean align) {
        DType type = DType.of(dtype);
        return align && type instanceof StructType struct ? StructType.aligned(struct.fields().toArray(Field[]::new))
                : type;
    }

    /** So many bytes, all 0, as one element without a meaning: shape (). */
    default NdArray void_(long length) {
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new CastingException("void: an element of " + length + " bytes; give from 0 to "
                    + Integer.MAX_VALUE);
        }
        return new Blank(new VoidType(Math.max(1, (int) length)), Order.C).zeros(device(), Shape.of());
    }

    /** Bytes as one element without a meaning, a copy: shape (). */
    default NdArray void_(byte[] data) {
        return void_(data, new VoidType(data.length));
    }

    /** As {@link #void_(byte[])}, cut off or filled up with 0. */
    default NdArray void_(byte[] data, DType dtype) {
        if (!(dtype instanceof VoidType)) {
            throw new DTypeException("void: bytes are no element of " + dtype + "; give V and a number of bytes");
        }
        try (NdArray bytes = JavaArrays.of(device(), data)) {
            return data.length == 0 ? new Blank(dtype, Order.C).zeros(device(), Shape.of())
                    : bytes.view(new VoidType(data.length)).get(0).astype(dtype);
        }
    }

    /**
     * One record: shape ().
     *
     * @throws DTypeException if the type is not structured
     * @throws IllegalArgumentException if there are not as many values as fields
     */
    default NdArray void_(Row data, DType dtype) {
        return record(data, dtype);
    }

    /** As {@link #void_(long)}. */
    default NdArray record(long length) {
        return void_(length);
    }

    /** As {@link #void_(byte[])}. */
    default NdArray record(byte[] data) {
        return void_(data);
    }

    /** As {@link #void_(Row, DType)}. */
    default NdArray record(Row data, DType dtype) {
        if (!(dtype instanceof StructType struct)) {
            throw new DTypeException("record: an element of " + dtype + " has no fields; give a structured type");
        }
        return RecordLists.of(device(), data, struct);
    }

    /**
     * An array of records, which are whatever was in memory; or a view of the bytes of another array. There is no class
     * of its own for these: fields are {@code a.field("x")}.
     *
     * @param options with a dtype or formats
     * @throws IllegalArgumentException if neither is given
     * @throws DTypeException if the other array has fewer bytes
     */
    default NdArray recarray(Shape shape, RecarrayOption... options) {
        return new Recording("recarray", options).records(device(), shape);
    }
}
