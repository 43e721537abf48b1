package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Outs;
import io.arrayport.core.ndarray.Option.Where;

/** Options of elementwise functions with two results: {@code np.divmod}. */
@Positional(1)
public sealed interface PairOption extends Option permits Outs, Where, CastingOption, OrderOption, DtypeOption {}
