package io.arrayport.core.kernel;

/** Sorts the elements of {@link #VECTORS} vectors, or fewer. */
@FunctionalInterface
interface SortNetwork {
    int VECTORS = 16;

    /**
     * Writes elements in their order, and the greatest there is behind them. There is room for, and memory is read as
     * far as, all that the vectors hold.
     *
     * @param n how many there are, at most as many as the vectors hold
     * @param to not {@code room}
     * @param room what is written in between; may be {@code from}
     */
    void sort(long from, long n, long to, long room);
}
