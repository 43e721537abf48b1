package io.arrayport.core.kernel;

/**
 * Copies elements of one size, chosen by bools or by numbers. Addresses may have any alignment, strides are in bytes
 * and may have any sign. The caller holds the memory.
 */
public interface BlendKernel {
    /** Copies {@code n} elements of {@code a} where the mask is not 0, of {@code b} elsewhere. */
    void blend(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
            long n);

    /**
     * Copies {@code n} elements where the mask is not 0; others are not written, not even with what they are.
     *
     * @param spare where an element may be written
     */
    void put(long mask, long maskStride, long in, long inStride, long out, long outStride, long spare, long n);

    /**
     * Copies elements, each from the strip that a number names, up to a number that none has.
     *
     * @param strips their first addresses; then that of the result, then that of the numbers: int64, each of a strip
     * @param strides of the same
     * @return how many elements have been copied
     */
    long choose(long[] strips, long[] strides, long n);
}
