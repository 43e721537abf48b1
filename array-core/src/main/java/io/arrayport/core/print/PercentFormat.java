package io.arrayport.core.print;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.arrayport.core.error.CastingException;

/** Numbers in a text, as Python's {@code %} puts them: {@code "%8.3f"}, {@code "%d of %d"}. Digits are exact. */
public final class PercentFormat {
    private static final String FLAGS = "-+ #0";
    private static final int USUAL = 6;
    /** Longer than any number that is not made so on purpose. */
    private static final int WIDEST = 1 << 16;

    /** A number, or without a conversion a text that stands as it is. */
    private record Part(String text, char conversion, String flags, int width, int precision) {
        boolean has(char flag) {
            return flags.indexOf(flag) >= 0;
        }
    }

    private final String format;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int numbers;

    private PercentFormat(String format) {
        this.format = format;
    }

    /** @throws IllegalArgumentException if it is none */
    public static PercentFormat of(String format) {
        PercentFormat read = new PercentFormat(format);
        while (read.at < format.length()) {
            int percent = format.indexOf('%', read.at);
            String before = format.substring(read.at, percent < 0 ? format.length() : percent);
            if (!before.isEmpty()) {
                read.parts.add(new Part(before, ' ', "", 0, -1));
            }
            read.at += before.length();
            if (percent >= 0) {
                read.parts.add(read.number());
            }
        }
        return read;
    }

    private Part number() {
        int from = at++;
        int flags = at;
        while (at < format.length() && FLAGS.indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        String given = format.substring(flags, at);
        int width = digits();
        int precision = -1;
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            precision = digits();
        }
        while (at < format.length() && "hlL".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        char conversion = at < format.length() ? format.charAt(at++) : ' ';
        if (conversion == '%') {
            return new Part("%", ' ', "", 0, -1);
        }
        if ("diueEfFgGscxXo".indexOf(conversion) < 0) {
            throw new IllegalArgumentException("format '" + format + "': '" + format.substring(from, at)
                    + "' at " + from + " is none of %d %i %u %e %E %f %F %g %G %s %c %x %X %o %%");
        }
        numbers++;
        return new Part("", conversion, given, width, precision);
    }

    private int digits() {
        int from = at;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            at++;
        }
        int number = at - from > USUAL ? Integer.MAX_VALUE
                : at == from ? 0 : Integer.parseInt(format, from, at, 10);
        if (number > WIDEST) {
            throw new IllegalArgumentException("format '" + format + "': " + format.substring(from, at)
                    + " is wider than the " + WIDEST + " characters that are possible");
        }
        return number;
    }

    /** How many numbers it takes. */
    public int count() {
        return numbers;
    }

    /** The format as it was given. */
    @Override
    public String toString() {
        return format;
    }

    /**
     * Writes a row.
     *
     * @throws CastingException if a number cannot be written so: a fraction in hexadecimal, NaN as an integer
     */
    public void write(Cells row, StringBuilder out) {
        int place = 0;
        for (Part part : parts) {
            if (part.conversion == ' ') {
                out.append(part.text);
            } else {
                write(part, row, place++, out);
            }
        }
    }

    private void write(Part part, Cells row, int place, StringBuilder out) {
        int from = out.length();
        switch (part.conversion) {
            case 's' -> {
                String text = row.text(place);
                out.append(text, 0, part.precision < 0 ? text.length() : Math.min(part.precision, text.length()));
            }
            case 'c' -> character(part, row, place, out);
            case 'd', 'i', 'u' -> integer(part, row, place, out);
            case 'x', 'X', 'o' -> radix(part, row, place, out);
            default -> real(part, row.real(place), out);
        }
        pad(part, from, out);
    }

    private void pad(Part part, int from, StringBuilder out) {
        int missing = part.width - (out.length() - from);
        if (missing <= 0) {
            return;
        }
        if (part.has('-')) {
            out.repeat(' ', missing);
        } else if (part.has('0') && part.conversion != 's' && part.conversion != 'c') {
            out.insert(from + prefix(part, from, out), "0".repeat(missing));
        } else {
            out.insert(from, " ".repeat(missing));
        }
    }

    /** What zeros stand behind: the sign, and 0x. */
    private static int prefix(Part part, int from, StringBuilder out) {
        int sign = "+- ".indexOf(out.charAt(from)) >= 0 ? 1 : 0;
        return "xXo".indexOf(part.conversion) >= 0 && part.has('#') ? sign + 2 : sign;
    }

    private void integer(Part part, Cells row, int place, StringBuilder out) {
        String digits;
        if (row.isFloating(place)) {
            double value = row.real(place);
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException(
                        "format '" + format + "': %" + part.conversion + ": NaN is no integer");
            }
            if (Double.isInfinite(value)) {
                throw refused(part, value + " is no integer");
            }
            digits = Math.abs(value) < Long.MAX_VALUE ? Long.toString((long) value)
                    : new BigDecimal(value).toBigInteger().toString();
        } else {
            long value = row.integer(place);
            digits = row.isUnsigned(place) ? Long.toUnsignedString(value) : Long.toString(value);
        }
        signed(part, "", digits, out);
    }

    private void character(Part part, Cells row, int place, StringBuilder out) {
        if (row.isFloating(place)) {
            throw refused(part, "a number with a fraction is no character");
        }
        long code = row.integer(place);
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            throw refused(part, (row.isUnsigned(place) ? Long.toUnsignedString(code) : code) + " is no character");
        }
        out.appendCodePoint((int) code);
    }

    private void radix(Part part, Cells row, int place, StringBuilder out) {
        if (row.isFloating(place)) {
            throw refused(part, "a number with a fraction has no such form");
        }
        long value = row.integer(place);
        BigInteger number = row.isUnsigned(place) ? new BigInteger(Long.toUnsignedString(value))
                : BigInteger.valueOf(value);
        String digits = number.toString(part.conversion == 'o' ? 8 : 16);
        String prefix = !part.has('#') ? "" : part.conversion == 'o' ? "0o" : "0x";
        signed(part, part.conversion == 'X' ? prefix.toUpperCase(Locale.ROOT) : prefix,
                part.conversion == 'X' ? digits.toUpperCase(Locale.ROOT) : digits, out);
    }

    /** Appends an integer: a sign where asked for, at least as many digits as the precision says. */
    private static void signed(Part part, String prefix, String digits, StringBuilder out) {
        boolean negative = digits.startsWith("-");
        String bare = negative ? digits.substring(1) : digits;
        sign(part, negative, out);
        out.append(prefix).repeat('0', Math.max(0, part.precision - bare.length())).append(bare);
    }

    private static void sign(Part part, boolean negative, StringBuilder out) {
        if (negative) {
            out.append('-');
        } else if (part.has('+')) {
            out.append('+');
        } else if (part.has(' ')) {
            out.append(' ');
        }
    }

    private CastingException refused(Part part, String why) {
        return new CastingException("format '" + format + "': %" + part.conversion + ": " + why);
    }

    private static void real(Part part, double value, StringBuilder out) {
        boolean upper = part.conversion < 'a';
        sign(part, Double.doubleToRawLongBits(value) < 0 && !Double.isNaN(value), out);
        if (!Double.isFinite(value)) {
            String word = Double.isNaN(value) ? "nan" : "inf";
            out.append(upper ? word.toUpperCase(Locale.ROOT) : word);
            return;
        }
        double magnitude = Math.abs(value);
        int precision = part.precision < 0 ? USUAL : part.precision;
        switch (Character.toLowerCase(part.conversion)) {
            case 'e' -> scientific(digits(magnitude, precision + 1), precision, part, false, out);
            case 'f' -> fixed(magnitude, precision, part, false, out);
            default -> {
                int digits = Math.max(precision, 1);
                Decimal exact = digits(magnitude, digits);
                if (exact.exponent() >= -4 && exact.exponent() < digits) {
                    fixed(magnitude, digits - 1 - exact.exponent(), part, !part.has('#'), out);
                } else {
                    scientific(exact, digits - 1, part, !part.has('#'), out);
                }
            }
        }
    }

    /** So many digits of a number, exactly. */
    private static Decimal digits(double value, int count) {
        if (value > 0) {
            int exponent = (int) Math.floor(Math.log10(value));
            long scaled = ExactDigits.scaled(value, count - 1 - exponent);
            String digits = scaled == ExactDigits.NONE ? "" : Long.toString(scaled);
            // Others where the logarithm was one off, or the last digit was carried to the first
            if (digits.length() == count) {
                return new Decimal(digits, exponent);
            }
        }
        return Decimal.exactToDigits(value, count);
    }

    private static void fixed(double value, int precision, Part part, boolean trim, StringBuilder out) {
        int from = out.length();
        long scaled = ExactDigits.scaled(value, precision);
        if (scaled != ExactDigits.NONE) {
            out.append(scaled);
            int digits = out.length() - from;
            if (digits <= precision) {
                out.insert(from, "0".repeat(precision + 1 - digits));
            }
        } else {
            Decimal exact = Decimal.exactToPlace(value, -precision);
            for (int place = Math.max(exact.exponent(), 0); place >= -precision; place--) {
                out.append(exact.digitAt(place));
            }
        }
        out.insert(out.length() - precision, '.');
        end(from, precision, part, trim, out);
    }

    private static void scientific(Decimal exact, int precision, Part part, boolean trim, StringBuilder out) {
        int from = out.length();
        int exponent = exact.exponent();
        out.append(exact.digitAt(exponent)).append('.');
        int there = Math.min(exact.digits().length(), precision + 1);
        out.append(exact.digits(), 1, there).repeat('0', precision + 1 - there);
        end(from, precision, part, trim, out);
        out.append(part.conversion < 'a' ? 'E' : 'e').append(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) {
            out.append('0');
        }
        out.append(Math.abs(exponent));
    }

    /** The point stays only if something follows it or it is asked for. */
    private static void end(int from, int precision, Part part, boolean trim, StringBuilder out) {
        if (trim && precision > 0) {
            int end = out.length();
            while (out.charAt(end - 1) == '0') {
                end--;
            }
            out.setLength(end);
        }
        if (out.length() > from && out.charAt(out.length() - 1) == '.' && !part.has('#')) {
            out.setLength(out.length() - 1);
        }
    }
}
