package io.arrayport.core;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** NumPy's chapter "array creation": every array here is new, C-contiguous, writeable and owns its storage. */
interface Creation {
    /** A shape, for the functions that take one. */
    default Shape shape(long... dims) {
        return Shape.of(dims);
    }

    /** Elements are whatever was in memory: fill before reading. */
    default NdArray empty(Shape shape, DType dtype) {
        Layout layout = Layout.contiguous(shape, dtype.itemsize());
        return NdArray.of(Storage.allocate(layout.endByte(dtype.itemsize())), dtype, layout);
    }

    /** All zero. */
    default NdArray zeros(Shape shape, DType dtype) {
        Layout layout = Layout.contiguous(shape, dtype.itemsize());
        return NdArray.of(Storage.allocateZeroed(layout.endByte(dtype.itemsize())), dtype, layout);
    }

    /** All one. */
    default NdArray ones(Shape shape, DType dtype) {
        return full(shape, 1, dtype);
    }

    /** All {@code value}, converted as an assignment converts it. */
    default NdArray full(Shape shape, double value, DType dtype) {
        NdArray result = empty(shape, dtype);
        if (result.size() > 0) {
            NdArray flat = result.reshape(-1);
            flat.setDouble(value, 0);
            replicate(result.storage(), dtype.itemsize(), result.nbytes());
        }
        return result;
    }

    /** 0, 1, …, {@code stop - 1}, shape ({@code stop},); empty for {@code stop <= 0}. */
    default NdArray arange(long stop, DType dtype) {
        return arange(0, stop, 1, dtype);
    }

    /** {@code start + i * step} for as long as it stays short of {@code stop}. */
    default NdArray arange(double start, double stop, double step, DType dtype) {
        long count = Ranges.count(start, stop, step);
        NdArray result = empty(Shape.of(count), dtype);
        for (long i = 0; i < count; i++) {
            result.setDouble(start + (double) i * step, i);
        }
        return result;
    }

    /** A copy of {@code values}, float64, shape (n,). */
    default NdArray array(double... values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.FLOAT64);
    }

    /** A copy of {@code values}, float32, shape (n,). */
    default NdArray array(float... values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.FLOAT32);
    }

    /** A copy of {@code values}, int64, shape (n,). */
    default NdArray array(long... values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.INT64);
    }

    /** A copy of {@code values}, int32, shape (n,). */
    default NdArray array(int... values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.INT32);
    }

    /** Closes at its end what this thread made in it, except what was kept. */
    default Scope scope() {
        return Scope.open();
    }

    private NdArray copyOf(MemorySegment values, long count, DType dtype) {
        NdArray result = empty(Shape.of(count), dtype);
        result.storage().acquire();
        try {
            Memory.segment(result.address(), result.nbytes()).copyFrom(values);
        } finally {
            result.storage().release();
        }
        return result;
    }

    /** Doubles the first element over the rest of a fresh storage. */
    private static void replicate(Storage storage, long itemsize, long bytes) {
        storage.acquire();
        try {
            for (long done = itemsize; done < bytes; done *= 2) {
                Memory.copy(storage.address(), storage.address() + done, Math.min(done, bytes - done));
            }
        } finally {
            storage.release();
        }
    }
}
