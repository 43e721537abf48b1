package io.arrayport.core.manipulation;

import java.util.function.Consumer;

import io.arrayport.core.layout.Permutations;
import io.arrayport.core.ndarray.NdArray;

/** The rows of an array along one axis. */
final class Rows {
    private Rows() {}

    /** The axis moved to the end: a view. */
    static NdArray last(NdArray array, int axis) {
        return array.ndim() == 0 ? array
                : array.transpose(Permutations.moved(array.ndim(), new int[]{axis}, new int[]{-1}));
    }

    /** Calls {@code action} with a view of each row, in C order. */
    static void each(NdArray array, int axis, Consumer<NdArray> action) {
        each(last(array, axis), action);
    }

    private static void each(NdArray view, Consumer<NdArray> action) {
        if (view.ndim() == 1) {
            action.accept(view);
            return;
        }
        for (long i = 0; i < view.shape().dim(0); i++) {
            each(view.get(i), action);
        }
    }
}
