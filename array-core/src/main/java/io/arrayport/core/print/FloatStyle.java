package io.arrayport.core.print;

/**
 * How one finite number is written out, positional ({@code 12.5}) or scientific ({@code 1.25e+01}).
 *
 * @param unique stop at the shortest digits that read back as the number; otherwise write its exact value
 * @param most most digits after the point, or {@link #UNLIMITED} (only with {@code unique})
 * @param least fewest digits after the point to compute, even where fewer are unique; a negative number ends before it
 * @param zeros what becomes of trailing zeros
 * @param plus whether numbers without a minus get a plus
 * @param padLeft width of what stands before the point, sign included
 * @param padRight positional: width of what stands after the point
 * @param exponentDigits scientific: fewest digits of the exponent
 */
record FloatStyle(boolean unique, int most, int least, Zeros zeros, boolean plus, int padLeft, int padRight,
        int exponentDigits) {
    static final int UNLIMITED = Decimal.UNLIMITED;

    /** Unpadded, shortest digits in full: how a number stands alone. */
    static FloatStyle scalar(Zeros zeros, boolean plus) {
        return new FloatStyle(true, UNLIMITED, 0, zeros, plus, 0, 0, 2);
    }

    /** Fixed point. */
    String positional(double value, FloatPrecision precision) {
        double magnitude = Math.abs(value);
        Decimal decimal = unique
                ? Decimal.shortestToPlace(magnitude, precision, -most, -least)
                : Decimal.exactToPlace(magnitude, -most);
        return positional(value, decimal, unique ? least : most);
    }

    /** Fixed point, the limits counting digits from the first one on instead of digits after the point. */
    String significant(double value, FloatPrecision precision) {
        double magnitude = Math.abs(value);
        Decimal decimal = unique
                ? Decimal.shortestToDigits(magnitude, precision, most, least)
                : Decimal.exactToDigits(magnitude, most);
        return positional(value, decimal, (unique ? least : most) - Math.max(decimal.exponent() + 1, 1));
    }

    private String positional(double value, Decimal decimal, int fraction) {
        StringBuilder text = new StringBuilder(32);
        sign(text, value);
        for (int place = Math.max(decimal.exponent(), 0); place >= 0; place--) {
            text.append(decimal.digitAt(place));
        }
        int whole = text.length();
        text.append('.');
        for (int place = -1; place >= decimal.lastPlace(); place--) {
            text.append(decimal.digitAt(place));
        }
        trim(text, whole, fraction);
        text.repeat(' ', Math.max(padRight - Math.max(text.length() - whole - 1, 0), 0));
        return padLeft(text, whole);
    }

    /** One digit, the point, the others, the exponent. */
    String scientific(double value, FloatPrecision precision) {
        double magnitude = Math.abs(value);
        Decimal decimal = unique
                ? Decimal.shortestToDigits(magnitude, precision, most + 1, least + 1)
                : Decimal.exactToDigits(magnitude, most + 1);
        StringBuilder text = new StringBuilder(32);
        sign(text, value);
        text.append(decimal.digits().charAt(0));
        int whole = text.length();
        text.append('.').append(decimal.digits(), 1, decimal.digits().length());
        trim(text, whole, unique ? least : most);
        int exponent = decimal.exponent();
        String magnitudeOfExponent = Integer.toString(Math.abs(exponent));
        text.append('e').append(exponent < 0 ? '-' : '+');
        text.repeat('0', Math.max(exponentDigits - magnitudeOfExponent.length(), 0)).append(magnitudeOfExponent);
        return padLeft(text, whole);
    }

    private void sign(StringBuilder text, double value) {
        if (Double.doubleToRawLongBits(value) < 0) {
            text.append('-');
        } else if (plus) {
            text.append('+');
        }
    }

    /**
     * Applies {@link #zeros} to the fraction, whose point is at {@code point} and which ends the text.
     *
     * @param wanted digits of a fraction that is kept
     */
    private void trim(StringBuilder text, int point, int wanted) {
        if (zeros == Zeros.KEEP) {
            text.repeat('0', Math.max(wanted - (text.length() - point - 1), 0));
            return;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        text.setLength(end);
        if (end == point + 1) {
            switch (zeros) {
                case TO_ONE -> text.append('0');
                case TO_INTEGER -> text.setLength(point);
                default -> {
                    // The point stays.
                }
            }
        }
    }

    private String padLeft(StringBuilder text, int whole) {
        return text.insert(0, " ".repeat(Math.max(padLeft - whole, 0))).toString();
    }
}
