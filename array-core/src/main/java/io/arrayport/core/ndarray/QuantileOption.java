package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.MethodOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.OverwriteInput;
import io.arrayport.core.ndarray.Option.Weights;

/** Options of {@code np.quantile}, {@code np.percentile} and their relatives. */
@Positional(5)
public sealed interface QuantileOption extends Option permits Axis, Out, OverwriteInput, MethodOption, Keepdims,
        Weights {}
