package io.arrayport.core.ufunc;

import java.util.Arrays;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import org.jspecify.annotations.Nullable;

/** Which axes a reduction takes: all of them (NumPy's {@code axis=None}) or those named, of which there may be none. */
public final class ReduceAxes {
    private static final ReduceAxes ALL = new ReduceAxes(null);

    private final int @Nullable [] axes;

    private ReduceAxes(int @Nullable [] axes) {
        this.axes = axes;
    }

    /** Returns the set of all axes, however many an array has. */
    public static ReduceAxes all() {
        return ALL;
    }

    /** Returns the set of the axes named; a negative one counts from the end. */
    public static ReduceAxes of(int... axes) {
        return new ReduceAxes(axes.clone());
    }

    /**
     * Returns, for each axis of an array, whether it is reduced.
     *
     * @param operation named in errors
     * @throws AxisException if an axis is out of bounds or named twice
     */
    boolean[] of(String operation, int ndim) {
        boolean[] reduced = new boolean[ndim];
        if (axes == null) {
            Arrays.fill(reduced, true);
            return reduced;
        }
        for (int named : axes) {
            if (ndim == 0 && (named == 0 || named == -1)) {
                continue; // as NumPy, which takes a scalar for an array of one axis here
            }
            int axis = Layout.axis(operation, named, ndim);
            if (reduced[axis]) {
                throw new AxisException(operation + ": axis " + axis + " is named twice in " + Arrays.toString(axes));
            }
            reduced[axis] = true;
        }
        return reduced;
    }

    /** Returns how many elements of an array of {@code shape} go into one result. */
    long count(String operation, Shape shape) {
        boolean[] reduced = of(operation, shape.ndim());
        long count = 1;
        for (int axis = 0; axis < reduced.length; axis++) {
            count *= reduced[axis] ? shape.dim(axis) : 1;
        }
        return count;
    }

    @Override
    public String toString() {
        return axes == null ? "all" : Arrays.toString(axes);
    }
}
