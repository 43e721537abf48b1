package io.arrayport.core.kernel;

/** The keys of one lane's elements: longs that compare as sorting wants them to. Strips are as for every kernel. */
interface KeyKernel {
    /** Returns the key of the element at an address. */
    long key(long at);

    /** Writes the element of a key. */
    void put(long at, long key);

    /** Writes down the keys of {@code n} elements. */
    void keys(long in, long stride, int n, long[] keys);

    /** Counts the keys of {@code n <= Sieve.BLOCK} elements around a range and collects those inside of it. */
    void sift(long in, long stride, int n, Sieve sieve);
}
