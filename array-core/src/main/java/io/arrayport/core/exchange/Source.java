package io.arrayport.core.exchange;

import io.arrayport.core.ndarray.NdArray;

/** One array of a neighbour, ready to be imported. Each bridge has its own factory method for these. */
public interface Source {
    /** The neighbour, for messages: {@code "torch NDArray"}, {@code "Arrow Float8Vector"}. */
    String name();

    /**
     * Imports without moving a byte. The array borrows the neighbour's memory and keeps it alive until it is closed.
     *
     * @throws io.arrayport.core.error.ZeroCopyException if the neighbour's bytes cannot be an array; says why
     * @throws io.arrayport.core.error.ForeignDescriptorException if the neighbour's description is malformed
     */
    NdArray open();
}
