package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;

/** Options of {@code np.all} and {@code np.any}. */
@Positional(3)
public sealed interface TruthOption extends Option permits Axis, Out, Keepdims, Where {}
