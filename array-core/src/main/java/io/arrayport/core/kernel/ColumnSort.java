package io.arrayport.core.kernel;

/** Sorts columns of numbers where they lie side by side: as many at once as a vector has lanes. */
interface ColumnSort {
    /** Elements of a column at most: twice as many rows, of a vector each, are still near. */
    long MOST = 1024;

    /** Groups of columns that are brought near together. */
    int GROUPS = 4;

    /** Returns how many columns are a group, which is sorted at once. */
    int together();

    /**
     * Sorts groups side by side.
     *
     * @param from where they are: at {@code to}, or where nothing is written
     * @param step bytes from one row to the next
     * @param n rows, at most {@link #MOST}
     * @param groups at most {@link #GROUPS}
     * @param room of {@link SortKernel#columnRoom}
     */
    void run(long from, long to, long step, long n, int groups, long room);
}
