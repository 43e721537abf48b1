package io.arrayport.core.kernel;

/** Sorts columns of numbers where they lie side by side: as many at once as a vector has lanes. */
interface ColumnSort {
    /** Elements of a column at most: so many rows, of a vector each, are still near. */
    long MOST = 1024;

    /** Returns how many columns are sorted at once. */
    int together();

    /**
     * Sorts as many columns as are sorted at once.
     *
     * @param from where they are: at {@code to}, or where nothing is written
     * @param step bytes from one row to the next
     * @param n rows, from 2 to {@link #MOST}
     * @param room of {@link SortKernel#columnRoom}
     */
    void run(long from, long to, long step, long n, long room);
}
