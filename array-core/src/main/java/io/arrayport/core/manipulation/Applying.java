package io.arrayport.core.manipulation;

import java.util.Arrays;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ndarray.ArrayFunction;
import io.arrayport.core.ndarray.AxisFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Returned;
import io.arrayport.core.ndarray.Temporaries;

/** Functions called for each row, or for each axis. */
public final class Applying {
    private Applying() {}

    /** {@code np.apply_along_axis}. */
    public static NdArray alongAxis(ArrayFunction function, int axis, NdArray array) {
        int along = Layout.axis("applyAlongAxis", axis, array.ndim());
        NdArray rows = Rows.last(array, along);
        NdArray first = rows;
        while (first.ndim() > 1) {
            if (first.shape().dim(0) == 0) {
                throw new ShapeException("applyAlongAxis: shape " + array.shape() + " has no rows along axis " + along
                        + ", so that nothing says what a result is");
            }
            first = first.get(0);
        }
        try (Results results = new Results(function, array, first)) {
            NdArray buffer = Temporaries.finished(results.buffer(rows), fresh -> results.write(rows, fresh));
            return buffer.transpose(order(rows.ndim() - 1, buffer.ndim(), along));
        }
    }

    /** Puts the axes of a result, which are last, where the axis was. */
    private static int[] order(int outer, int ndim, int axis) {
        int[] order = new int[ndim];
        int inner = ndim - outer;
        Arrays.setAll(order, i -> i < axis ? i : i < axis + inner ? outer + i - axis : i - inner);
        return order;
    }

    /** What a function makes of rows: the first result is there before there is room for all. */
    private static final class Results implements AutoCloseable {
        private final ArrayFunction function;
        private final NdArray array;
        private final NdArray first;
        private boolean isFirst = true;

        Results(ArrayFunction function, NdArray array, NdArray row) {
            this.function = function;
            this.array = array;
            first = Returned.of("applyAlongAxis", function.apply(row), array);
        }

        /** Room for the results of all rows, each contiguous. */
        NdArray buffer(NdArray rows) {
            int outer = rows.ndim() - 1;
            long[] dims = Arrays.copyOf(rows.shape().toArray(), outer + first.ndim());
            System.arraycopy(first.shape().toArray(), 0, dims, outer, first.ndim());
            return Temporaries.empty(array, first.dtype(), Orders.fresh(Order.K, Shape.of(dims), first.itemsize(),
                    first.layout(), first.itemsize()));
        }

        void write(NdArray rows, NdArray results) {
            if (rows.ndim() > 1) {
                for (long i = 0; i < rows.shape().dim(0); i++) {
                    write(rows.get(i), results.get(i));
                }
            } else if (isFirst) {
                isFirst = false;
                results.set(first);
            } else {
                NdArray result = Returned.of("applyAlongAxis", function.apply(rows), array);
                try {
                    results.set(result);
                } finally {
                    Temporaries.closeUnless(array, result);
                }
            }
        }

        @Override
        public void close() {
            Temporaries.closeUnless(array, first);
        }
    }

    /** {@code np.apply_over_axes}: whether an axis is there, the function says. */
    public static NdArray overAxes(AxisFunction function, NdArray array, int... axes) {
        NdArray value = array;
        for (int axis : axes) {
            NdArray before = value;
            boolean done = false;
            try {
                value = step(function, before, axis < 0 ? axis + array.ndim() : axis);
                done = true;
            } finally {
                if (before.storage() != array.storage() && (!done || before.storage() != value.storage())) {
                    before.close();
                }
            }
        }
        return value;
    }

    private static NdArray step(AxisFunction function, NdArray array, int axis) {
        NdArray result = Returned.of("applyOverAxes", function.apply(array, axis), array);
        NdArray kept = result.ndim() == array.ndim() - 1 ? result.expandDims(axis) : result;
        if (kept.ndim() != array.ndim()) {
            Temporaries.closeUnless(array, result);
            throw new ShapeException("applyOverAxes: the function made an array of shape " + result.shape() + " of one"
                    + " of shape " + array.shape() + "; it must keep the number of axes, or drop one");
        }
        return kept;
    }
}
