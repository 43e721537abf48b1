package io.arrayport.core.kernel;

/** Sorts a few vectors in memory. */
@FunctionalInterface
interface SortNetwork {
    /**
     * Sorts vectors that lie one after the other.
     *
     * @param vectors one, two, or a multiple of four; the greatest elements follow, up to a power of 2
     */
    void sort(long at, int vectors);
}
