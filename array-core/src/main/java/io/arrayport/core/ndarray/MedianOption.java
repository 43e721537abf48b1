package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.OverwriteInput;

/** Options of {@code np.median}. */
public sealed interface MedianOption extends Option permits Axis, Out, OverwriteInput, Keepdims {}
