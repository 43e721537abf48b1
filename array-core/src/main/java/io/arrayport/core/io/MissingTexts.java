package io.arrayport.core.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The texts that stand for what is missing in a column: nothing at all, and others. */
final class MissingTexts {
    private final byte[][] texts;

    MissingTexts(List<String> texts) {
        this.texts = texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    boolean has(byte[] text, int from, int end) {
        int first = Blanks.after(text, from, end);
        int stop = Blanks.before(text, first, end);
        if (first == stop) {
            return true;
        }
        for (byte[] one : texts) {
            if (Arrays.equals(one, 0, one.length, text, first, stop)) {
                return true;
            }
        }
        return false;
    }
}
