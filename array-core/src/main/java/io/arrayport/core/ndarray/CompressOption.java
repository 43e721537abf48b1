package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.compress}. */
public sealed interface CompressOption extends Option permits Axis, Out {}
