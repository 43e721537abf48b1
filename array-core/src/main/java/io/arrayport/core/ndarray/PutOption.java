package io.arrayport.core.ndarray;

/** Options of {@code np.put}. */
public sealed interface PutOption extends Option permits TakeOption.Mode {}
