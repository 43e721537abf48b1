package io.arrayport.core;

import io.arrayport.core.ndarray.Array2stringOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PrintOption;

/** Arrays as text, character for character as NumPy writes them. */
public sealed interface Printing permits Np {
    /** The elements between brackets: {@code [1. 2.]}; of a 0-d array the element as it stands in others. */
    default String array2string(NdArray a, Array2stringOption... options) {
        return a.array2string(options);
    }

    /** The elements between brackets: {@code [1. 2.]}; of a 0-d array the element. */
    default String arrayStr(NdArray a, PrintOption... options) {
        return a.str(options);
    }

    /** With its element type where the elements do not imply it: {@code array([1., 2.], dtype=float32)}. */
    default String arrayRepr(NdArray arr, PrintOption... options) {
        return arr.repr(options);
    }
}
