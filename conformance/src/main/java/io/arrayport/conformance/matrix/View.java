package io.arrayport.conformance.matrix;

import java.util.List;

import io.arrayport.core.ndarray.NdArray;

/** An array as a neighbour sees it, with its own means. It lets go when the view is closed. */
interface View extends AutoCloseable {
    /** Where the first element is. */
    long address();

    /** Where the buffers are that lie beside the elements: those of strings that are too long for their elements. */
    default List<Long> sides() {
        return List.of();
    }

    /** Whether it sees the elements of {@code expected}, in C order. */
    boolean sees(NdArray expected);

    /** Writes 0 to every element; false if the neighbour was told not to write, and obeys. */
    boolean zero();

    @Override
    void close();
}
