package io.arrayport.core.text;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.arrayport.core.dtype.TextType;
import io.arrayport.core.memory.Memory;

/**
 * {@link Substrings} that are looked for anywhere in strings of fixed widths, in which nothing is copied.
 *
 * @param type of the strings
 * @param subType of what is looked for
 */
record FixedSearch(Substrings kind, TextType type, TextType subType) implements TextLoop.Strips {
    @Override
    public void run(long[] at, long[] strides, long n) {
        Chars strings = Chars.of(type);
        Chars subs = Chars.of(subType);
        boolean each = strides[1] != 0;
        long a = at[0];
        long sub = at[1];
        long first = at[2];
        long last = at[3];
        long out = at[4];
        int subLength = subs.length(sub);
        for (long i = 0; i < n; i++) {
            int length = strings.length(a);
            subLength = each ? subs.length(sub) : subLength;
            int start = Substrings.bound(Given.whole(first), length);
            int end = Math.min(Substrings.bound(Given.whole(last), length), length);
            int result = start > end ? search(strings, a, sub, subLength, 1, 0)
                    : search(strings, a, sub, subLength, start, end);
            Memory.RAW.set(JAVA_LONG_UNALIGNED, out, result);
            a += strides[0];
            sub += strides[1];
            first += strides[2];
            last += strides[3];
            out += strides[4];
        }
    }

    private int search(Chars strings, long a, long sub, int length, int start, int end) {
        return switch (kind) {
            case FIND -> strings.find(a, sub, length, start, end);
            case RFIND -> strings.findLast(a, sub, length, start, end);
            case INDEX -> found(a, sub, strings.find(a, sub, length, start, end));
            case RINDEX -> found(a, sub, strings.findLast(a, sub, length, start, end));
            case COUNT -> count(strings, a, sub, length, start, end);
            case STARTSWITH, ENDSWITH -> throw new IllegalStateException("text: " + kind + " has a loop of its own");
        };
    }

    private int found(long a, long sub, int place) {
        return place >= 0 ? place
                : Substrings.found(new Text().load(type, a), new Text().load(subType, sub), place);
    }

    private static int count(Chars strings, long a, long sub, int length, int start, int end) {
        if (length == 0) {
            return Math.max(0, end - start + 1);
        }
        if (length == 1) {
            return strings.count(a, strings.get(sub, 0), start, end);
        }
        int count = 0;
        for (int at = strings.find(a, sub, length, start, end); at >= 0; at = strings.find(a, sub, length, at + length,
                end)) {
            count++;
        }
        return count;
    }
}
