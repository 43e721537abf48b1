package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Initial;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;

/** Options of {@code np.max} and {@code np.min}, which have no dtype. */
public sealed interface ExtremumOption extends Option permits Axis, Out, Keepdims, Initial, Where {}
