package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Append;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.N;
import io.arrayport.core.ndarray.Option.Prepend;

/** Options of {@code np.diff}. */
public sealed interface DiffOption extends Option permits N, Axis, Prepend, Append {}
