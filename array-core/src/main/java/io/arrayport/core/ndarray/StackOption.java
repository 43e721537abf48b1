package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.vstack} and {@code np.hstack}, which know their axis. */
@Positional(0)
public sealed interface StackOption extends Option permits CastingOption, DtypeOption {}
