package io.arrayport.core.kernel;

/**
 * Characters of elements of fixed widths, in native order, where they lie. Each loop over strings has one of its own,
 * of a class of its own: one that loops share is compiled by itself sooner or later, for all who ask, to more code
 * than is inlined, and is then called for each string (measured: one and a half times as slow to twice).
 */
interface Chars {
    /**
     * How many characters there are before the NULs at the end.
     *
     * @param width characters that an element has room for
     */
    int length(long at, long width);

    int get(long at, long i);

    void put(long to, int character);

    /** Whether {@code n} characters are the same. */
    boolean same(long a, long b, long n);

    /** Where {@code n} characters of {@code sub} are in {@code [start, end)} for the first time; -1 if they are not. */
    int find(long at, long sub, int n, int start, int end);

    /** As {@link #find}, for the last time. */
    int findLast(long at, long sub, int n, int start, int end);

    /** How often a character is in {@code [start, end)}. */
    int count(long at, int character, int start, int end);

    /** Copies characters, and returns where the next ones go. */
    long copy(long from, long to, long n);

    /** Writes a character so many times, and returns where the next ones go. */
    long fill(long to, int character, long n);

    /** Writes NULs up to the end of an element, which begins at {@code at}. */
    void end(long to, long at, long width);
}
