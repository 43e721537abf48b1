package io.arrayport.core;

import io.arrayport.core.ndarray.Array2stringOption;
import io.arrayport.core.ndarray.FormatFloat;
import io.arrayport.core.ndarray.FormatFloatOption;
import io.arrayport.core.ndarray.FormatScientificOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PrintOption;
import io.arrayport.core.ndarray.PrintState;
import io.arrayport.core.ndarray.PrintoptionsOption;
import io.arrayport.core.print.PrintOptions;

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

    /**
     * Changes how arrays print on this thread until the result is closed:
     * {@code try (var _ = np.printoptions(precision(3))) { ... }}. What is not named stays as it is.
     */
    default Printoptions printoptions(PrintoptionsOption... options) {
        return new Printoptions(PrintState.current().with("printoptions", options));
    }

    /** Changes how arrays print on this thread for good; returns how they did before. */
    default PrintState setPrintoptions(PrintoptionsOption... options) {
        return PrintState.set(PrintState.current().with("setPrintoptions", options));
    }

    /** How arrays print on this thread. */
    default PrintOptions getPrintoptions() {
        return PrintState.current().options();
    }

    /**
     * A number in fixed point: {@code 12.5}. Unless told, in the shortest digits that read back as it.
     *
     * @param x a real number without axes; integers count as float64
     */
    default String formatFloatPositional(NdArray x, FormatFloatOption... options) {
        return FormatFloat.of("formatFloatPositional", x).positional(options);
    }

    /** As {@link #formatFloatPositional(NdArray, FormatFloatOption...)}; a Float is written as float32. */
    default String formatFloatPositional(Number x, FormatFloatOption... options) {
        return FormatFloat.of(x).positional(options);
    }

    /**
     * A number with an exponent: {@code 1.25e+01}. Unless told, in the shortest digits that read back as it.
     *
     * @param x a real number without axes; integers count as float64
     */
    default String formatFloatScientific(NdArray x, FormatScientificOption... options) {
        return FormatFloat.of("formatFloatScientific", x).scientific(options);
    }

    /** As {@link #formatFloatScientific(NdArray, FormatScientificOption...)}; a Float is written as float32. */
    default String formatFloatScientific(Number x, FormatScientificOption... options) {
        return FormatFloat.of(x).scientific(options);
    }
}
