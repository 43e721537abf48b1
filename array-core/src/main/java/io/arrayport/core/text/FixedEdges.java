package io.arrayport.core.text;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.arrayport.core.dtype.TextType;
import io.arrayport.core.memory.Memory;

/**
 * Whether strings of fixed widths begin or end with others, of which nothing is copied: {@link FixedSearch} of one
 * place only. It is a loop of its own, as what is compiled for searches would be called here instead of inlined.
 *
 * @param type of the strings
 * @param subType of what is looked for
 * @param end whether they shall end so
 */
record FixedEdges(TextType type, TextType subType, boolean end) implements TextLoop.Strips {
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
            int stop = Math.min(Substrings.bound(Given.whole(last), length), length);
            long place = end ? stop - (long) subLength : start;
            boolean is = start + (long) subLength <= stop && strings.same(a + place * strings.unit(), sub, subLength);
            Memory.RAW.set(JAVA_BYTE, out, (byte) (is ? 1 : 0));
            a += strides[0];
            sub += strides[1];
            first += strides[2];
            last += strides[3];
            out += strides[4];
        }
    }
}
