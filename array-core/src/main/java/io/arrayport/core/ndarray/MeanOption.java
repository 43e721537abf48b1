package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;

/** Options of {@code np.mean}, which starts from nothing. */
@Positional(4)
public sealed interface MeanOption extends Option permits Axis, DtypeOption, Out, Keepdims, Where {}
