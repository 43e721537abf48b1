package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.char_.asarray}. */
public sealed interface CharAsarrayOption extends Option
        permits CharAsarrayOption.Itemsize, CharAsarrayOption.Unicode, OrderOption {
    /**
     * How wide strings are.
     *
     * @param characters what is longer is cut off
     */
    record Itemsize(int characters) implements CharAsarrayOption, CharArrayOption {}

    /**
     * Of what kind strings are.
     *
     * @param wide whether of unicode; else of bytes
     */
    record Unicode(boolean wide) implements CharAsarrayOption, CharArrayOption {}
}
