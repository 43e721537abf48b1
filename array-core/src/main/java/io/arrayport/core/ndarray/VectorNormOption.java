package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;

/** Options of {@code np.linalg.vector_norm}. */
@Positional(0)
public sealed interface VectorNormOption extends Option permits Axis, Keepdims, VectorNormOption.Ord {
    /**
     * Which norm: the root of the sum of absolute values to this power.
     *
     * @param order infinity is the largest absolute value, -infinity the least, 0 counts what is not 0
     */
    record Ord(double order) implements VectorNormOption {}
}
