package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of functions that take an array for another: {@code np.asarray}. */
@Positional(2)
public sealed interface AsarrayOption extends Option permits DtypeOption, OrderOption, CopyOption {}
