package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;

/** Options of what {@code np.vectorize} makes. */
@Positional(1)
public sealed interface VectorizeOption extends Option permits Out, Where, CastingOption {}
