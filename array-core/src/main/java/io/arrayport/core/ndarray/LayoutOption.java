package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of functions that only take an order: {@code np.ravel}, {@code np.copy}. */
public sealed interface LayoutOption extends Option permits OrderOption {}
