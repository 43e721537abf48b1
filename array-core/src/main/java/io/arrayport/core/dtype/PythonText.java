package io.arrayport.core.dtype;

import java.util.Locale;

/** Strings and bytes as Python's {@code repr} writes them. */
public final class PythonText {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7F;

    private PythonText() {}

    /** Returns what reads as the same string: {@code 'it'}, {@code "it's"}, {@code 'a\nb'}. */
    public static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(character -> append(out, character, quote, isPrintable(character)));
        return out.append(quote).toString();
    }

    /** Returns what reads as the same bytes: {@code b'it'}, {@code b'\xff'}. */
    public static String repr(byte[] bytes) {
        boolean single = false;
        boolean twice = false;
        for (byte value : bytes) {
            single |= value == '\'';
            twice |= value == '"';
        }
        char quote = single && !twice ? '"' : '\'';
        StringBuilder out = new StringBuilder("b").append(quote);
        for (byte value : bytes) {
            append(out, value & 0xFF, quote, value >= FIRST_PRINTABLE && value < DELETE);
        }
        return out.append(quote).toString();
    }

    /** Returns bytes that mean no characters: each by its number. */
    public static String hexadecimal(byte[] bytes) {
        StringBuilder out = new StringBuilder("b'");
        for (byte value : bytes) {
            out.append(String.format(Locale.ROOT, "\\x%02X", value & 0xFF));
        }
        return out.append('\'').toString();
    }

    private static void append(StringBuilder out, int character, char quote, boolean printable) {
        switch (character) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (character == quote) {
                    out.append('\\').append(quote);
                } else if (printable) {
                    out.appendCodePoint(character);
                } else if (character <= 0xFF) {
                    out.append(String.format(Locale.ROOT, "\\x%02x", character));
                } else if (character <= 0xFFFF) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", character));
                } else {
                    out.append(String.format(Locale.ROOT, "\\U%08x", character));
                }
            }
        }
    }

    /** Python's: all but separators other than the blank, and what is no character. */
    private static boolean isPrintable(int character) {
        return character == ' ' || switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
