package io.arrayport.core.kernel;

/**
 * The elements that sorting a strip would put at given places: its order statistics. NaN sorts behind everything else,
 * complex numbers by real part, then by imaginary part.
 *
 * <p>The strip stays as it is. Addresses may have any alignment, strides are in bytes; {@code out} lies outside
 * {@code in}. Nothing is checked: the caller holds the memory.
 */
@FunctionalInterface
public interface SelectKernel {
    /** Writes the elements of {@code ranks}, which ascend and lie in {@code [0, n)}. */
    void run(long in, long stride, long n, long[] ranks, long out, long outStride);
}
