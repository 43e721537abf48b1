package io.arrayport.core.sorting;

import java.util.List;
import java.util.stream.LongStream;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.LexsortOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.SortOption;

/** Sorting by several keys: by the least important one, then again and again, keeping the order of equal ones. */
public final class Lexsort {
    private static final String OPERATION = "lexsort";

    private Lexsort() {}

    /** {@code np.lexsort} of the positions of the first axis. */
    public static NdArray of(NdArray keys, LexsortOption... options) {
        if (keys.ndim() == 0 || keys.shape().dim(0) == 0) {
            throw new DTypeException(OPERATION + ": the keys have shape " + keys.shape()
                    + ", and there must be one; they lie along the first axis");
        }
        return of(LongStream.range(0, keys.shape().dim(0)).mapToObj(keys::get).toList(), options);
    }

    /** {@code np.lexsort} of a sequence. */
    public static NdArray of(List<NdArray> keys, LexsortOption... options) {
        if (keys.isEmpty()) {
            throw new DTypeException(OPERATION + ": there is no key to sort by; give at least one");
        }
        NdArray first = keys.getFirst();
        for (NdArray key : keys) {
            if (!key.shape().equals(first.shape())) {
                throw new ShapeException(OPERATION + ": key 0 has shape " + first.shape() + ", another one "
                        + key.shape() + "; all must have the same");
            }
        }
        int axis = axis(Math.max(first.ndim(), 1), options);
        NdArray order = first.argsort((SortOption) new Axis(List.of(axis)));
        boolean done = false;
        try {
            for (NdArray key : keys.subList(1, keys.size())) {
                reorder(first.ndim() == 0 ? key.reshape(1) : key, axis, order);
            }
            done = true;
            return first.ndim() == 0 ? order.reshape() : order;
        } finally {
            if (!done) {
                order.close();
            }
        }
    }

    private static int axis(int ndim, LexsortOption... options) {
        Option.requireDistinct(OPERATION, options);
        int axis = -1;
        for (LexsortOption option : options) {
            switch (option) {
                case Axis(List<Integer> axes) -> {
                    if (axes == null || axes.size() != 1) {
                        throw new AxisException(OPERATION + ": " + (axes == null ? "all" : axes.size())
                                + " axes are named; it goes along one");
                    }
                    axis = axes.getFirst();
                }
            }
        }
        return Layout.axis(OPERATION, axis, ndim);
    }

    private static void reorder(NdArray key, int axis, NdArray order) {
        key.storage().acquire();
        try {
            Backend.of(OPERATION, key.device()).reorder(
                    new Operand(key.dtype(), key.layout(), key.storage(), false), axis,
                    Operand.of(order.dtype(), order.layout(), order.storage()));
        } finally {
            key.storage().release();
        }
    }
}
