package io.arrayport.core.kernel;

/**
 * The passes that {@link SortNetwork} is made of, over vectors that lie one after the other: rows, of which
 * {@link #BLOCK} are a block. Each goes over so many blocks, or takes so many turns.
 */
interface SortPasses {
    int BLOCK = 8;

    /**
     * Sorts the columns of each block, on the way from one place to another.
     *
     * @param n how many elements there are: behind them come greatest ones
     */
    void first(long from, long n, long to, long blocks);

    /** Sorts the columns of each block, which go up and then down, or are such. */
    void near(long at, long blocks);

    /** Merges the columns of two blocks, but for {@link #near}; {@code down} are the last rows of the first. */
    void join8(long up, long down, long turns);

    /** Merges the columns of four blocks, of which two each are merged, likewise. */
    void join16(long up, long down, long turns);

    /**
     * Merges columns with their neighbours, but for {@link #near}.
     *
     * @param down the last row of those that are compared with the first
     * @param apart bytes from a row to the next that is compared with it: a quarter of all rows
     */
    void merge2(long up, long down, long apart, long blocks);

    /** Merges two columns with two. */
    default void merge4(long up, long down, long apart, long blocks) {}

    /** Merges four columns with four. */
    default void merge8(long up, long down, long apart, long blocks) {}

    /** Merges eight columns with eight. */
    default void merge16(long up, long down, long apart, long blocks) {}

    /** Turns the columns of each block into rows, eight at a time, where there are more. */
    default void turn(long at, long blocks) {}

    /**
     * Writes columns one after the other; if there are more than eight, two blocks in a turn, which have been turned.
     *
     * @param apart bytes of a column
     */
    void last(long from, long to, long apart, long turns);

    /**
     * The same with one block of more than eight columns.
     *
     * @param apart bytes of a vector
     */
    default void lastOfOne(long from, long to, long apart, long turns) {}
}
