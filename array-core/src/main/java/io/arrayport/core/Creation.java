package io.arrayport.core;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** NumPy's chapter "array creation": every array here is new, C-contiguous, writeable and owns its storage. */
interface Creation {
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
        return full(shape, 1L, dtype);
    }

    /**
     * All {@code fillValue}, converted as an assignment converts it.
     *
     * @throws io.arrayport.core.error.CastingException if an integer type cannot hold it
     */
    default NdArray full(Shape shape, double fillValue, DType dtype) {
        return filled(empty(shape, dtype), array -> replicate(array, flat -> flat.setDouble(fillValue, 0)));
    }

    /** As {@link #full(Shape, double, DType)}, exact beyond the 53 bits of a double. */
    default NdArray full(Shape shape, long fillValue, DType dtype) {
        return filled(empty(shape, dtype), array -> replicate(array, flat -> flat.setLong(fillValue, 0)));
    }

    /** 0, 1, …, {@code stop - 1}, shape ({@code stop},); empty for {@code stop <= 0}. */
    default NdArray arange(long stop, DType dtype) {
        return arange(0, stop, 1, dtype);
    }

    /**
     * {@code start + i * step} for as long as it stays short of {@code stop}. As NumPy, only the first two are checked
     * against the element type: the others follow from these in its own arithmetic, where integers wrap.
     *
     * @throws io.arrayport.core.error.ShapeException if the range has no end or more elements than can be held
     * @throws io.arrayport.core.error.CastingException if the type cannot hold one of the first two, or is bool and
     *         there are more than two
     */
    default NdArray arange(double start, double stop, double step, DType dtype) {
        return filled(empty(Shape.of(Ranges.count(start, stop, step)), dtype), array -> {
            if (array.size() > 0) {
                array.setDouble(start, 0);
            }
            if (array.size() > 1) {
                array.setDouble(start + step, 1);
            }
            Ranges.proceed(array);
        });
    }

    /** As {@link #arange(double, double, double, DType)}, exact beyond the 53 bits of a double. */
    default NdArray arange(long start, long stop, long step, DType dtype) {
        return filled(empty(Shape.of(Ranges.count(start, stop, step)), dtype), array -> {
            if (array.size() > 0) {
                array.setLong(start, 0);
            }
            if (array.size() > 1) {
                array.setLong(start + step, 1);
            }
            Ranges.proceed(array);
        });
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

    /** Gives back at once what could not be filled. */
    private static NdArray filled(NdArray fresh, Consumer<NdArray> fill) {
        boolean done = false;
        try {
            fill.accept(fresh);
            done = true;
            return fresh;
        } finally {
            if (!done) {
                fresh.close();
            }
        }
    }

    /** Sets the first element of a fresh array and doubles it over the rest. */
    private static void replicate(NdArray array, Consumer<NdArray> setFirst) {
        if (array.size() == 0) {
            return;
        }
        setFirst.accept(array.reshape(-1));
        Storage storage = array.storage();
        long bytes = array.nbytes();
        storage.acquire();
        try {
            for (long done = array.itemsize(); done < bytes; done *= 2) {
                Memory.copy(storage.address(), storage.address() + done, Math.min(done, bytes - done));
            }
        } finally {
            storage.release();
        }
    }
}
