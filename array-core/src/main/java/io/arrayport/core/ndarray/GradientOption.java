package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.GradientOption.EdgeOrder;
import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.gradient}. */
@Positional(0)
public sealed interface GradientOption extends Option permits Axis, EdgeOrder {
    /**
     * Of what order differences at the edges are.
     *
     * @param order 1 or 2
     */
    record EdgeOrder(int order) implements GradientOption {}
}
