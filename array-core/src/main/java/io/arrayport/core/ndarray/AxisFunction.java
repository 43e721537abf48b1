package io.arrayport.core.ndarray;

/** Reduces an array along an axis: what {@code np.applyOverAxes} calls for each axis. */
@FunctionalInterface
public interface AxisFunction {
    /**
     * Makes a result.
     *
     * @param array to be read, not to be closed
     * @param axis counted from the front
     * @return of as many axes as {@code array}, or one less: a new array, which whoever calls closes, or a view of
     *         {@code array}
     */
    NdArray apply(NdArray array, int axis);
}
