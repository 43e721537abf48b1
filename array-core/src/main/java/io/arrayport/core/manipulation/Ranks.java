package io.arrayport.core.manipulation;

import io.arrayport.core.ndarray.NdArray;

/** Views with at least so many axes. */
public final class Ranks {
    private Ranks() {}

    /** {@code np.atleast_1d}. */
    public static NdArray atleast1d(NdArray array) {
        return array.ndim() == 0 ? array.expandDims(0) : array;
    }

    /** {@code np.atleast_2d}. */
    public static NdArray atleast2d(NdArray array) {
        return array.ndim() < 2 ? atleast1d(array).expandDims(0) : array;
    }

    /** {@code np.atleast_3d}. */
    public static NdArray atleast3d(NdArray array) {
        return array.ndim() < 3 ? atleast2d(array).expandDims(2) : array;
    }

    /** A view with new axes in front until there are {@code ndim}. */
    static NdArray atleast(NdArray array, int ndim) {
        NdArray view = array;
        while (view.ndim() < ndim) {
            view = view.expandDims(0);
        }
        return view;
    }
}
