package io.arrayport.conformance.bench.table;

import io.arrayport.core.ndarray.NdArray;

/** Arrayport's form of a case: what is done once, and within it what is timed. */
@FunctionalInterface
public interface Form {
    /** What is timed. */
    @FunctionalInterface
    interface Call {
        /** Computes once. */
        NdArray run();
    }

    /** Makes ready on these inputs; not timed. */
    Call prepare(Inputs inputs);
}
