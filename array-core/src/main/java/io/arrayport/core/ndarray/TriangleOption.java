package io.arrayport.core.ndarray;

/** Options of {@code np.tril_indices} and {@code np.triu_indices}. */
public sealed interface TriangleOption extends Option permits EyeOption.K, TriangleOption.M {
    /**
     * How many columns.
     *
     * @param columns as many as rows unless given
     */
    record M(long columns) implements TriangleOption {}
}
