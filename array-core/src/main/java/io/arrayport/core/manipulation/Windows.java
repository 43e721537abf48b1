package io.arrayport.core.manipulation;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/** Views that strides alone make. */
public final class Windows {
    private Windows() {}

    /** {@code np.lib.stride_tricks.sliding_window_view}. */
    public static NdArray sliding(NdArray array, long[] lengths, int[] axes) {
        if (lengths.length != axes.length) {
            throw new AxisException("slidingWindowView: the window has " + lengths.length + " lengths for "
                    + axes.length + " axes; give one for each");
        }
        int ndim = array.ndim();
        long[] dims = Arrays.copyOf(array.shape().toArray(), ndim + axes.length);
        long[] strides = Arrays.copyOf(array.strides(), ndim + axes.length);
        for (int i = 0; i < axes.length; i++) {
            int axis = Layout.axis("slidingWindowView", axes[i], ndim);
            if (lengths[i] < 0 || lengths[i] > dims[axis]) {
                throw new ShapeException("slidingWindowView: a window of " + lengths[i] + " along axis " + axis
                        + ", of which " + dims[axis] + " elements are left; it must be from 0 to that");
            }
            dims[axis] -= lengths[i] - 1;
            dims[ndim + i] = lengths[i];
            strides[ndim + i] = array.layout().stride(axis);
        }
        return NdArray
                .of(array.storage(), array.dtype(), Layout.of(Shape.of(dims), strides, array.layout().offset()))
                .asReadOnly();
    }

    /** {@code np.lib.stride_tricks.as_strided}. */
    public static NdArray strided(NdArray array, long[] shape, long[] strides) {
        return NdArray.of(array.storage(), array.dtype(), Layout.of(Shape.of(shape), strides, array.layout().offset()),
                array.isWriteable());
    }

    /** All axes in their order. */
    public static int[] all(NdArray array) {
        return IntStream.range(0, array.ndim()).toArray();
    }
}
