package io.arrayport.core.kernel;

/** {@code out[i] = f(in[i])} over one strip: addresses, byte strides of any sign, a count. */
@FunctionalInterface
public interface UnaryKernel {
    /** Computes {@code n >= 0} elements; the two sides do not overlap. */
    void run(long in, long inStride, long out, long outStride, long n);
}
