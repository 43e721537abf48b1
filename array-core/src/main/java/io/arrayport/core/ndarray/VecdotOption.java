package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axes;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;

/** Options of products of vectors: {@code np.vecdot}. */
@Positional(1)
public sealed interface VecdotOption extends Option
        permits Out, CastingOption, OrderOption, DtypeOption, Axes, Axis, Keepdims {}
