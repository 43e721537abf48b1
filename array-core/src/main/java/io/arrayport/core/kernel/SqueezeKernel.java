package io.arrayport.core.kernel;

/**
 * Copies those elements of a strip at which bools are true, one after the other. Addresses may have any alignment,
 * strides are in bytes and may have any sign. The caller holds the memory.
 */
public interface SqueezeKernel {
    /**
     * Copies from {@code n} elements. Behind the last true one there must be room for one more; there is no writing
     * beyond it, whatever another thread does to the bools meanwhile.
     *
     * @param end where what follows the last true one goes
     * @return where the next one goes
     */
    long run(long mask, long maskStride, long in, long inStride, long out, long end, long n);
}
