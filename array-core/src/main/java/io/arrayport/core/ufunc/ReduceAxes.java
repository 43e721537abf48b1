package io.arrayport.core.ufunc;

import java.util.Arrays;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.layout.Layout;
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
            int axis = Layout.axis(operation, named, ndim);
            if (reduced[axis]) {
                throw new AxisException(operation + ": axis " + axis + " is named twice in " + Arrays.toString(axes));
            }
            reduced[axis] = true;
        }
        return reduced;
    }

    @Override
    public String toString() {
        return axes == null ? "all" : Arrays.toString(axes);
    }
}
