package io.arrayport.core.ndarray;

/** Options of {@code np.einsum_path}. */
@Positional(0)
public sealed interface EinsumPathOption extends Option permits EinsumOption.Optimize {}
