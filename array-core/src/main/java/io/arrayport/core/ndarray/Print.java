package io.arrayport.core.ndarray;

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
import io.arrayport.core.print.PrintOptions.FloatMode;
import io.arrayport.core.print.PrintOptions.Sign;

/** What the options of printing say together. */
record Print(PrintOptions options, String separator, String prefix, String suffix) {
    /** @param options of the families of printing */
    static Print of(String operation, Option... options) {
        Option.requireDistinct(operation, options);
        Print print = new Print(PrintState.current().options(), " ", "", "");
        for (Option option : options) {
            print = print.with(option);
        }
        return print;
    }

    private Print with(Option option) {
        return switch (option) {
            case MaxLineWidth(int characters) -> with(options.withLinewidth(characters));
            case Precision(int digits) -> with(options.withPrecision(digits));
            case SuppressSmall(boolean suppress) -> with(options.withSuppress(suppress));
            case Threshold(long elements) -> with(options.withThreshold(elements));
            case Edgeitems(int items) -> with(options.withEdgeitems(items));
            case SignOption(Sign sign) -> with(options.withSign(sign));
            case FloatmodeOption(FloatMode mode) -> with(options.withFloatmode(mode));
            case Separator(String text) -> new Print(options, text, prefix, suffix);
            case Prefix(String text) -> new Print(options, separator, text, suffix);
            case Suffix(String text) -> new Print(options, separator, prefix, text);
            default -> throw new IllegalArgumentException("print: it takes no " + option.keyword());
        };
    }

    private Print with(PrintOptions other) {
        return new Print(other, separator, prefix, suffix);
    }
}
