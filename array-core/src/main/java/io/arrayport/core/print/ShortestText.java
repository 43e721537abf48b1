package io.arrayport.core.print;

/**
 * The shortest digits that read back as a float or double, as Java finds them, in Python's notation. Numbers that are
 * not far from the least ones have fewer digits in NumPy, which writes one where Java writes two.
 */
final class ShortestText {
    private static final double LEAST_DOUBLE = 1e-300;
    private static final double LEAST_FLOAT = 1e-36;

    private ShortestText() {}

    /** Whether Java's digits are NumPy's. */
    static boolean holds(double magnitude, FloatPrecision precision) {
        return precision == FloatPrecision.DOUBLE && magnitude >= LEAST_DOUBLE
                || precision == FloatPrecision.SINGLE && magnitude >= LEAST_FLOAT;
    }

    /**
     * Writes a number.
     *
     * @param magnitude finite and not 0, for which {@link #holds} is true
     * @param sign what stands in front
     * @param positional whether without an exponent
     * @param whole what stands behind a whole number: {@code .0}, or nothing
     */
    static String of(double magnitude, FloatPrecision precision, String sign, boolean positional, String whole) {
        String java = precision == FloatPrecision.SINGLE ? Float.toString((float) magnitude)
                : Double.toString(magnitude);
        int mark = java.indexOf('E');
        int point = java.indexOf('.');
        int end = mark < 0 ? java.length() : mark;
        String digits = java.substring(0, point) + java.substring(point + 1, end);
        int exponent = point - 1 + (mark < 0 ? 0 : Integer.parseInt(java, mark + 1, java.length(), 10));
        int first = 0;
        while (digits.charAt(first) == '0') {
            first++;
        }
        int last = digits.length();
        while (digits.charAt(last - 1) == '0') {
            last--;
        }
        digits = digits.substring(first, last);
        exponent -= first;
        return positional ? positional(digits, exponent, sign, whole) : scientific(digits, exponent, sign);
    }

    private static String positional(String digits, int exponent, String sign, String whole) {
        if (exponent < 0) {
            return sign + "0." + "0".repeat(-exponent - 1) + digits;
        }
        if (exponent >= digits.length() - 1) {
            return sign + digits + "0".repeat(exponent + 1 - digits.length()) + whole;
        }
        return sign + digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }

    private static String scientific(String digits, int exponent, String sign) {
        int distance = Math.abs(exponent);
        return sign + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e"
                + (exponent < 0 ? "-" : "+") + (distance < 10 ? "0" : "") + distance;
    }
}
