package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.IncludeInitial;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.cumulative_sum} and {@code np.cumulative_prod}. */
@Positional(0)
public sealed interface CumulativeOption extends Option permits Axis, DtypeOption, Out, IncludeInitial {}
