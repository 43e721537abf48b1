package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;

/** Options of derivatives of series. */
public sealed interface DerivativeOption extends Option permits SeriesOption.Scl, Axis {}
