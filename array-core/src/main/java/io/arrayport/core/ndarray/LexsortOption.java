package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.lexsort}. */
public sealed interface LexsortOption extends Option permits Axis {}
