package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of functions that make arrays: {@code np.zeros}. */
public sealed interface CreationOption extends Option permits DtypeOption, OrderOption {}
