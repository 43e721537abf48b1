package io.arrayport.conformance.parity;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A text with {@code *} for anything and {@code ?} for any one character; nothing else is special. */
record Glob(String text, Pattern pattern) implements Predicate<String> {
    static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : text.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return new Glob(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    @Override
    public boolean test(String candidate) {
        return pattern.matcher(candidate).matches();
    }

    /** What every match begins with. */
    String prefix() {
        int special = text.length();
        for (char c : new char[]{'*', '?'}) {
            special = text.indexOf(c) >= 0 ? Math.min(special, text.indexOf(c)) : special;
        }
        return text.substring(0, special);
    }
}
