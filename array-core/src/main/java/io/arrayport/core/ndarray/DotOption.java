package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.dot}, {@code np.outer} and an array's {@code dot}. */
public sealed interface DotOption extends Option permits Out {}
