package io.arrayport.core.ndarray;

/** What is wanted besides elements; parameters of their own, because the result is another. */
public sealed interface SetResult extends Option {
    /** Where each element stands first. */
    record ReturnIndex() implements SetResult {}

    /** Which element each one of the array is. */
    record ReturnInverse() implements SetResult {}

    /** How often each element comes. */
    record ReturnCounts() implements SetResult {}

    /** Where each element stands first in both arrays. */
    record ReturnIndices() implements SetResult {}
}
