package io.arrayport.core.text;

import io.arrayport.core.element.Letter;
import org.jspecify.annotations.Nullable;

/**
 * {@link Trimming} of strings of a fixed width.
 *
 * @param sets which characters; null for blanks
 */
record FixedTrimming(Trimming kind, Chars strings, @Nullable Chars sets) implements TextLoop.Strips {
    private static final int ASCII = 0x80;

    @Override
    public void run(long[] at, long[] strides, long n) {
        long a = at[0];
        long set = sets == null ? 0 : at[1];
        long setStride = sets == null ? 0 : strides[1];
        int result = at.length - 1;
        int count = sets == null ? 0 : sets.length(set);
        long out = at[result];
        for (long i = 0; i < n; i++) {
            if (sets != null && setStride != 0) {
                count = sets.length(set);
            }
            int from = 0;
            int to = strings.length(a);
            while (kind.left() && from < to && goes(strings.get(a, from), set, count)) {
                from++;
            }
            while (kind.right() && from < to && goesAtEnd(strings.get(a, to - 1), set, count)) {
                to--;
            }
            strings.end(strings.copy(a + (long) from * strings.unit(), out, to - from), out);
            a += strides[0];
            set += setStride;
            out += strides[result];
        }
    }

    /** To NumPy a zero between blanks at the end is one of them. */
    private boolean goesAtEnd(int character, long set, int count) {
        return sets == null && character == 0 || goes(character, set, count);
    }

    private boolean goes(int character, long set, int count) {
        if (sets == null) {
            return (character <= ' ' || character >= ASCII) && isBlank(character);
        }
        for (int i = 0; i < count; i++) {
            if (sets.get(set, i) == character) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlank(int character) {
        return strings.unit() == 1 ? character == ' ' || character >= '\t' && character <= '\r'
                : Letter.isSpace(character);
    }
}
