package io.arrayport.core.print;

/**
 * How arrays print: {@code numpy.get_printoptions()} as a value, without {@code formatter}, {@code legacy} and
 * {@code override_repr}. Start from {@link #DEFAULTS} and change one thing at a time.
 *
 * @param precision most digits after the decimal point; at least 0
 * @param threshold arrays of more elements than this are summarised; at least 0
 * @param edgeitems elements shown at either end of an axis in a summary; at least 0
 * @param linewidth characters in a line before it wraps; rows are never cut inside an element
 * @param suppress whether small numbers print in fixed point, so that those below the precision print as zero
 * @param nanstr text of a not-a-number
 * @param infstr text of infinity, without its sign
 * @param sign what stands before numbers that are not negative
 * @param floatmode how {@code precision} is meant
 */
public record PrintOptions(int precision, long threshold, int edgeitems, int linewidth, boolean suppress,
        String nanstr, String infstr, Sign sign, FloatMode floatmode) {

    /** NumPy's defaults: precision 8, threshold 1000, edgeitems 3, linewidth 75, maxprec. */
    public static final PrintOptions DEFAULTS = new PrintOptions(8, 1000, 3, 75, false, "nan", "inf",
            Sign.NEGATIVE_ONLY, FloatMode.MAXPREC);

    /** What stands before numbers that are not negative; NumPy's {@code sign}. */
    public enum Sign {
        /** Nothing; NumPy's {@code '-'}. */
        NEGATIVE_ONLY,
        /** A plus sign; NumPy's {@code '+'}. */
        ALWAYS,
        /** A blank; NumPy's {@code ' '}. */
        SPACE;

        /**
         * Reads NumPy's {@code '-'}, {@code '+'} or {@code ' '}.
         *
         * @throws IllegalArgumentException if {@code text} is none of these
         */
        public static Sign of(String text) {
            return switch (text) {
                case "-" -> NEGATIVE_ONLY;
                case "+" -> ALWAYS;
                case " " -> SPACE;
                default -> throw new IllegalArgumentException("sign: '" + text + "' is none of '-', '+' and ' '");
            };
        }
    }

    /** How {@link PrintOptions#precision()} is meant; NumPy's {@code floatmode}. */
    public enum FloatMode {
        /** Exactly that many digits after the point, whether needed or not. */
        FIXED,
        /** As many digits as tell each number from its neighbours; the precision is ignored. */
        UNIQUE,
        /** At most that many digits, fewer where fewer tell the number from its neighbours. */
        MAXPREC,
        /** As {@link #MAXPREC}, and all numbers of an array get as many digits as the longest needs. */
        MAXPREC_EQUAL
    }

    /** @throws IllegalArgumentException if a count is negative */
    public PrintOptions {
        requireCount("precision", precision);
        requireCount("threshold", threshold);
        requireCount("edgeitems", edgeitems);
    }

    private static void requireCount(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("PrintOptions: " + name + " is " + value + ", expected 0 or more");
        }
    }

    /** These options with another precision. */
    public PrintOptions withPrecision(int value) {
        return new PrintOptions(value, threshold, edgeitems, linewidth, suppress, nanstr, infstr, sign, floatmode);
    }

    /** These options with another threshold; {@code Long.MAX_VALUE} never summarises. */
    public PrintOptions withThreshold(long value) {
        return new PrintOptions(precision, value, edgeitems, linewidth, suppress, nanstr, infstr, sign, floatmode);
    }

    /** These options with another number of edge items. */
    public PrintOptions withEdgeitems(int value) {
        return new PrintOptions(precision, threshold, value, linewidth, suppress, nanstr, infstr, sign, floatmode);
    }

    /** These options with another line width. */
    public PrintOptions withLinewidth(int value) {
        return new PrintOptions(precision, threshold, edgeitems, value, suppress, nanstr, infstr, sign, floatmode);
    }

    /** These options with small numbers printed in fixed point, or not. */
    public PrintOptions withSuppress(boolean value) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, value, nanstr, infstr, sign, floatmode);
    }

    /** These options with another text for a not-a-number. */
    public PrintOptions withNanstr(String value) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, suppress, value, infstr, sign, floatmode);
    }

    /** These options with another text for infinity. */
    public PrintOptions withInfstr(String value) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, suppress, nanstr, value, sign, floatmode);
    }

    /** These options with another sign rule. */
    public PrintOptions withSign(Sign value) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, suppress, nanstr, infstr, value, floatmode);
    }

    /** These options with another float mode. */
    public PrintOptions withFloatmode(FloatMode value) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, suppress, nanstr, infstr, sign, value);
    }
}
