package io.arrayport.core.linear;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.Dot;
import io.arrayport.core.ndarray.NdArray;

/** {@code np.tensordot}: sums of products along pairs of axes. */
public final class Tensordot {
    private static final String NAME = "tensordot";

    private Tensordot() {}

    /** Along the last axes of {@code a} and the first of {@code b}. */
    public static NdArray of(NdArray a, NdArray b, int count) {
        if (count < 0 || count > a.ndim() || count > b.ndim()) {
            throw new AxisException(NAME + ": " + count + " axes are to be summed, operand 0 has " + a.ndim()
                    + ", operand 1 has " + b.ndim());
        }
        return Dot.sum(NAME, a, IntStream.range(a.ndim() - count, a.ndim()).toArray(), b,
                IntStream.range(0, count).toArray(), null);
    }

    /** Along axes of {@code a} and as many of {@code b}; two numbers alone are one axis of each. */
    public static NdArray of(NdArray a, NdArray b, int[]... axes) {
        if (axes.length == 1 && axes[0].length == 2) {
            return of(a, b, new int[]{axes[0][0]}, new int[]{axes[0][1]});
        }
        if (axes.length != 2) {
            throw new AxisException(NAME + ": axes names those of " + axes.length + " operands, there are 2");
        }
        if (axes[0].length != axes[1].length) {
            throw new ShapeException(NAME + ": axes " + Arrays.toString(axes[0]) + " of operand 0 and "
                    + Arrays.toString(axes[1]) + " of operand 1 are no pairs");
        }
        return Dot.sum(NAME, a, distinct(axes[0], 0, a), b, distinct(axes[1], 1, b), null);
    }

    private static int[] distinct(int[] named, int operand, NdArray array) {
        int[] axes = Arrays.stream(named).map(axis -> Layout.axis(NAME, axis, array.ndim())).toArray();
        if (Arrays.stream(axes).distinct().count() < axes.length) {
            throw new AxisException(NAME + ": axes names one of operand " + operand + " twice: "
                    + Arrays.toString(named));
        }
        return axes;
    }
}
