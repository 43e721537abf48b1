package io.arrayport.core.kernel;

/** Sorts the elements of {@link #VECTORS} vectors, or fewer. */
@FunctionalInterface
interface SortNetwork {
    int VECTORS = 16;

    /**
     * Writes elements in their order, and the greatest there is behind them: there is room for all that the vectors
     * hold, or half of them if that many hold the elements.
     *
     * @param n how many there are, at most as many as the vectors hold; if they do not fill one vector, so many bytes
     *     before them are read, too
     * @param to not {@code room}
     * @param room what is written in between; may be {@code from}
     */
    void sort(long from, long n, long to, long room);
}
