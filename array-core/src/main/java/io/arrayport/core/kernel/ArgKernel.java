package io.arrayport.core.kernel;

/**
 * Finds the greatest or least of one strip as NumPy does: of equal elements, which zeros of both signs are, the first;
 * the first nan, if there is one. Complex numbers compare by real part, then by imaginary part; either may be nan.
 *
 * <p>{@code in} may have any alignment and any byte stride. Nothing is checked: the caller holds the memory.
 */
@FunctionalInterface
public interface ArgKernel {
    /** Returns the position, from 0, among {@code n >= 1} elements. */
    long run(long in, long stride, long n);
}
