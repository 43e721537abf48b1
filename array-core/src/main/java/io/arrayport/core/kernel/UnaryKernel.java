package io.arrayport.core.kernel;

/**
 * {@code out[i] = f(in[i])} over one strip.
 *
 * <p>Addresses may have any alignment, strides are in bytes and may be zero or negative. Exactly {@code n} elements of
 * each operand are touched. A kernel that {@link Kernels} gives may write exactly where it reads (same address, same
 * stride, elements of one size); any other overlap gives unspecified elements. Nothing is checked: the caller holds
 * the memory.
 */
@FunctionalInterface
public interface UnaryKernel {
    /** Computes {@code n >= 0} elements. */
    void run(long in, long inStride, long out, long outStride, long n);
}
