package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Weights;

/** Options of {@code np.average}. */
@Positional(2)
public sealed interface AverageOption extends Option permits Axis, Weights, Keepdims {}
