package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.PolyfitOption.Rcond;
import io.arrayport.core.ndarray.PolyfitOption.W;
import io.arrayport.core.ndarray.SeriesMakeOption.Domain;
import io.arrayport.core.ndarray.SeriesMakeOption.Symbol;
import io.arrayport.core.ndarray.SeriesMakeOption.Window;

/** Options of what fits series to points. */
public sealed interface SeriesFitOption extends Option permits Domain, Rcond, W, Window, Symbol {}
