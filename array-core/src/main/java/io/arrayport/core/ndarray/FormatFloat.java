package io.arrayport.core.ndarray;

import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.ndarray.Array2stringOption.Precision;
import io.arrayport.core.ndarray.FormatFloatOption.Fractional;
import io.arrayport.core.ndarray.FormatFloatOption.MinDigits;
import io.arrayport.core.ndarray.FormatFloatOption.PadLeft;
import io.arrayport.core.ndarray.FormatFloatOption.PadRight;
import io.arrayport.core.ndarray.FormatFloatOption.PlusSign;
import io.arrayport.core.ndarray.FormatFloatOption.TrimZeros;
import io.arrayport.core.ndarray.FormatFloatOption.Unique;
import io.arrayport.core.ndarray.FormatScientificOption.ExpDigits;
import io.arrayport.core.print.FloatText;
import io.arrayport.core.print.Zeros;

/**
 * One number as text.
 *
 * @param value of the format
 */
public record FormatFloat(double value, FloatFormat format) {
    /**
     * The only element of an array.
     *
     * @param operation named in errors
     * @throws DTypeException if it is not a real number without axes
     */
    public static FormatFloat of(String operation, NdArray x) {
        if (x.ndim() > 0 || "biuf".indexOf(x.dtype().kind()) < 0) {
            throw new DTypeException(operation + ": x is an array of " + x.dtype() + " and shape " + x.shape()
                    + "; it must be one real number");
        }
        return new FormatFloat(x.toDouble(), x.dtype() instanceof FloatType type ? type.format()
                : FloatFormat.BINARY64);
    }

    /** A number; a Float is written as such, all others as float64. */
    public static FormatFloat of(Number x) {
        return new FormatFloat(x.doubleValue(), x instanceof Float ? FloatFormat.BINARY32 : FloatFormat.BINARY64);
    }

    /** {@code np.format_float_positional}. */
    public String positional(FormatFloatOption... options) {
        return text("formatFloatPositional", options).positional(value, format);
    }

    /** {@code np.format_float_scientific}. */
    public String scientific(FormatScientificOption... options) {
        return text("formatFloatScientific", options).scientific(value, format);
    }

    private static FloatText text(String operation, Option... options) {
        Option.requireDistinct(operation, options);
        Integer precision = null;
        boolean unique = true;
        boolean fractional = true;
        Zeros trim = Zeros.KEEP;
        boolean plus = false;
        int padLeft = 0;
        int padRight = 0;
        int exponentDigits = 2;
        Integer least = null;
        for (Option option : options) {
            switch (option) {
                case Precision(int digits) -> precision = digits;
                case Unique(boolean shortest) -> unique = shortest;
                case Fractional(boolean fromPoint) -> fractional = fromPoint;
                case TrimZeros(Zeros zeros) -> trim = zeros;
                case PlusSign(boolean given) -> plus = given;
                case PadLeft(int characters) -> padLeft = characters;
                case PadRight(int characters) -> padRight = characters;
                case ExpDigits(int digits) -> exponentDigits = digits;
                case MinDigits(int digits) -> least = digits;
                default -> throw new IllegalArgumentException(operation + ": no option " + option.keyword());
            }
        }
        return new FloatText(precision, unique, fractional, trim, plus, padLeft, padRight, exponentDigits, least);
    }
}
