package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.tri}. */
public sealed interface TriOption extends Option permits EyeOption.M, EyeOption.K, DtypeOption {}
