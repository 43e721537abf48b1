package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.take_along_axis} and {@code np.put_along_axis}. */
public sealed interface AlongOption extends Option permits Axis {}
