package io.arrayport.core.kernel;

/**
 * {@code acc = op(acc, op-reduction of in[0..n))} over one strip; nothing happens where {@code n == 0}.
 *
 * <p>Floats and complex numbers are combined in NumPy's order, so that a result has NumPy's bits: sums in pairwise
 * order, everything else one after the other. 16-bit floats are combined as 32-bit ones, and the strip's result is
 * rounded. Integers wrap, and their order is free. {@code in} may have any alignment and any byte stride; {@code acc}
 * is one element of the accumulator's lane, of any alignment, outside {@code in}. Nothing is checked: the caller holds
 * the memory.
 */
@FunctionalInterface
public interface ReduceKernel {
    /** Of an array that no cache holds. */
    long FAR_BYTES = 16L << 20;

    /** Reduces {@code n >= 0} elements into {@code acc}. */
    void run(long in, long stride, long n, long acc);

    /** Returns whether every other element, and backwards, are reduced about as fast as neighbours. */
    default boolean takesSteps() {
        return false;
    }

    /** Returns what reduces neighbours of {@link #FAR_BYTES} and more. */
    default ReduceKernel far() {
        return this;
    }

    /** Reduces {@code count} strips that lie {@code step} bytes apart, each into an accumulator of its own. */
    default void each(long in, long stride, long n, long step, long acc, long accStep, long count) {
        for (long i = 0; i < count; i++) {
            run(in + i * step, stride, n, acc + i * accStep);
        }
    }
}
