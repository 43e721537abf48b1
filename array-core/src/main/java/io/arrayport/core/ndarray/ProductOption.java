package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axes;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;

/** Options of products with matrices: {@code np.matmul}. */
@Positional(1)
public sealed interface ProductOption extends Option permits Out, CastingOption, OrderOption, DtypeOption, Axes {}
