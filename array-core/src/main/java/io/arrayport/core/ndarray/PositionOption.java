package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.argmax} and {@code np.argmin}, which go along one axis. */
@Positional(2)
public sealed interface PositionOption extends Option permits Axis, Out, Keepdims {}
