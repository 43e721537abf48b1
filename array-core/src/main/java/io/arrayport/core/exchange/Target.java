package io.arrayport.core.exchange;

import io.arrayport.core.ndarray.NdArray;

/**
 * A form that a neighbour takes arrays in. Each bridge has its own factory method for these.
 *
 * @param <T> what the neighbour works with
 */
public interface Target<T> {
    /** The form, for messages: {@code "torch NDArray"}. */
    String name();

    /** What an export of {@code array} would do: whether it shares, or what a copy would move. Copies nothing. */
    ExchangePlan plan(NdArray array);

    /**
     * Exports without moving a byte. The result shares {@code array}'s bytes: it keeps them alive until it is released,
     * {@code array} closed or not, and the caller closes both.
     *
     * @throws io.arrayport.core.error.ZeroCopyException unless {@code plan(array)} is zero-copy
     */
    T accept(NdArray array);
}
