package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Out;

/** Options of running results, which keep the axis: {@code np.add.accumulate}, {@code np.add.reduceat}. */
public sealed interface AccumulateOption extends Option permits Axis, DtypeOption, Out {}
