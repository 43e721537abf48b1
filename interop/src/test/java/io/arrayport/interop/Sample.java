package io.arrayport.interop;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;

/** Arrays to give away: 1 to 6, not at the beginning of their storage. */
enum Sample {
    CONTIGUOUS, STRIDED, MISALIGNED;

    private static final long ROWS = 6;

    NdArray array(DType dtype) {
        int item = dtype.itemsize();
        NdArray array = NdArray.of(Storage.allocateZeroed(4 * ROWS * item), dtype, layout(item));
        for (long i = 0; i < ROWS; i++) {
            array.setDouble(Elements.sample(dtype, i), i);
        }
        return array;
    }

    private Layout layout(int item) {
        Layout line = Layout.contiguous(Shape.of(ROWS), item).shifted(4L * item);
        return switch (this) {
            case CONTIGUOUS -> line;
            case STRIDED -> Layout.contiguous(Shape.of(3 * ROWS), item).slice(0, 1L, null, 3L);
            case MISALIGNED -> line.shifted(1);
        };
    }
}
