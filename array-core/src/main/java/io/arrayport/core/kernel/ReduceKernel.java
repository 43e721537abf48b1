package io.arrayport.core.kernel;

/**
 * {@code acc = op(acc, op-reduction of in[0..n))} over one strip; nothing happens where {@code n == 0}.
 *
 * <p>Floats are combined in NumPy's pairwise order, so that a result has NumPy's bits; integers wrap, and their order
 * is free. {@code in} may have any alignment and any byte stride; {@code acc} is one element of the accumulator's
 * lane, of any alignment, outside {@code in}. Nothing is checked: the caller holds the memory.
 */
@FunctionalInterface
public interface ReduceKernel {
    /** Reduces {@code n >= 0} elements into {@code acc}. */
    void run(long in, long stride, long n, long acc);
}
