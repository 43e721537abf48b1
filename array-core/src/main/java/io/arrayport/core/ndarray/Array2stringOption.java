package io.arrayport.core.ndarray;

import io.arrayport.core.print.PrintOptions;

/** Options of {@code np.array2string}. */
@Positional(5)
public sealed interface Array2stringOption extends Option {
    /**
     * How long a line may be.
     *
     * @param characters of a line before it wraps
     */
    record MaxLineWidth(int characters) implements PrintOption, Array2stringOption {}

    /**
     * How many digits stand after the decimal point.
     *
     * @param digits at most, or exactly, as the float mode has it
     */
    record Precision(int digits)
            implements PrintOption, Array2stringOption, PrintoptionsOption, FormatFloatOption, FormatScientificOption {}

    /**
     * Whether small numbers are written in fixed point.
     *
     * @param suppress whether those below the precision are written as zero
     */
    record SuppressSmall(boolean suppress) implements PrintOption, Array2stringOption {}

    /**
     * What stands between elements.
     *
     * @param text between two elements
     */
    record Separator(String text) implements Array2stringOption {}

    /**
     * What will stand before the result, as long as its text: later lines are indented by it.
     *
     * @param text not written itself
     */
    record Prefix(String text) implements Array2stringOption {}

    /**
     * From which size on the array is summarised.
     *
     * @param elements the most that are written in full
     */
    record Threshold(long elements) implements Array2stringOption, PrintoptionsOption {}

    /**
     * How many elements are shown at either end in a summary.
     *
     * @param items of each axis
     */
    record Edgeitems(int items) implements Array2stringOption, PrintoptionsOption {}

    /**
     * What stands before numbers that are not negative.
     *
     * @param sign as NumPy's
     */
    record SignOption(PrintOptions.Sign sign) implements Array2stringOption, PrintoptionsOption {}

    /**
     * How the precision is meant.
     *
     * @param mode as NumPy's
     */
    record FloatmodeOption(PrintOptions.FloatMode mode) implements Array2stringOption, PrintoptionsOption {}

    /**
     * What will stand behind the result, as long as its text: the last line leaves room for it.
     *
     * @param text not written itself
     */
    record Suffix(String text) implements Array2stringOption {}
}
