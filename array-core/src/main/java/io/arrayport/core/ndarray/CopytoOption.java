package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Where;

/** Options of {@code np.copyto}. */
@Positional(2)
public sealed interface CopytoOption extends Option permits CastingOption, Where {}
