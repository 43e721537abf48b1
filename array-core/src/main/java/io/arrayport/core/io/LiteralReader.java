package io.arrayport.core.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Python's literals as far as headers of .npy files have them: texts, integers, truth values, None, tuples, lists
 * and dictionaries by texts. Nothing is evaluated, and nesting has an end.
 */
final class LiteralReader {
    /** Structured types lie in each other; nobody's so deep. */
    private static final int DEEPEST = 40;

    private final String text;
    /** Whether integers may end in L, as those of Python 2. */
    private final boolean old;
    private int at;
    private int depth;

    private LiteralReader(String text, boolean old) {
        this.text = text;
        this.old = old;
    }

    /** @throws IllegalArgumentException saying where it is no literal */
    static Literal read(String text, boolean old) {
        LiteralReader reader = new LiteralReader(text, old);
        Literal value = reader.value();
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.unexpected("the end");
        }
        return value;
    }

    private Literal value() {
        blanks();
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("more than " + DEEPEST + " brackets lie in each other");
        }
        char first = at < text.length() ? text.charAt(at) : ' ';
        Literal value = switch (first) {
            case '{' -> dict();
            case '(' -> tuple();
            case '[' -> new Literal.Items(items(']').items);
            case '\'', '"' -> new Literal.Text(string());
            case 'u' -> {
                at++;
                yield new Literal.Text(string());
            }
            case '-', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> word();
        };
        depth--;
        return value;
    }

    private Literal word() {
        if (text.startsWith("True", at)) {
            at += 4;
            return new Literal.Truth(true);
        }
        if (text.startsWith("False", at)) {
            at += 5;
            return new Literal.Truth(false);
        }
        if (text.startsWith("None", at)) {
            at += 4;
            return new Literal.None();
        }
        throw unexpected("a value");
    }

    private Literal number() {
        int from = at;
        if (text.charAt(at) == '-' || text.charAt(at) == '+') {
            at++;
        }
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(from, at);
        if (old && at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        try {
            return new Literal.Whole(Long.parseLong(digits));
        } catch (NumberFormatException tooLong) {
            throw new IllegalArgumentException("'" + digits + "' at " + from + " is no integer of 64 bits", tooLong);
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String string() {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote != '\'' && quote != '"') {
            throw unexpected("a quote");
        }
        at++;
        StringBuilder value = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw unexpected("a closing quote");
            }
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            value.appendCodePoint(c == '\\' ? escaped() : c);
        }
    }

    private int escaped() {
        if (at >= text.length()) {
            throw unexpected("an escaped character");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '\\', '\'', '"' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            default -> throw new IllegalArgumentException("'\\" + c + "' at " + (at - 2) + " stands for nothing");
        };
    }

    private int hexadecimal(int digits) {
        int end = at + digits;
        if (end > text.length()) {
            throw unexpected(digits + " hexadecimal digits");
        }
        String hex = text.substring(at, end);
        at = end;
        if (!hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException("'" + hex + "' is no hexadecimal number");
        }
        long point = Long.parseLong(hex, 16);
        if (point > Character.MAX_CODE_POINT) {
            throw new IllegalArgumentException("'" + hex + "' is no character");
        }
        return (int) point;
    }

    /** What stands between two brackets, and whether it ends with a comma. */
    private record Bracket(List<Literal> items, boolean comma) {}

    private Literal tuple() {
        Bracket bracket = items(')');
        return bracket.items.size() == 1 && !bracket.comma ? bracket.items.getFirst()
                : new Literal.Tuple(bracket.items);
    }

    private Bracket items(char close) {
        at++;
        List<Literal> items = new ArrayList<>();
        boolean comma = true;
        while (!closes(close)) {
            if (!comma) {
                throw unexpected("a comma");
            }
            items.add(value());
            comma = takes(',');
        }
        return new Bracket(items, comma);
    }

    private Literal dict() {
        at++;
        Map<String, Literal> entries = new LinkedHashMap<>();
        boolean comma = true;
        while (!closes('}')) {
            if (!comma) {
                throw unexpected("a comma");
            }
            String key = string();
            if (!takes(':')) {
                throw unexpected("a colon");
            }
            if (entries.put(key, value()) != null) {
                throw new IllegalArgumentException("the key '" + key + "' is there twice");
            }
            comma = takes(',');
        }
        return new Literal.Dict(entries);
    }

    private boolean closes(char close) {
        blanks();
        if (at >= text.length()) {
            throw unexpected("'" + close + "'");
        }
        boolean closes = text.charAt(at) == close;
        at += closes ? 1 : 0;
        return closes;
    }

    private boolean takes(char c) {
        blanks();
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException unexpected(String wanted) {
        return new IllegalArgumentException(at >= text.length() ? "it ends where " + wanted + " should stand"
                : "'" + text.charAt(at) + "' stands at " + at + ", where " + wanted + " should");
    }
}
