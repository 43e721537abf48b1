package io.arrayport.core.kernel;

/** Sorts ints or longs in place. */
interface StripSort {
    /** Elements of room that are needed besides one for each that is sorted: some vectors. */
    long SPARE = 512;

    /**
     * Sorts {@code n} numbers that lie one after the other.
     *
     * @param room the address of memory for {@code n} of them and {@link #SPARE}
     */
    void run(long at, long n, long room);
}
