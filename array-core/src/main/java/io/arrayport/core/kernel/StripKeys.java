package io.arrayport.core.kernel;

/** Turns numbers that lie one after the other into whole numbers that compare as they do, in place, and back. */
interface StripKeys {
    /** Writes keys over numbers. */
    void keys(long at, long n);

    /** Writes numbers over keys. */
    void numbers(long at, long n);
}
