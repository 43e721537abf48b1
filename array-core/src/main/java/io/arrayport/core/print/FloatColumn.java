package io.arrayport.core.print;

import io.arrayport.core.print.PrintOptions.FloatMode;
import io.arrayport.core.print.PrintOptions.Sign;

/**
 * Writes the real numbers of one array so that their points align: notation, digits and widths follow from all of them.
 * Non-finite numbers only count for the width.
 */
final class FloatColumn {
    private final FloatPrecision precision;
    private final PrintOptions options;
    private final boolean scientific;
    private final FloatStyle style;

    private FloatColumn(FloatPrecision precision, PrintOptions options, boolean scientific, FloatStyle style) {
        this.precision = precision;
        this.options = options;
        this.scientific = scientific;
        this.style = style;
    }

    /** The format for {@code sample}, numbers of {@code precision}; {@code options} are those of the array. */
    static FloatColumn of(double[] sample, FloatPrecision precision, PrintOptions options) {
        boolean scientific = isScientific(sample, precision, options);
        Measure measure = new Measure(options, scientific);
        for (double value : sample) {
            measure.add(value, precision);
        }
        return new FloatColumn(precision, options, scientific, measure.style());
    }

    private static boolean isScientific(double[] sample, FloatPrecision precision, PrintOptions options) {
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : sample) {
            double magnitude = Math.abs(value);
            if (magnitude > 0 && magnitude < Double.POSITIVE_INFINITY) {
                largest = Math.max(largest, magnitude);
                smallest = Math.min(smallest, magnitude);
            }
        }
        if (largest == 0) {
            return false;
        }
        // NumPy compares and divides in the array's own precision, where 1e-4 is another number and a ratio may round
        // or overflow.
        return largest >= Math.pow(10, Math.min(8, precision.decimals)) || !options.suppress()
                && (smallest < precision.round(1e-4) || precision.round(largest / smallest) > 1000);
    }

    /** The text of {@code value}, padded to the column. */
    String format(double value) {
        if (!Double.isFinite(value)) {
            String text = nonFinite(value);
            return " ".repeat(Math.max(style.padLeft() + style.padRight() + 1 - text.length(), 0)) + text;
        }
        return scientific ? style.scientific(value, precision) : style.positional(value, precision);
    }

    private String nonFinite(double value) {
        String plus = options.sign() == Sign.ALWAYS ? "+" : "";
        if (Double.isNaN(value)) {
            return plus + options.nanstr();
        }
        return (value < 0 ? "-" : plus) + options.infstr();
    }

    /** First pass: writes every number as short as it may be and keeps the widths. */
    private static final class Measure {
        private final PrintOptions options;
        private final boolean scientific;
        private final FloatStyle first;
        private boolean anyFinite;
        private boolean anyNonFinite;
        private boolean anyNegative;
        private boolean negativeInfinity;
        private int whole;
        private int fraction;
        private int exponentDigits;

        Measure(PrintOptions options, boolean scientific) {
            this.options = options;
            this.scientific = scientific;
            boolean fixed = options.floatmode() == FloatMode.FIXED;
            int most = options.floatmode() == FloatMode.UNIQUE ? FloatStyle.UNLIMITED : options.precision();
            this.first = new FloatStyle(!fixed, most, 0, fixed ? Zeros.KEEP : Zeros.TO_POINT,
                    options.sign() == Sign.ALWAYS, 0, 0, 2);
        }

        void add(double value, FloatPrecision precision) {
            if (!Double.isFinite(value)) {
                anyNonFinite = true;
                negativeInfinity |= value < 0;
                return;
            }
            anyFinite = true;
            anyNegative |= Double.doubleToRawLongBits(value) < 0;
            String text = scientific ? first.scientific(value, precision) : first.positional(value, precision);
            int point = text.indexOf('.');
            int end = text.length();
            if (scientific) {
                end = text.lastIndexOf('e');
                exponentDigits = Math.max(exponentDigits, text.length() - end - 2);
            }
            whole = Math.max(whole, point);
            fraction = Math.max(fraction, end - point - 1);
        }

        FloatStyle style() {
            boolean equal = scientific || options.floatmode() == FloatMode.FIXED
                    || options.floatmode() == FloatMode.MAXPREC_EQUAL;
            int padLeft = whole;
            // Scientific numbers end flush anyway; there this is the width for nan and inf.
            int padRight = scientific ? exponentDigits + 2 + fraction : fraction;
            if (anyFinite && options.sign() == Sign.SPACE && !anyNegative) {
                padLeft++;
            }
            if (anyNonFinite) {
                int infinitySign = options.sign() != Sign.NEGATIVE_ONLY || negativeInfinity ? 1 : 0;
                int after = padRight + 1;
                padLeft = Math.max(padLeft, Math.max(options.nanstr().length() - after,
                        options.infstr().length() + infinitySign - after));
            }
            return new FloatStyle(first.unique(), equal ? fraction : first.most(), equal ? fraction : 0,
                    equal ? Zeros.KEEP : Zeros.TO_POINT, first.plus(), padLeft, padRight, exponentDigits);
        }
    }
}
