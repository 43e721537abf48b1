package io.arrayport.core.ndarray;

/** Options of {@code np.strings.replace}. */
public sealed interface ReplaceOption extends Option permits FrombufferOption.Count {}
