package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code NdArray.astype}. */
@Positional(2)
public sealed interface AstypeOption extends Option permits OrderOption, CastingOption, CopyOption {}
