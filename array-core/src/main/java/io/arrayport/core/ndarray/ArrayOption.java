package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.DTypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.array}. */
@Positional(1)
public sealed interface ArrayOption extends Option permits DTypeOption, CopyOption, OrderOption {}
