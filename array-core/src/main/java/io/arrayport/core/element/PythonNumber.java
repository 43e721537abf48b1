package io.arrayport.core.element;

import java.math.BigInteger;

import io.arrayport.core.dtype.Complex;
import org.jspecify.annotations.Nullable;

/** Numbers as Python's {@code int}, {@code float} and {@code complex} read them from strings. */
public final class PythonNumber {
    private PythonNumber() {}

    /**
     * Reads a whole number: blanks around it, a sign, decimal digits of any script, single underscores between them.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static BigInteger integer(String text) {
        String number = digits(strip(text));
        int sign = !number.isEmpty() && "+-".indexOf(number.charAt(0)) >= 0 ? 1 : 0;
        if (number.length() == sign || !number.chars().skip(sign).allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("astype: '" + text + "' is no whole number");
        }
        return new BigInteger(number);
    }

    /**
     * Reads a number: as {@link #integer}, with a fraction and an exponent, or {@code nan}, {@code inf},
     * {@code infinity}.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static double real(String text) {
        String number = digits(strip(text));
        Double value = read(number);
        if (value == null) {
            throw new IllegalArgumentException("astype: '" + text + "' is no number");
        }
        return value;
    }

    /**
     * Reads a complex number: a real one, an imaginary one ({@code 2j}), or one behind the other with a sign, also in
     * parentheses.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Complex complex(String text) {
        String number = digits(strip(text));
        if (number.startsWith("(") && number.endsWith(")")) {
            number = strip(number.substring(1, number.length() - 1));
        }
        Double real = read(number);
        if (real != null) {
            return new Complex(real, 0);
        }
        if (number.endsWith("j") || number.endsWith("J")) {
            String parts = number.substring(0, number.length() - 1);
            int split = split(parts);
            real = split == 0 ? Double.valueOf(0) : read(parts.substring(0, split));
            Double imag = imaginary(parts.substring(split));
            if (real != null && imag != null) {
                return new Complex(real, imag);
            }
        }
        throw new IllegalArgumentException("astype: '" + text + "' is no complex number");
    }

    /** Where the sign of the imaginary part stands; 0 if there is no real part. */
    private static int split(String parts) {
        for (int i = parts.length() - 1; i > 0; i--) {
            if ("+-".indexOf(parts.charAt(i)) >= 0 && "eE".indexOf(parts.charAt(i - 1)) < 0) {
                return i;
            }
        }
        return 0;
    }

    private static @Nullable Double imaginary(String part) {
        return switch (part) {
            case "", "+" -> Double.valueOf(1);
            case "-" -> Double.valueOf(-1);
            default -> read(part);
        };
    }

    /** Returns null if it is no number. */
    private static @Nullable Double read(String number) {
        int sign = !number.isEmpty() && "+-".indexOf(number.charAt(0)) >= 0 ? 1 : 0;
        boolean negative = number.startsWith("-");
        String magnitude = number.substring(sign);
        if (magnitude.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        if (magnitude.equalsIgnoreCase("inf") || magnitude.equalsIgnoreCase("infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return isDecimal(magnitude) ? Double.valueOf(number) : null;
    }

    /** Whether it is digits, perhaps with a point among them, and perhaps an exponent. Java would read more. */
    private static boolean isDecimal(String text) {
        int at = 0;
        int digits = 0;
        boolean point = false;
        for (; at < text.length() && (isDigit(text, at) || !point && text.charAt(at) == '.'); at++) {
            point |= text.charAt(at) == '.';
            digits += isDigit(text, at) ? 1 : 0;
        }
        if (digits == 0 || at == text.length()) {
            return digits > 0;
        }
        if ("eE".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        at += at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 2 : 1;
        int exponent = at;
        while (at < text.length() && isDigit(text, at)) {
            at++;
        }
        return at == text.length() && at > exponent;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Letter.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Letter.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Digits of any script become those of ASCII, and underscores between two digits go. */
    private static String digits(String text) {
        boolean ready = true;
        for (int i = 0; i < text.length(); i++) {
            ready &= text.charAt(i) < 0x80 && text.charAt(i) != '_';
        }
        if (ready) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean between = points[i] == '_' && i > 0 && i + 1 < points.length && Character.isDigit(points[i - 1])
                    && Character.isDigit(points[i + 1]);
            if (Character.isDigit(points[i])) {
                plain.append(Character.digit(points[i], 10));
            } else if (!between) {
                plain.appendCodePoint(points[i]);
            }
        }
        return plain.toString();
    }
}
