package io.arrayport.conformance.golden;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** The bytes of an array's elements, and the numbers in them; by no code of the library that is being checked. */
final class Elements {
    private Elements() {}

    /** All elements in C order, packed. */
    static byte[] of(NdArray array) {
        byte[] bytes = new byte[Math.toIntExact(array.nbytes())];
        array.storage().acquireOnHost();
        try {
            gather(array, 0, array.address(), MemorySegment.ofArray(bytes), 0);
        } finally {
            array.storage().release();
        }
        return bytes;
    }

    private static long gather(NdArray array, int axis, long address, MemorySegment target, long at) {
        if (array.size() == 0) {
            return at;
        }
        if (axis == array.ndim()) {
            MemorySegment.copy(Memory.RAW, address, target, at, array.itemsize());
            return at + array.itemsize();
        }
        long next = at;
        for (long i = 0; i < array.shape().dim(axis); i++) {
            next = gather(array, axis + 1, address + i * array.layout().stride(axis), target, next);
        }
        return next;
    }

    /** The strides of a C-contiguous array. */
    static long[] packedStrides(long[] shape, int itemsize) {
        long[] strides = new long[shape.length];
        long stride = itemsize;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= Math.max(1, shape[axis]);
        }
        return strides;
    }

    /** The format of a floating type's numbers, or of a complex one's components; null of other types. */
    static @Nullable FloatFormat format(DType type) {
        return switch (type) {
            case FloatType(FloatFormat format, _) -> format;
            case ComplexType(FloatFormat format, _) -> format;
            default -> null;
        };
    }

    /** The number whose bits stand at {@code at}. */
    static double number(ByteBuffer bytes, int at, FloatFormat format) {
        return switch (format) {
            case BINARY16 -> Float.float16ToFloat(bytes.getShort(at));
            case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort(at) << 16);
            case BINARY32 -> bytes.getFloat(at);
            case BINARY64 -> bytes.getDouble(at);
        };
    }

    /** The distance from {@code number} to the next larger magnitude of the format. */
    static double ulp(double number, FloatFormat format) {
        int exponent = Math.max(Math.getExponent(number), switch (format) {
            case BINARY16 -> -14;
            case BFLOAT16, BINARY32 -> Float.MIN_EXPONENT;
            case BINARY64 -> Double.MIN_EXPONENT;
        });
        return Math.scalb(1.0, exponent - fraction(format));
    }

    /** The distance from 1 to the next larger number of the format. */
    static double epsilon(FloatFormat format) {
        return Math.scalb(1.0, -fraction(format));
    }

    private static int fraction(FloatFormat format) {
        return switch (format) {
            case BINARY16 -> 10;
            case BFLOAT16 -> 7;
            case BINARY32 -> 23;
            case BINARY64 -> 52;
        };
    }
}
