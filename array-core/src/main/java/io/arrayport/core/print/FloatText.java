package io.arrayport.core.print;

import io.arrayport.core.dtype.FloatFormat;
import org.jspecify.annotations.Nullable;

/**
 * How one number is written: NumPy's {@code format_float_positional} and {@code format_float_scientific}. Start from
 * {@link #SHORTEST}.
 *
 * @param precision most digits; null writes as many as there are
 * @param unique whether the shortest digits are written that read back as the number, else those of its exact value
 * @param fractional whether digits are counted from the point on, else from the first one that is not 0
 * @param trim what becomes of trailing zeros
 * @param plus whether numbers that are not negative get a plus
 * @param padLeft width of what stands before the point, sign included
 * @param padRight width of what stands after the point
 * @param exponentDigits fewest digits of an exponent
 * @param least fewest digits; null writes no more than there are
 */
public record FloatText(@Nullable Integer precision, boolean unique, boolean fractional, Zeros trim, boolean plus,
        int padLeft, int padRight, int exponentDigits, @Nullable Integer least) {
    /** NumPy's defaults: the shortest digits that read back as the number. */
    public static final FloatText SHORTEST = new FloatText(null, true, true, Zeros.KEEP, false, 0, 0, 2,
            null);

    /** A float64's exact value has 1074 digits after the point at most; NumPy refuses longer texts, too. */
    private static final int LONGEST = 16383;

    /**
     * @throws IllegalArgumentException if a count is negative; if the precision is not there though digits are to be
     *         exact, or less than the fewest digits; if the text would be longer than 16383 characters
     */
    public FloatText {
        requireShort("precision", precision);
        requireShort("minDigits", least);
        requireShort("padLeft", padLeft);
        requireShort("padRight", padRight);
        requireShort("expDigits", exponentDigits);
        if (precision == null && !unique) {
            throw new IllegalArgumentException("formatFloat: unique(false) needs a precision");
        }
        if (precision != null && least != null && least > precision) {
            throw new IllegalArgumentException("formatFloat: minDigits is " + least + ", more than the precision "
                    + precision);
        }
    }

    private static void requireShort(String option, @Nullable Integer characters) {
        if (characters != null && (characters < 0 || characters > LONGEST)) {
            throw new IllegalArgumentException("formatFloat: " + option + " is " + characters
                    + ", it must be 0 to " + LONGEST + ", as many characters as a text may have");
        }
    }

    /** Fixed point: {@code 12.5}. */
    public String positional(double value, FloatFormat format) {
        if (!Double.isFinite(value)) {
            return nonFinite(value);
        }
        FloatPrecision precision = FloatPrecision.of(format);
        return fractional ? style().positional(value, precision) : style().significant(value, precision);
    }

    /** With an exponent: {@code 1.25e+01}. */
    public String scientific(double value, FloatFormat format) {
        return Double.isFinite(value) ? style().scientific(value, FloatPrecision.of(format)) : nonFinite(value);
    }

    private FloatStyle style() {
        return new FloatStyle(unique, precision == null ? FloatStyle.UNLIMITED : precision,
                least == null ? -FloatStyle.UNLIMITED : least, trim, plus, padLeft, padRight, exponentDigits);
    }

    private String nonFinite(double value) {
        return Double.isNaN(value) ? "nan" : value < 0 ? "-inf" : plus ? "+inf" : "inf";
    }
}
