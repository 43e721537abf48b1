package io.arrayport.conformance.bench.table;

/** What a call returns, who closes it, and what of it both sides are compared by. */
public enum Outcome {
    /** A new array, closed within the time that is taken. */
    FRESH,
    /** As FRESH, but its elements are whatever was in memory: only shape and type are compared. */
    UNFILLED,
    /** An input that has been written. */
    WRITTEN,
    /** An array over an input's bytes; there is nothing to close. */
    VIEW
}
