package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;

/** Options of elementwise functions: {@code np.add}, {@code np.add.outer}. */
@Positional(1)
public sealed interface UfuncOption extends Option permits Out, Where, CastingOption, OrderOption, DtypeOption {}
