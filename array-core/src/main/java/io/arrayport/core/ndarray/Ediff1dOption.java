package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.ToBegin;
import io.arrayport.core.ndarray.Option.ToEnd;

/** Options of {@code np.ediff1d}. */
public sealed interface Ediff1dOption extends Option permits ToEnd, ToBegin {}
