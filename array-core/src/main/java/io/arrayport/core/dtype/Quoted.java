package io.arrayport.core.dtype;

/** Text in quotes, as Python's {@code repr} writes a string. */
public final class Quoted {
    private static final int FIRST_PRINTED = 0x20;
    private static final int DELETE = 0x7f;
    private static final int LAST_OF_ONE_BYTE = 0xff;

    private Quoted() {}

    /** Returns the text between apostrophes; between quotation marks if it has apostrophes and none of those. */
    public static String of(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> append(quoted, c, quote));
        return quoted.append(quote).toString();
    }

    private static void append(StringBuilder to, int c, char quote) {
        switch (c) {
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            case '\\' -> to.append("\\\\");
            default -> {
                if (c == quote) {
                    to.append('\\').append(quote);
                } else if (isPrinted(c)) {
                    to.appendCodePoint(c);
                } else {
                    to.append(c <= LAST_OF_ONE_BYTE ? "\\x%02x".formatted(c)
                            : c <= Character.MAX_VALUE ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
                }
            }
        }
    }

    /** Whether Python shows it: no control, format, surrogate, private or unknown character, nor a space but one. */
    private static boolean isPrinted(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> c >= FIRST_PRINTED && c != DELETE;
        };
    }
}
