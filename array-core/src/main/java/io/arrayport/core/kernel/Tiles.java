package io.arrayport.core.kernel;

/** Products of a few rows and of panels that are {@link #WIDTH} vectors wide, whose sums stay in registers. */
interface Tiles {
    /** Rows of the largest tile: of one with more the JVM's first compiler runs out of registers of its own. */
    int ROWS = 4;
    /** Elements from one turn to the next where rows alternate: two tiles' rows. */
    int APART = 2 * ROWS;
    /** Vectors that a panel is wide. */
    int WIDTH = 4;
    /** What stands for one row and two panels at once. */
    int PAIR = 0;

    /**
     * Adds to {@code rows} rows of a panel, or to one row of two panels, their products: each element gets the sum of
     * {@code turns} products, added up in their order, each fused with its addition.
     *
     * @param rows from 1 to {@link #ROWS}, or {@link #PAIR}
     * @param a the first row's first element; elements of a row are neighbours
     * @param aRow bytes to the next row
     * @param b the panel's first row; elements of a row are neighbours
     * @param bRow bytes to the panel's next row
     * @param bNext bytes to the second panel of a pair
     * @param out where the panel's sums are; those of a pair's second panel are behind
     * @param outRow bytes to the next row
     */
    void add(int rows, long a, long aRow, long b, long bRow, long bNext, int turns, long out, long outRow);

    /**
     * {@link #add}, of rows whose elements alternate and of a panel whose rows follow each other: where all distances
     * are known beforehand a turn is half as many instructions. It reads a turn's vectors in an order of its own, so a
     * single row, for which the matrix comes from memory, is faster by {@link #add}.
     *
     * @param rows from 2 to {@link #ROWS}
     * @param a the first turn's elements, one of each row, and {@link #APART} elements behind the next turn's
     */
    void dense(int rows, long a, long b, int turns, long out, long outRow);

    /**
     * Copies {@code turns} elements of each of {@code rows} rows, so that they alternate.
     *
     * @param rows at most {@link #APART}
     * @param row bytes from one to the next
     */
    void alternate(long from, long row, int rows, int turns, long to);

    /** Copies {@code turns} rows of a panel, which lie {@code row} bytes apart, so that one follows the other. */
    void pack(long from, long row, int turns, long to);
}
