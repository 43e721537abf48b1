package io.arrayport.core.kernel;

/**
 * Copies elements of one size from or to positions along an axis: int64 one after the other, negative ones counted from
 * the end. Addresses may have any alignment, strides are in bytes and may have any sign. The caller holds the memory;
 * positions are checked, and nothing is touched at one that the axis has not.
 */
public interface GatherKernel {
    /**
     * Copies {@code out[i] = in[positions[i]]}, up to a position that the axis has not.
     *
     * @param step bytes from one of the axis' elements to the next
     * @param dim the axis' length
     * @return how many elements have been copied
     */
    long gather(long in, long step, long dim, long positions, long out, long outStride, long n);

    /** Copies {@code out[positions[i]] = in[i]}, in order; as {@link #gather}. */
    long scatter(long in, long inStride, long positions, long out, long step, long dim, long n);
}
