package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.HistogramOption.Bins;
import io.arrayport.core.ndarray.HistogramOption.Range;
import io.arrayport.core.ndarray.Option.Weights;

/** Options of {@code np.histogramBinEdges}. */
public sealed interface BinEdgesOption extends Option permits Bins, Range, Weights {}
