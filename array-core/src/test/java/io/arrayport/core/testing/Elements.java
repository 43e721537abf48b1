package io.arrayport.core.testing;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.NdArray;

/** Elements of any array, counted in C order: what tests of layouts compare. */
public final class Elements {
    private Elements() {}

    /** What samples hold as their i-th element: 1, 2, 3 and so on; 1, 0, 1 for bool. */
    public static double sample(DType dtype, long i) {
        return dtype.equals(DType.BOOL) ? 1 - i % 2 : i + 1;
    }

    /** The index of the i-th element. */
    public static long[] index(NdArray array, long i) {
        long[] index = new long[array.ndim()];
        long rest = i;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % array.shape().dim(axis);
            rest /= array.shape().dim(axis);
        }
        return index;
    }

    /** All elements; of a complex one the real part. */
    public static double[] values(NdArray array) {
        double[] values = new double[Math.toIntExact(array.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getComplex(index(array, i)).real();
        }
        return values;
    }
}
