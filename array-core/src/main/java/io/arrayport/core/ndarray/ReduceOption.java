package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Initial;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;

/** Options of reductions by a ufunc: {@code np.sum}, {@code np.prod}, {@code np.add.reduce}. */
public sealed interface ReduceOption extends Option permits Axis, DtypeOption, Out, Keepdims, Initial, Where {}
