package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.choose}. */
public sealed interface ChooseOption extends Option permits Out, TakeOption.Mode {}
