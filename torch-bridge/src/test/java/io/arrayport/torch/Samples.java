package io.arrayport.torch;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;

/** Arrays of every layout that both sides know, and one that torch does not. */
enum Samples {
    SCALAR(new long[0]), EMPTY(3, 0), CONTIGUOUS(3, 4), STRIDED(3, 4), TRANSPOSED(3, 4), MISALIGNED(3, 4),
    ONE_BACKWARDS(3, 4), NEGATIVE(3, 4);

    /** Bytes before the first element of the misaligned one. */
    private static final int SHIFT = 1;

    private final long[] dims;

    Samples(long... dims) {
        this.dims = dims;
    }

    /** Writeable; elements in C order are 1, 2, 3, … (bool: 1, 0, 1, …). The storage has room that no element takes. */
    NdArray array(DType dtype) {
        int item = dtype.itemsize();
        Storage storage = Storage.allocateZeroed(64L * item + 64);
        NdArray array = NdArray.of(storage, dtype, layout(item));
        for (long i = 0; i < array.size(); i++) {
            array.setDouble(Elements.sample(dtype, i), Elements.index(array, i));
        }
        return array;
    }

    private Layout layout(int item) {
        Layout packed = Layout.contiguous(Shape.of(dims), item).shifted(8L * item);
        return switch (this) {
            case SCALAR, EMPTY, CONTIGUOUS -> packed;
            case STRIDED -> Layout.contiguous(Shape.of(3, 8), item).shifted(8L * item).slice(1, 1L, null, 2L);
            case TRANSPOSED -> packed.transpose();
            case MISALIGNED -> packed.shifted(SHIFT);
            // An axis along which nothing steps: its stride, which torch has no form for, says nothing.
            case ONE_BACKWARDS -> packed.slice(0, 2L, 1L, -1L);
            case NEGATIVE -> packed.slice(1, null, null, -1L);
        };
    }
}
