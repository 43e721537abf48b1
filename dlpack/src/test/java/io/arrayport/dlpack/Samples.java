package io.arrayport.dlpack;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** Arrays of every layout that DLPack can say. */
public enum Samples {
    SCALAR, EMPTY, C_ORDER, F_ORDER, SLICED, EVERY_SECOND, NEGATIVE, STRIDE_ZERO, MISALIGNED, AXES_OF_ONE;

    /** A writeable array that owns zeroed memory, filled 0, 1, 0, 1, … for bool and 0, 1, 2, … else. */
    public NdArray array(DType dtype) {
        NdArray array = NdArray.of(Storage.allocateZeroed(4096), dtype, layout(dtype.itemsize()));
        long n = 0;
        for (long[] index : indices(array)) {
            array.setLong(dtype.kind() == 'b' ? n++ % 2 : n++, index);
        }
        return array;
    }

    private Layout layout(int item) {
        return switch (this) {
            case SCALAR -> Layout.of(Shape.of(), new long[0], 8L * item);
            case EMPTY -> Layout.contiguous(Shape.of(3, 0, 2), item);
            case C_ORDER -> Layout.contiguous(Shape.of(2, 3, 4), item);
            case F_ORDER -> Layout.of(Shape.of(3, 4), strides(item, 1, 3), 0);
            case SLICED -> Layout.of(Shape.of(3, 2), strides(item, 6, 1), 9L * item);
            case EVERY_SECOND -> Layout.of(Shape.of(5), strides(item, 2), item);
            case NEGATIVE -> Layout.of(Shape.of(3, 4), strides(item, -4, -1), 11L * item);
            case STRIDE_ZERO -> Layout.of(Shape.of(3, 4), strides(item, 0, 1), 0);
            case MISALIGNED -> Layout.of(Shape.of(2, 3), strides(item, 3, 1), 1);
            case AXES_OF_ONE -> Layout.of(Shape.of(1, 3, 1), new long[]{7, item, -1}, 0); // strides nobody takes
        };
    }

    private static long[] strides(int item, long... elements) {
        long[] bytes = elements.clone();
        for (int axis = 0; axis < bytes.length; axis++) {
            bytes[axis] *= item;
        }
        return bytes;
    }

    /** Every index of an array, last axis fastest. */
    public static long[][] indices(NdArray array) {
        long[][] all = new long[Math.toIntExact(array.size())][array.ndim()];
        for (int i = 0; i < all.length; i++) {
            long rest = i;
            for (int axis = array.ndim() - 1; axis >= 0; axis--) {
                all[i][axis] = rest % array.shape().dim(axis);
                rest /= array.shape().dim(axis);
            }
        }
        return all;
    }
}
