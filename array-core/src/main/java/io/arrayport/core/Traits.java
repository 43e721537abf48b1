package io.arrayport.core;

import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.layout.Permutations;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** What arrays and other values are. */
public sealed interface Traits permits Np {
    /** Number of elements. */
    default long size(NdArray a) {
        return a.size();
    }

    /** Number of elements along these axes together. */
    default long size(NdArray a, int... axis) {
        long size = 1;
        for (int each : Permutations.distinct("size", axis, a.ndim())) {
            size *= a.shape().dim(each);
        }
        return size;
    }

    /** Whether elements lie column-major, and not row-major as well. */
    default boolean isfortran(@ArrayOnly NdArray a) {
        return a.layout().isFContiguous(a.itemsize()) && !a.isCContiguous();
    }

    /** Whether the elements are complex, whatever their imaginary parts. */
    default boolean iscomplexobj(NdArray x) {
        return x.dtype().kind() == 'c';
    }

    /** Whether the elements are not complex. */
    default boolean isrealobj(NdArray x) {
        return !iscomplexobj(x);
    }

    /** Whether it is a number, a truth value or a text. An array is none, also without axes. */
    default boolean isscalar(@Nullable Object element) {
        return element instanceof Number || element instanceof Boolean || element instanceof Complex
                || element instanceof String;
    }

    /** Whether it has elements to go through: an array with axes, a list, a text. */
    default boolean iterable(@Nullable Object y) {
        return y instanceof NdArray array ? array.ndim() > 0 : y instanceof List || y instanceof String;
    }
}
