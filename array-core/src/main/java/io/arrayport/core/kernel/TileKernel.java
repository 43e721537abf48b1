package io.arrayport.core.kernel;

/** Copies eight contiguous columns of a matrix to rows. */
@FunctionalInterface
interface TileKernel {
    /**
     * Copies {@code rows} elements of each column, a multiple of 8.
     *
     * @param fromStep bytes from one column to the next
     * @param toStep bytes from one row to the next
     */
    void run(long from, long fromStep, long to, long toStep, long rows);
}
