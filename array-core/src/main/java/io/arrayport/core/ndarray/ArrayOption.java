package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.array}. */
@Positional(1)
public sealed interface ArrayOption extends Option permits DtypeOption, CopyOption, OrderOption {}
