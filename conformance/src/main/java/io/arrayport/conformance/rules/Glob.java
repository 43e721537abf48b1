package io.arrayport.conformance.rules;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A text with {@code *} for anything and {@code ?} for any one character; nothing else is special.
 *
 * @param text as it was written
 * @param prefix what every match begins with
 * @param pattern the same as a regular expression
 */
public record Glob(String text, String prefix, Pattern pattern) implements Predicate<String> {
    /** Returns the glob that is written so. */
    public static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : text.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return new Glob(text, text.split("[*?]", 2)[0], Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    @Override
    public boolean test(String candidate) {
        return candidate.startsWith(prefix) && pattern.matcher(candidate).matches();
    }
}
