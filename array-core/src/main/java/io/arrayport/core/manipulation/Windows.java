package io.arrayport.core.manipulation;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.StridesOption;
import io.arrayport.core.ndarray.StridesOption.Writeable;

/** Views that strides alone make. */
public final class Windows {
    private Windows() {}

    /** {@code np.lib.stride_tricks.sliding_window_view}. */
    public static NdArray sliding(NdArray array, long[] lengths, int[] axes, StridesOption... options) {
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
        return view(array, Layout.of(Shape.of(dims), strides, array.layout().offset()),
                writeable("slidingWindowView", false, options));
    }

    /** {@code np.lib.stride_tricks.as_strided}. */
    public static NdArray strided(NdArray array, long[] shape, long[] strides, StridesOption... options) {
        return view(array, Layout.of(Shape.of(shape), strides, array.layout().offset()),
                writeable("asStrided", true, options));
    }

    private static boolean writeable(String operation, boolean unlessTold, StridesOption... options) {
        Option.requireDistinct(operation, options);
        boolean writeable = unlessTold;
        for (StridesOption option : options) {
            writeable = switch (option) {
                case Writeable(boolean allowed) -> allowed;
            };
        }
        return writeable;
    }

    private static NdArray view(NdArray array, Layout layout, boolean writeable) {
        return NdArray.of(array.storage(), array.dtype(), layout, writeable && array.isWriteable());
    }

    /** All axes in their order. */
    public static int[] all(NdArray array) {
        return IntStream.range(0, array.ndim()).toArray();
    }
}
