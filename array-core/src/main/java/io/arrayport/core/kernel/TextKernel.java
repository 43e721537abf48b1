package io.arrayport.core.kernel;

/**
 * A loop over strings of fixed widths, in native order, of one size of characters, and int64 beside them. What is
 * written stays within an element, also where another thread writes longer strings meanwhile.
 */
public interface TextKernel {
    /**
     * Writes results.
     *
     * @param at addresses of the first elements, those of results last
     * @param strides in bytes
     * @param widths characters that an element of each array has room for; of numbers anything
     */
    void run(long[] at, long[] strides, long[] widths, long n);

    /**
     * Only looks how wide results will be, and makes their widths as great: beyond what an int holds if they are too
     * great. Kernels whose results have a width of their own look at nothing.
     */
    default void look(long[] at, long[] strides, long[] widths, long n) {}
}
