package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.reshape}. */
@Positional(1)
public sealed interface ReshapeOption extends Option permits OrderOption, CopyOption {}
