package io.arrayport.core.io;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/** Reads one number after the other, as Python's {@code float} does, but for its underscores. */
final class RealText {
    private double value;

    /** The number read last. */
    double value() {
        return value;
    }

    /** Reads a text without blanks; false if it is no number. */
    boolean read(byte[] text, int from, int end) {
        int first = from < end && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
        if (first >= end) {
            return false;
        }
        int letter = text[first] | 0x20;
        if (letter == 'n' || letter == 'i') {
            boolean nan = is("nan", text, first, end);
            value = nan ? Double.NaN : text[from] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            return nan || is("inf", text, first, end) || is("infinity", text, first, end);
        }
        // Java has more: hexadecimal digits, and a letter for the type behind them
        boolean digits = text[first] == '.' || isDigit(text[first]);
        boolean ends = text[end - 1] == '.' || isDigit(text[end - 1]);
        if (!digits || !ends || first + 1 < end && (text[first + 1] | 0x20) == 'x') {
            return false;
        }
        try {
            value = JavaDoubleParser.parseDouble(text, from, end - from);
            return true;
        } catch (NumberFormatException malformed) {
            return false;
        }
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean is(String word, byte[] text, int from, int end) {
        if (end - from != word.length()) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if ((text[i] | 0x20) != word.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
