package io.arrayport.core.exchange;

import java.util.Optional;

import io.arrayport.core.ndarray.NdArray;

/** One array of a neighbour, ready to be imported. Each bridge has its own factory method for these. */
public interface Source {
    /** The neighbour, for messages: {@code "torch NDArray"}, {@code "Arrow Float8Vector"}. */
    String name();

    /**
     * Imports without moving a byte. The array shares the neighbour's memory, and the caller closes it. A source of
     * something that can be consumed once, such as a capsule, takes that.
     *
     * @throws io.arrayport.core.error.ZeroCopyException if the neighbour's bytes cannot be an array; says why
     * @throws io.arrayport.core.error.ForeignDescriptorException if the neighbour's description is malformed
     */
    NdArray open();

    /**
     * What {@link #open()} would do: shares, and who can write then, or is refused, and why. Copies nothing, takes
     * nothing: the source can still be opened. Empty for a source that only opening tells about.
     */
    default Optional<ExchangePlan> plan() {
        return Optional.empty();
    }
}
