package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.print.PrintOptions;

/** Arrays as text, character for character as NumPy writes them. */
public sealed interface Printing permits Np {
    /** The elements between brackets: {@code [1. 2.]}; of a 0-d array the element as it stands in others. */
    default String array2string(NdArray a) {
        return a.array2string(PrintOptions.DEFAULTS);
    }

    /** As {@link #array2string(NdArray)}, with other settings. */
    default String array2string(NdArray a, PrintOptions options) {
        return a.array2string(options);
    }

    /** The elements between brackets: {@code [1. 2.]}; of a 0-d array the element. */
    default String arrayStr(NdArray a) {
        return a.str(PrintOptions.DEFAULTS);
    }

    /** As {@link #arrayStr(NdArray)}, with other settings. */
    default String arrayStr(NdArray a, PrintOptions options) {
        return a.str(options);
    }

    /** With its element type where the elements do not imply it: {@code array([1., 2.], dtype=float32)}. */
    default String arrayRepr(NdArray arr) {
        return arr.repr();
    }

    /** As {@link #arrayRepr(NdArray)}, with other settings. */
    default String arrayRepr(NdArray arr, PrintOptions options) {
        return arr.repr(options);
    }
}
