package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DTypeOption;
import io.arrayport.core.ndarray.Option.KeepDims;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.mean}, which starts from nothing. */
public sealed interface MeanOption extends Option permits Axis, DTypeOption, Out, KeepDims {}
