package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Trim;

/** Options of {@code np.trim_zeros}. */
public sealed interface TrimOption extends Option permits Trim, Axis {}
