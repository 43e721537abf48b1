package io.arrayport.core.manipulation;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PadFunction;
import io.arrayport.core.ndarray.PadMode;
import io.arrayport.core.ndarray.PadOption;
import io.arrayport.core.ndarray.Returned;
import io.arrayport.core.ndarray.Temporaries;

/** Arrays with a border: {@code np.pad}. */
public final class Pads {
    private Pads() {}

    /**
     * An array within a border that the options describe.
     *
     * @param widths one pair or number for all axes, or one for each
     */
    public static NdArray pad(NdArray array, long[][] widths, PadOption... options) {
        Filling filling = Filling.of(options);
        Widths border = Widths.of(array.ndim(), widths);
        return Temporaries.finished(empty(array, border), padded -> {
            inside(padded, border, array, array.ndim()).set(array);
            if (array.size() == 0 && filling.needsElements()) {
                requireNone(array, border, filling.mode());
            } else if (filling.mode() != PadMode.EMPTY) {
                fill(padded, border, array, filling);
            }
        });
    }

    /** As {@link #pad(NdArray, long[][], PadOption...)}, filled by a function. */
    public static NdArray pad(NdArray array, long[][] widths, PadFunction function) {
        Widths border = Widths.of(array.ndim(), widths);
        return Temporaries.finished(empty(array, border), padded -> {
            padded.fill(0);
            inside(padded, border, array, array.ndim()).set(array);
            for (int axis = 0; axis < array.ndim(); axis++) {
                int at = axis;
                Rows.each(padded, axis,
                        row -> {
                            function.fill(row, border.before(at), border.behind(at), at);
                            Returned.requireOpen("pad", row);
                        });
            }
        });
    }

    private static NdArray empty(NdArray array, Widths border) {
        boolean columns = array.layout().isFContiguous(array.itemsize()) && !array.isCContiguous();
        Layout layout = Orders.fresh(columns ? Order.F : Order.C, border.around(array.shape()), array.itemsize());
        return Temporaries.empty(array, array.dtype(), layout);
    }

    /** What lies inside the border along the last {@code axes} axes, whole along those before: a view. */
    private static NdArray inside(NdArray padded, Widths border, NdArray array, int axes) {
        NdArray inside = padded;
        for (int axis = array.ndim() - axes; axis < array.ndim(); axis++) {
            long first = border.before(axis);
            inside = Along.slice(inside, axis, first, first + array.shape().dim(axis));
        }
        return inside;
    }

    /** Fills axis by axis: what the axes after it have as border is no part yet, what those before it have is. */
    private static void fill(NdArray padded, Widths border, NdArray array, Filling filling) {
        for (int axis = 0; axis < array.ndim(); axis++) {
            NdArray region = inside(padded, border, array, array.ndim() - axis - 1);
            filling.fill(new Edge(region, axis, border.before(axis), border.behind(axis)));
        }
    }

    private static void requireNone(NdArray array, Widths border, PadMode mode) {
        for (int axis = 0; axis < array.ndim(); axis++) {
            if (array.shape().dim(axis) == 0 && border.before(axis) + border.behind(axis) > 0) {
                throw new ShapeException("pad: axis " + axis + " of " + array.shape() + " has no elements to fill a"
                        + " border with by " + mode + "; use constant or empty");
            }
        }
    }
}
