package io.arrayport.core.ndarray;

/**
 * The two results of one function: {@code np.divmod}.
 *
 * @param first of divmod the quotients, of modf the fractions, of frexp the mantissas
 * @param second of divmod the remainders, of modf the whole parts, of frexp the exponents
 */
public record ArrayPair(NdArray first, NdArray second) implements AutoCloseable {
    /** Closes both, also where they are arrays that were written to. */
    @Override
    public void close() {
        first.close();
        second.close();
    }
}
