package io.arrayport.core.kernel;

/**
 * {@code acc[i] = acc[i] + (in[i] != 0 ? 1 : 0)} over one strip: nan is not 0, and -0 is.
 *
 * <p>{@code acc} holds longs; with stride 0 all of the strip is counted into one. Addresses may have any alignment,
 * strides are in bytes and may have any sign; the two overlap nowhere. Nothing is checked: the caller holds the memory.
 */
@FunctionalInterface
public interface CountKernel {
    /** Counts {@code n >= 0} elements. */
    void run(long in, long inStride, long acc, long accStride, long n);
}
