package io.arrayport.core.ndarray;

/** Makes an array of another: what {@code np.applyAlongAxis} calls for each row. */
@FunctionalInterface
public interface ArrayFunction {
    /**
     * Makes a result.
     *
     * @param array to be read, not to be closed
     * @return a new array, which whoever calls closes, or a view of {@code array}
     */
    NdArray apply(NdArray array);
}
