package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.HistogramOption.Bins;
import io.arrayport.core.ndarray.HistogramOption.Density;
import io.arrayport.core.ndarray.HistogramOption.Ranges;
import io.arrayport.core.ndarray.Option.Weights;

/** Options of {@code np.histogram2d} and {@code np.histogramdd}. */
public sealed interface HistogramddOption extends Option permits Bins, Ranges, Density, Weights {}
