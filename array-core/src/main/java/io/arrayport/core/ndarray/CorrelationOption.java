package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.CovarianceOption.Rowvar;
import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.corrcoef}. */
@Positional(1)
public sealed interface CorrelationOption extends Option permits Rowvar, DtypeOption {}
