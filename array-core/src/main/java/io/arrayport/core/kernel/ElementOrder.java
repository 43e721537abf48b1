package io.arrayport.core.kernel;

/** An order of elements that are no numbers, by their addresses. The caller holds the memory. */
public interface ElementOrder {
    /** As {@link Integer#compare} of two elements. */
    int compare(long a, long b);

    /** Returns a number that is less, unsigned, only of an element that comes before: what is compared first. */
    long key(long at);

    /** Returns whether {@link #key(long, boolean)} tells more of an element, if all that are sorted are like it. */
    default boolean isNarrow(long at) {
        return false;
    }

    /**
     * As {@link #key(long)}.
     *
     * @param narrow whether all elements that are sorted are narrow
     */
    default long key(long at, boolean narrow) {
        return key(at);
    }
}
