package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.concatenate} and {@code np.stack}. */
@Positional(2)
public sealed interface JoinOption extends Option permits Axis, Out, DtypeOption, CastingOption {}
