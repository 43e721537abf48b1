package io.arrayport.core.ndarray;

/** Options of {@code np.linalg.diagonal}. */
@Positional(0)
public sealed interface MatrixDiagonalOption extends Option permits DiagonalOption.Offset {}
