package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CopyOption;

/** Options of {@code np.fromDlpack}. */
@Positional(0)
public sealed interface FromDlpackOption extends Option permits CopyOption {}
