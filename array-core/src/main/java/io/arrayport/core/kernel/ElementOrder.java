package io.arrayport.core.kernel;

/** An order of elements that are no numbers, by their addresses. The caller holds the memory. */
public interface ElementOrder {
    /** As {@link Integer#compare} of two elements. */
    int compare(long a, long b);

    /** Returns whether an element has a narrow key. */
    default boolean isNarrow(long at) {
        return false;
    }

    /**
     * Returns a number that is less, unsigned, only of an element that comes before: what is compared first.
     *
     * @param narrow whether all elements have a narrow key, and that is meant
     */
    long key(long at, boolean narrow);
}
