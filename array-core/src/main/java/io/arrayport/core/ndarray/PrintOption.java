package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Array2stringOption.MaxLineWidth;
import io.arrayport.core.ndarray.Array2stringOption.Precision;
import io.arrayport.core.ndarray.Array2stringOption.SuppressSmall;

/** Options of {@code np.arrayStr} and {@code np.arrayRepr}. */
public sealed interface PrintOption extends Option permits MaxLineWidth, Precision, SuppressSmall {}
