package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;

/** Options of {@code np.count_nonzero}. */
@Positional(1)
public sealed interface CountOption extends Option permits Axis, Keepdims {}
