package io.arrayport.core.kernel;

/**
 * {@code out[i] = op(out[i - 1], in[i])} over one strip, one after the other: what accumulate does.
 *
 * <p>{@code out[-1]}, one stride before {@code out}, holds what comes before; it is read and not written. Addresses may
 * have any alignment, strides are in bytes and may be negative, that of {@code in} also zero. The output may be exactly
 * the input (same address, same stride) and overlaps it in no other way. Nothing is checked: the caller holds the
 * memory.
 */
@FunctionalInterface
public interface ScanKernel {
    /** Computes {@code n >= 0} elements. */
    void run(long in, long inStride, long out, long outStride, long n);
}
