package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.ravel_multi_index}. */
public sealed interface RavelOption extends Option permits TakeOption.Mode, OrderOption {}
