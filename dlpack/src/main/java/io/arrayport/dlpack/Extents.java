package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.util.Arrays;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;

/**
 * Lengths and byte strides of a foreign tensor, checked: lengths that are countable in bytes, strides that are.
 *
 * @param dims a last axis of as many as the type has lanes among them, where it has several
 * @param strides in bytes
 */
record Extents(long[] dims, long[] strides) {
    /**
     * @param itemsize bytes of one lane
     * @param lanes of one element
     */
    static Extents of(Fields fields, int itemsize, int lanes) {
        long[] shape = shape(fields, itemsize, lanes);
        long[] strides = strides(fields, shape, (long) itemsize * lanes);
        return lanes == 1 ? new Extents(shape, strides)
                : new Extents(with(shape, lanes), with(strides, itemsize));
    }

    boolean isEmpty() {
        return isEmpty(dims);
    }

    private static boolean isEmpty(long[] dims) {
        for (long dim : dims) {
            if (dim == 0) {
                return true;
            }
        }
        return false;
    }

    private static long[] with(long[] axes, long last) {
        long[] more = Arrays.copyOf(axes, axes.length + 1);
        more[axes.length] = last;
        return more;
    }

    /** Lengths, of which the product of those that are not 0 is countable in bytes, as NumPy asks. */
    static long[] shape(Fields fields, int itemsize, int lanes) {
        int ndim = fields.ofInt(Abi.NDIM);
        int most = Shape.MAX_NDIM - (lanes == 1 ? 0 : 1);
        if (ndim < 0 || ndim > most) {
            throw fields.refuse("dl_tensor.ndim", ndim, "0 to " + most);
        }
        long[] dims = new long[ndim];
        long pointer = fields.ofLong(Abi.SHAPE);
        if (ndim > 0) {
            checkPointer(fields, "dl_tensor.shape", pointer, ndim);
        }
        long bytes = (long) itemsize * lanes;
        for (int axis = 0; axis < ndim; axis++) {
            dims[axis] = Memory.RAW.get(JAVA_LONG_UNALIGNED, pointer + 8L * axis);
            if (dims[axis] < 0) {
                throw fields.refuse("dl_tensor.shape[" + axis + "]", dims[axis], "at least 0");
            }
            long factor = Math.max(1, dims[axis]);
            if (Math.multiplyHigh(bytes, factor) != 0 || bytes * factor < 0) {
                throw fields.refuse("dl_tensor.shape[" + axis + "]", dims[axis], "lengths whose product, times "
                        + (long) itemsize * lanes + " bytes, fits 63 bits");
            }
            bytes *= factor;
        }
        return dims;
    }

    private static void checkPointer(Fields fields, String field, long pointer, int ndim) {
        if (pointer <= 0 || pointer > Long.MAX_VALUE - 8L * ndim) {
            throw fields.refuse(field, pointer == 0 ? "NULL" : Fields.hex(pointer),
                    "a pointer to " + ndim + " lengths");
        }
    }

    /** Byte strides. NULL means C order: not allowed since 1.2, but legacy producers send it. */
    private static long[] strides(Fields fields, long[] dims, long size) {
        long pointer = fields.ofLong(Abi.STRIDES);
        long[] strides = new long[dims.length];
        if (pointer != 0 && dims.length > 0) {
            checkPointer(fields, "dl_tensor.strides", pointer, dims.length);
        }
        boolean empty = isEmpty(dims);
        long packed = size;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            long given = pointer == 0 ? 0 : Memory.RAW.get(JAVA_LONG_UNALIGNED, pointer + 8L * axis);
            boolean countable = Math.multiplyHigh(given, size) == given * size >> 63;
            if (!countable && dims[axis] > 1 && !empty) {
                throw fields.refuse("dl_tensor.strides[" + axis + "]", given,
                        "a stride that fits 63 bits in bytes, at " + size + " per element");
            }
            // Where no element takes this step debug builds of NumPy put the largest number.
            strides[axis] = pointer == 0 || !countable ? packed : given * size;
            packed *= Math.max(1, dims[axis]);
        }
        return strides;
    }
}
