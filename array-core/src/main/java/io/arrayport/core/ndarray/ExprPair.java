package io.arrayport.core.ndarray;

/**
 * The two results of one function in a fused expression: {@code np.divmod}.
 *
 * @param first as {@link ArrayPair#first}
 * @param second as {@link ArrayPair#second}
 */
public record ExprPair(Expr first, Expr second) {}
