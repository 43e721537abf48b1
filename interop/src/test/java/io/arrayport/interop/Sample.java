package io.arrayport.interop;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;

/** Arrays of every layout an exchange has to share or to refuse. */
enum Sample {
    SCALAR, EMPTY, CONTIGUOUS, STRIDED, NEGATIVE, TRANSPOSED, MISALIGNED, BROADCAST, SWAPPED;

    /** In elements: room before, between and behind those that the sample has. */
    private static final int ROOM = 32;
    private static final long ROWS = 6;

    /**
     * Writeable (as far as the layout is); elements in C order are 1, 2, 3, … (bool: 1, 0, 1, …), all alike if
     * broadcast.
     */
    NdArray array(DType dtype) {
        DType type = this == SWAPPED ? dtype.withOrder(ByteOrder.BIG_ENDIAN) : dtype;
        int item = type.itemsize();
        Storage storage = Storage.allocateZeroed((long) ROOM * item);
        NdArray base = NdArray.of(storage, type, layout(item));
        for (long i = 0; i < base.size(); i++) {
            base.setDouble(Elements.sample(dtype, i), Elements.index(base, i));
        }
        return this == BROADCAST ? base.broadcastTo(ROWS) : base;
    }

    private Layout layout(int item) {
        Layout line = Layout.contiguous(Shape.of(ROWS), item).shifted(4L * item);
        return switch (this) {
            case SCALAR -> Layout.contiguous(Shape.of(), item).shifted(4L * item);
            case EMPTY -> Layout.contiguous(Shape.of(0), item).shifted(4L * item);
            case CONTIGUOUS, SWAPPED -> line;
            case STRIDED -> Layout.contiguous(Shape.of(3 * ROWS), item).slice(0, 1L, null, 3L);
            case NEGATIVE -> line.slice(0, null, null, -1L);
            case TRANSPOSED -> Layout.contiguous(Shape.of(2, ROWS / 2), item).transpose();
            case MISALIGNED -> line.shifted(1);
            case BROADCAST -> Layout.contiguous(Shape.of(1), item);
        };
    }
}
