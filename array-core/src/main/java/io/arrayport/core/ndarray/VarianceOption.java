package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Correction;
import io.arrayport.core.ndarray.Option.Ddof;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Mean;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;

/** Options of {@code np.var}, {@code np.std} and their relatives. */
@Positional(5)
public sealed interface VarianceOption extends Option permits Axis, DtypeOption, Out, Ddof, Keepdims, Where, Mean,
        Correction {}
