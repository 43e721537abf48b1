package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DTypeOption;
import io.arrayport.core.ndarray.Option.Initial;
import io.arrayport.core.ndarray.Option.KeepDims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;

/** Options of reductions by a ufunc: {@code np.sum}, {@code np.prod}, {@code np.add.reduce}. */
public sealed interface ReduceOption extends Option permits Axis, DTypeOption, Out, KeepDims, Initial, Where {}
