package io.arrayport.core.manipulation;

import java.util.Arrays;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Lengths;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Temporaries;

/** Arrays again and again. */
public final class Tiles {
    private Tiles() {}

    /** {@code np.tile}. */
    public static NdArray tile(NdArray array, long... repetitions) {
        for (long times : repetitions) {
            if (times < 0) {
                throw new ShapeException("tile: an axis cannot be there " + times + " times; give at least 0");
            }
        }
        int ndim = Math.max(array.ndim(), repetitions.length);
        NdArray tile = Ranks.atleast(array, ndim);
        long[] times = new long[ndim];
        Arrays.fill(times, 1);
        System.arraycopy(repetitions, 0, times, ndim - repetitions.length, repetitions.length);
        if (Arrays.stream(times).allMatch(one -> one == 1)) {
            return tile.copy(new OrderOption(Order.K));
        }
        long[] dims = tile.shape().toArray();
        for (int axis = 0; axis < ndim; axis++) {
            dims[axis] = Lengths.product("tile", dims[axis], times[axis]);
        }
        return Temporaries.finished(Temporaries.empty(array, array.dtype(), Shape.of(dims)), fresh -> {
            if (fresh.size() > 0) {
                apart(fresh, tile, times).set(between(tile, times));
            }
        });
    }

    /** The result with an axis of its own for the repetitions of each that is repeated, before it. */
    private static NdArray apart(NdArray result, NdArray tile, long[] times) {
        Layout layout = result.layout();
        for (int axis = times.length - 1; axis >= 0; axis--) {
            layout = times[axis] == 1 ? layout : layout.unjoined(axis, times[axis], tile.shape().dim(axis));
        }
        return NdArray.of(result.storage(), result.dtype(), layout);
    }

    /** The tile with an axis of length 1 in each of these places. */
    private static NdArray between(NdArray tile, long[] times) {
        NdArray view = tile;
        for (int axis = times.length - 1; axis >= 0; axis--) {
            view = times[axis] == 1 ? view : view.expandDims(axis);
        }
        return view;
    }

    /** {@code np.resize}. */
    public static NdArray resize(NdArray array, long... lengths) {
        Shape shape = Shape.of(lengths);
        NdArray fresh = Temporaries.empty(array, Promotion.nativeOf(array.dtype()), shape);
        return Temporaries.finished(fresh, result -> {
            if (result.size() == 0) {
                return;
            }
            if (array.size() == 0) {
                result.fill(0);
                return;
            }
            NdArray row = array.reshape(-1);
            try {
                fill(result.asShape(-1), row);
            } finally {
                Temporaries.closeUnless(array, row);
            }
        });
    }

    private static void fill(NdArray result, NdArray row) {
        long whole = result.size() / row.size();
        long rest = whole * row.size();
        if (whole > 0) {
            Along.slice(result, 0, 0L, rest).asShape(whole, row.size()).set(row);
        }
        Along.slice(result, 0, rest, null).set(Along.slice(row, 0, 0L, result.size() - rest));
    }
}
