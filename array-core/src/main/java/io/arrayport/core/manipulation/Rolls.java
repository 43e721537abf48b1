package io.arrayport.core.manipulation;

import java.util.List;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Temporaries;
import org.jspecify.annotations.Nullable;

/** Elements moved along axes, those beyond the end to the front. */
public final class Rolls {
    private Rolls() {}

    /** {@code np.roll}. */
    public static NdArray roll(NdArray array, long[] shifts, AlongOption... options) {
        Option.requireDistinct("roll", options);
        List<Integer> axes = null;
        for (AlongOption option : options) {
            axes = switch (option) {
                case Axis(List<Integer> named) -> named;
            };
        }
        return axes == null ? flat(array, shifts) : along(array, by(array, shifts, axes));
    }

    private static NdArray flat(NdArray array, long[] shifts) {
        long total = 0;
        for (long shift : shifts) {
            total += array.size() == 0 ? 0 : Math.floorMod(shift, array.size());
        }
        NdArray row = array.reshape(-1);
        try {
            long by = array.size() == 0 ? 0 : total % array.size();
            return Temporaries.finished(Temporaries.empty(array, array.dtype(), array.shape()),
                    fresh -> write(fresh.asShape(-1), row, new long[]{by}, 0));
        } finally {
            Temporaries.closeUnless(array, row);
        }
    }

    private static NdArray along(NdArray array, long[] by) {
        Layout like = Orders.fresh(Order.K, array.shape(), array.itemsize(), array.layout(), array.itemsize());
        return Temporaries.finished(Temporaries.empty(array, array.dtype(), like), fresh -> write(fresh, array, by, 0));
    }

    /** How far elements move forwards along each axis: at least 0, less than its length. */
    private static long[] by(NdArray array, long[] shifts, List<Integer> axes) {
        if (shifts.length != axes.size() && shifts.length != 1 && axes.size() != 1) {
            throw new ShapeException("roll: there are " + shifts.length + " shifts for " + axes.size()
                    + " axes; give one for each, or one for all");
        }
        long[] by = new long[array.ndim()];
        // One goes with each of the others, of which there may be none
        int pairs = shifts.length == 1 ? axes.size() : axes.size() == 1 ? shifts.length
                : Math.max(shifts.length, axes.size());
        for (int i = 0; i < pairs; i++) {
            int axis = Layout.axis("roll", axes.get(axes.size() == 1 ? 0 : i), array.ndim());
            long length = Math.max(1, array.shape().dim(axis));
            by[axis] = (by[axis] + Math.floorMod(shifts[shifts.length == 1 ? 0 : i], length)) % length;
        }
        return by;
    }

    private static void write(NdArray target, NdArray source, long[] by, int axis) {
        if (axis == by.length) {
            target.set(source);
            return;
        }
        if (by[axis] == 0) {
            write(target, source, by, axis + 1);
            return;
        }
        write(part(target, axis, by[axis], null), part(source, axis, null, -by[axis]), by, axis + 1);
        write(part(target, axis, null, by[axis]), part(source, axis, -by[axis], null), by, axis + 1);
    }

    private static NdArray part(NdArray array, int axis, @Nullable Long start, @Nullable Long stop) {
        return Along.slice(array, axis, start, stop);
    }
}
