package io.arrayport.core;

import io.arrayport.core.ndarray.Array2stringOption.Edgeitems;
import io.arrayport.core.ndarray.Array2stringOption.FloatmodeOption;
import io.arrayport.core.ndarray.Array2stringOption.MaxLineWidth;
import io.arrayport.core.ndarray.Array2stringOption.Precision;
import io.arrayport.core.ndarray.Array2stringOption.Prefix;
import io.arrayport.core.ndarray.Array2stringOption.Separator;
import io.arrayport.core.ndarray.Array2stringOption.SignOption;
import io.arrayport.core.ndarray.Array2stringOption.Suffix;
import io.arrayport.core.ndarray.Array2stringOption.SuppressSmall;
import io.arrayport.core.ndarray.Array2stringOption.Threshold;
import io.arrayport.core.print.PrintOptions;

/** The keyword arguments of printing; import them with all others from {@link Options}. */
public abstract sealed class PrintingOptions extends SortingOptions permits Options {
    PrintingOptions() {}

    /** Wrap lines that are longer. */
    public static MaxLineWidth maxLineWidth(int characters) {
        return new MaxLineWidth(characters);
    }

    /** So many digits after the decimal point. */
    public static Precision precision(int digits) {
        return new Precision(digits);
    }

    /** Whether numbers below the precision are written as zero. */
    public static SuppressSmall suppressSmall(boolean suppress) {
        return new SuppressSmall(suppress);
    }

    /** This between elements. */
    public static Separator separator(String text) {
        return new Separator(text);
    }

    /** Leave room for this before the result. */
    public static Prefix prefix(String text) {
        return new Prefix(text);
    }

    /** Summarise arrays of more elements. */
    public static Threshold threshold(long elements) {
        return new Threshold(elements);
    }

    /** Show so many elements at either end of a summary. */
    public static Edgeitems edgeitems(int items) {
        return new Edgeitems(items);
    }

    /** This before numbers that are not negative. */
    public static SignOption sign(PrintOptions.Sign sign) {
        return new SignOption(sign);
    }

    /** How the precision is meant. */
    public static FloatmodeOption floatmode(PrintOptions.FloatMode mode) {
        return new FloatmodeOption(mode);
    }

    /** Leave room for this behind the result. */
    public static Suffix suffix(String text) {
        return new Suffix(text);
    }
}
