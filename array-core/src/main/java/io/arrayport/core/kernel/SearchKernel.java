package io.arrayport.core.kernel;

/**
 * Finds where elements belong among sorted ones, by halving. What is compared, and how, is as for {@link SortKernel};
 * 0 and -0 are equal.
 */
@FunctionalInterface
public interface SearchKernel {
    /**
     * A strip of ascending elements.
     *
     * @param sorter the address of longs: the positions of elements in their order; 0 if they lie in it
     */
    record Sorted(long at, long stride, long n, long sorter, long sorterStride) {
        /** Returns the address of an element, by its place in the order. */
        long address(long i) {
            return at + (sorter == 0 ? i : Raw.i64(sorter + i * sorterStride)) * stride;
        }
    }

    /**
     * Writes, for each of {@code count} values, how many of the sorted elements come before it.
     *
     * @param right whether those that are equal to it do
     * @param out of longs
     */
    void run(Sorted sorted, long values, long stride, long out, long outStride, long count, boolean right);
}
