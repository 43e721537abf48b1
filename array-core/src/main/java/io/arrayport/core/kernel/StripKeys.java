package io.arrayport.core.kernel;

/**
 * Turns numbers that lie one after the other into whole numbers that compare as they do, and back: in place, or from
 * one place to another.
 */
interface StripKeys {
    /** Writes the keys of numbers. */
    void keys(long from, long to, long n);

    /** Writes the numbers of keys. */
    void numbers(long from, long to, long n);
}
