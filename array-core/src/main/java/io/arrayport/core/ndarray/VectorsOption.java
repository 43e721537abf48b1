package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.linalg.cross} and {@code np.linalg.vecdot}: which axis of the operands is their vectors. */
@Positional(0)
public sealed interface VectorsOption extends Option permits Axis {}
