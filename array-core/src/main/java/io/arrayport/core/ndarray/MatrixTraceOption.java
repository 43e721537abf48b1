package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.linalg.trace}. */
@Positional(0)
public sealed interface MatrixTraceOption extends Option permits DiagonalOption.Offset, DtypeOption {}
