package io.arrayport.core.kernel;

/** Sorts ints or longs, in place or on their way to another one. */
interface StripSort {
    /** Elements of room that are needed besides one for each that is sorted: some vectors. */
    long SPARE = 1536;

    /**
     * Sorts {@code n} numbers that lie one after the other.
     *
     * @param from where they are: at {@code at}, or where nothing is written
     * @param room the address of memory for {@code n} of them and {@link #SPARE}
     */
    void run(long from, long at, long n, long room);

    /**
     * Brings the numbers that sorting would put at {@code ranks} to their places; those before each are not greater,
     * those behind it not less.
     *
     * @param from as for {@link #run}, as is {@code room}
     * @param ranks ascending, below {@code n}
     */
    default void part(long from, long at, long n, long[] ranks, long room) {
        run(from, at, n, room);
    }

    /**
     * Sorts columns that lie side by side, where that takes less than bringing them into strips.
     *
     * @param from as for {@link #run}
     * @param step bytes from one element of a column to the next
     * @param room of {@link SortKernel#columnRoom}
     * @return whether it has sorted them; otherwise nothing was done
     */
    default boolean columns(long from, long at, long step, long n, long count, long room) {
        return false;
    }

    /** Returns whether {@link #part} of so many takes less than a look at each of them by scalars. */
    default boolean parts(long n) {
        return false;
    }
}
