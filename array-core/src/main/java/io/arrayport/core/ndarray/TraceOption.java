package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.trace}. */
public sealed interface TraceOption extends Option
        permits DiagonalOption.Offset, DiagonalOption.Axis1, DiagonalOption.Axis2, DtypeOption, Out {}
