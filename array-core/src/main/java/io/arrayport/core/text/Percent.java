package io.arrayport.core.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.arrayport.core.error.DTypeException;
import io.arrayport.core.print.ScalarText;

/** Python's {@code format % value} of one value. */
final class Percent {
    private static final Pattern PLACE = Pattern.compile("%([-+ 0#]*)(\\d{0,9})(?:\\.(\\d{0,9}))?[hlL]?(.)",
            Pattern.DOTALL);
    private static final int PRECISION = 6;

    private final String flags;
    private final int width;
    private final int precision;
    private final char form;

    private Percent(Matcher place) {
        flags = place.group(1);
        width = place.group(2).isEmpty() ? 0 : Integer.parseInt(place.group(2));
        String digits = place.group(3);
        precision = digits == null ? -1 : digits.isEmpty() ? 0 : Integer.parseInt(digits);
        form = place.group(4).charAt(0);
    }

    /**
     * Writes a value where the format has a place for it.
     *
     * @param value as {@code item()} gives it
     * @throws IllegalArgumentException if the format has several places, or is none
     * @throws DTypeException if the value has no such form
     */
    static String format(String format, Object value) {
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(format);
        int done = 0;
        boolean used = false;
        for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', done)) {
            out.append(format, done, at);
            if (!place.find(at) || place.start() != at) {
                throw new IllegalArgumentException("mod: the format '" + format + "' ends within a place");
            }
            done = place.end();
            if (place.group(4).equals("%")) {
                out.append('%');
                continue;
            }
            if (used) {
                throw new IllegalArgumentException(
                        "mod: the format '" + format + "' has places for several values, and "
                                + "there is one for each string");
            }
            used = true;
            out.append(new Percent(place).write(value));
        }
        return out.append(format, done, format.length()).toString();
    }

    private String write(Object value) {
        return switch (form) {
            case 's', 'r', 'a' -> padded("", cut(string(value)));
            case 'c' -> padded("", value instanceof Number code ? Character.toString(code.intValue()) : string(value));
            case 'd', 'i', 'u' -> whole(integer(value), 10, "");
            case 'x' -> whole(integer(value), 16, "0x");
            case 'X' -> whole(integer(value), 16, "0X").toUpperCase(Locale.ROOT);
            case 'o' -> whole(integer(value), 8, "0o");
            case 'e', 'f', 'g' -> real(number(value));
            case 'E', 'F', 'G' -> real(number(value)).toUpperCase(Locale.ROOT);
            default -> throw new IllegalArgumentException("mod: there is no form '" + form + "'");
        };
    }

    private static String string(Object value) {
        return switch (value) {
            case String text -> text;
            case byte[] bytes -> new String(bytes, StandardCharsets.ISO_8859_1);
            default -> ScalarText.of(value);
        };
    }

    private String cut(String text) {
        return precision < 0 || precision >= text.length() ? text : text.substring(0, precision);
    }

    private BigInteger integer(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
            case BigInteger big -> big;
            case Long number -> BigInteger.valueOf(number);
            case Double number when Double.isFinite(number) && "diu".indexOf(form) >= 0 -> new BigDecimal(number)
                    .toBigInteger();
            default -> throw new DTypeException("mod: %" + form + " takes an integer, not " + value);
        };
    }

    private double number(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1 : 0;
            case Number number -> number.doubleValue();
            default -> throw new DTypeException("mod: %" + form + " takes a real number, not " + value);
        };
    }

    private String whole(BigInteger value, int radix, String prefix) {
        String digits = value.abs().toString(radix);
        String zeros = "0".repeat(Math.max(0, precision - digits.length()));
        return padded(sign(value.signum() < 0) + (flags.contains("#") ? prefix : ""), zeros + digits);
    }

    private String sign(boolean negative) {
        return negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    }

    private String real(double value) {
        boolean negative = Math.copySign(1, value) < 0 && !Double.isNaN(value);
        if (!Double.isFinite(value)) {
            return padded(sign(negative), Double.isNaN(value) ? "nan" : "inf");
        }
        BigDecimal magnitude = new BigDecimal(Math.abs(value));
        int digits = precision < 0 ? PRECISION : precision;
        return padded(sign(negative), switch (form) {
            case 'f', 'F' -> magnitude.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
            case 'e', 'E' -> scientific(magnitude, digits);
            default -> general(magnitude, Math.max(1, digits));
        });
    }

    private static BigDecimal rounded(BigDecimal value, int digits) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static int exponent(BigDecimal value) {
        return value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
    }

    private static String scientific(BigDecimal value, int digits) {
        BigDecimal rounded = rounded(value, digits + 1);
        int exponent = exponent(rounded);
        return rounded.movePointLeft(exponent).setScale(digits, RoundingMode.HALF_EVEN).toPlainString()
                + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private String general(BigDecimal value, int digits) {
        int exponent = exponent(rounded(value, digits));
        boolean fixed = exponent >= -4 && exponent < digits;
        String text = fixed ? value.setScale(digits - 1 - exponent, RoundingMode.HALF_EVEN).toPlainString()
                : scientific(value, digits - 1);
        if (flags.contains("#") || text.indexOf('.') < 0) {
            return text;
        }
        int end = text.indexOf('e') < 0 ? text.length() : text.indexOf('e');
        String mantissa = text.substring(0, end).replaceFirst("\\.?0+$", "");
        return mantissa + text.substring(end);
    }

    private String padded(String sign, String text) {
        int room = Math.max(0, width - sign.length() - text.length());
        if (flags.contains("-")) {
            return sign + text + " ".repeat(room);
        }
        boolean zeros = flags.contains("0") && "srac".indexOf(form) < 0;
        return zeros ? sign + "0".repeat(room) + text : " ".repeat(room) + sign + text;
    }
}
