package io.arrayport.core.text;

import java.util.List;

import io.arrayport.core.ndarray.NdArray;

/**
 * {@link Replacing#parted} of strings of fixed widths.
 *
 * @param last whether the separator is looked for from the end
 */
record FixedParts(String operation, Chars strings, Chars separators, boolean last) {
    List<NdArray> of(TextLoop loop) {
        int[] widest = {1, 1, 1};
        TextLoop.Strips look = (at, strides, n) -> {
            for (long i = 0; i < n; i++) {
                long a = at[0] + i * strides[0];
                long sep = at[1] + i * strides[1];
                int length = strings.length(a);
                int between = separators.length(sep);
                int place = place(a, sep, length, between);
                int first = first(place, length);
                int second = place < 0 ? first : place + between;
                widest[0] = Math.max(widest[0], first);
                widest[1] = Math.max(widest[1], second - first);
                widest[2] = Math.max(widest[2], length - second);
            }
        };
        loop.each(look);
        Chars[] outs = new Chars[widest.length];
        for (int part = 0; part < outs.length; part++) {
            outs[part] = new Chars(strings.unit(), widest[part]);
        }
        TextLoop.Strips write = (at, strides, n) -> {
            for (long i = 0; i < n; i++) {
                long a = at[0] + i * strides[0];
                long sep = at[1] + i * strides[1];
                int length = strings.length(a);
                int between = separators.length(sep);
                int place = place(a, sep, length, between);
                int first = first(place, length);
                int second = place < 0 ? first : place + between;
                put(outs[0], a, 0, first, at[2] + i * strides[2]);
                put(outs[1], a, first, second, at[3] + i * strides[3]);
                put(outs[2], a, second, length, at[4] + i * strides[4]);
            }
        };
        return loop.giveAll(List.of(loop.made(widest[0]), loop.made(widest[1]), loop.made(widest[2])), write);
    }

    private int place(long a, long sep, int length, int between) {
        Replacing.requireSome(operation, between);
        return last ? strings.findLast(a, sep, between, 0, length) : strings.find(a, sep, between, 0, length);
    }

    /** Where the first part ends. */
    private int first(int place, int length) {
        return place >= 0 ? place : last ? 0 : length;
    }

    private void put(Chars out, long a, int from, int to, long at) {
        out.end(out.copy(a + (long) from * strings.unit(), at, Math.min(out.width(), to - from)), at);
    }
}
