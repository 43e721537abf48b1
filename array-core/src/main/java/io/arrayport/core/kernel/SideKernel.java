package io.arrayport.core.kernel;

/** Tells which of some longs are less than one of them, which are equal, and which are greater. */
@FunctionalInterface
interface SideKernel {
    /** In what {@link #run} writes to: where positions go of what is less. */
    int LESS = 0;
    /** As {@link #LESS}, of what is equal. */
    int EQUAL = 1;
    /** As {@link #LESS}, of what is greater. */
    int GREATER = 2;

    /**
     * Writes the positions of {@code n} longs, each to one of three strips.
     *
     * @param first the position of the first one
     * @param to the strips' addresses, each with memory for {@code n} positions; where the next ones go is left there
     */
    void run(long longs, long first, long n, long pivot, long[] to);

    /** Without vectors. */
    static void scalar(long longs, long first, long n, long pivot, long[] to) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long less = to[LESS];
        long equal = to[EQUAL];
        long greater = to[GREATER];
        // Each position goes to all three, and stays in one: nothing is to be foreseen
        for (long i = 0; i < n; i++) {
            long own = Raw.i64(longs + i * Long.BYTES);
            Raw.i64(less, first + i);
            Raw.i64(equal, first + i);
            Raw.i64(greater, first + i);
            less += own < pivot ? Long.BYTES : 0;
            equal += own == pivot ? Long.BYTES : 0;
            greater += own > pivot ? Long.BYTES : 0;
        }
        to[LESS] = less;
        to[EQUAL] = equal;
        to[GREATER] = greater;
    }
}
