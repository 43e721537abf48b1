package io.arrayport.core.text;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** Arguments beside arrays of strings, as arrays without axes; they end with the scope that they are made in. */
public final class Given {
    private Given() {}

    /**
     * A string as an element of {@code like}'s kind.
     *
     * @throws IllegalArgumentException if that is bytes and the string is not ASCII
     */
    public static NdArray text(NdArray like, String value) {
        int length = Math.max(1, value.codePointCount(0, value.length()));
        DType type = like.dtype() instanceof BytesType ? new BytesType(length) : new UnicodeType(length);
        NdArray one = empty(type);
        one.fill(value);
        return one;
    }

    /** A whole number. */
    public static NdArray number(long value) {
        NdArray one = empty(DType.INT64);
        one.setLong(value);
        return one;
    }

    private static NdArray empty(DType type) {
        return NdArray.of(Storage.allocate(type.itemsize()), type, Layout.contiguous(Shape.of(), type.itemsize()));
    }

    /**
     * Whole numbers as int64.
     *
     * @param given a Number, or an array
     * @throws DTypeException if they are none
     */
    static NdArray whole(String operation, String name, Object given) {
        if (!(given instanceof NdArray numbers)) {
            return number(((Number) given).longValue());
        }
        if ("biu".indexOf(numbers.dtype().kind()) < 0) {
            throw new DTypeException(operation + ": " + name + " is " + numbers.dtype() + ", not integers");
        }
        return numbers.dtype().equals(DType.INT64) ? numbers : numbers.astype(DType.INT64);
    }

    /** Strings of {@code like}'s kind; those of the other kind are converted if they have a width. */
    static NdArray alike(NdArray like, NdArray strings) {
        return strings.dtype() instanceof TextType type && like.dtype() instanceof TextType wanted
                && type.kind() != wanted.kind() ? strings.astype(wanted.withLength(0)) : strings;
    }

    static long whole(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
    }
}
