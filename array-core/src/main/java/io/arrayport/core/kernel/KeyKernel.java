package io.arrayport.core.kernel;

/** The keys of one lane's elements: longs that compare as sorting wants them to. Strips are as for every kernel. */
interface KeyKernel {
    /** Returns the key of the element at an address. */
    long key(long at);

    /** Writes the element of a key. */
    void put(long at, long key);

    /** Writes down the keys of {@code n} elements. */
    void keys(long in, long stride, int n, long[] keys);

    /**
     * Writes the keys of {@code n} elements as longs, one after the other.
     *
     * @param places the address of longs that say which elements; 0 is all, one after the other
     */
    void collect(long in, long stride, long n, long places, long out);

    /** Writes the elements of {@code n} keys that lie as longs, one after the other. */
    void spread(long keys, long n, long out, long stride);

    /** Writes one key's element {@code n} times, one after the other. */
    void repeat(long out, long n, long key);

    /** Counts the keys of {@code n <= Sieve.BLOCK} elements around a range and collects those inside of it. */
    void sift(long in, long stride, int n, Sieve sieve);
}
