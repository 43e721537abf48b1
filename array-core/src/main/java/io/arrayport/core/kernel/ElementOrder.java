package io.arrayport.core.kernel;

/** An order of elements that are no numbers, by their addresses. The caller holds the memory. */
public interface ElementOrder {
    /** As {@link Integer#compare} of two elements. */
    int compare(long a, long b);

    /**
     * Returns how many bytes at the start of elements are the same in all, and leave something to be compared.
     *
     * @param n how many elements, at least 1
     * @param places their positions, as longs one after the other
     */
    default long shared(long in, long stride, long n, long places) {
        return 0;
    }

    /** Returns the order of what follows these bytes of elements. */
    default ElementOrder behind(long shared) {
        return this;
    }

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
