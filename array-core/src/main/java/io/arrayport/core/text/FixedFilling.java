package io.arrayport.core.text;

import io.arrayport.core.ndarray.NdArray;

/**
 * {@link Filling} of strings of a fixed width, which are written where they belong. What is written stays within an
 * element, also where another thread writes longer strings meanwhile.
 *
 * @param fills characters that fill up
 */
record FixedFilling(String operation, Chars strings, Chars fills) {
    NdArray fill(Filling kind, TextLoop loop) {
        Chars out = new Chars(strings.unit(), widest(loop, true));
        return loop.giveFixed(out.width(), (at, strides, n) -> {
            long a = at[0];
            long width = at[1];
            long fill = at[2];
            for (long i = 0, to = at[3]; i < n; i++, to += strides[3]) {
                long wanted = Math.min(Given.whole(width), out.width());
                long length = Math.min(strings.length(a), out.width());
                long room = Math.max(wanted, length) - length;
                long left = Math.min(kind.left(room, wanted), room);
                int character = fills.get(fill, 0);
                long next = out.fill(to, character, left);
                next = out.copy(a, next, length);
                out.end(out.fill(next, character, room - left), to);
                a += strides[0];
                width += strides[1];
                fill += strides[2];
            }
        });
    }

    /** The longest of what is wanted and what is there. */
    private int widest(TextLoop loop, boolean filled) {
        long[] widest = {1};
        TextLoop.Strips look = (at, strides, n) -> {
            long a = at[0];
            long width = at[1];
            long most = widest[0];
            for (long i = 0; i < n; i++) {
                if (filled && (i == 0 || strides[2] != 0)) {
                    requireOne(at[2] + i * strides[2]);
                }
                most = Math.max(most, Math.max(Given.whole(width), strings.length(a)));
                a += strides[0];
                width += strides[1];
            }
            widest[0] = most;
        };
        loop.each(look);
        Filling.requireFits(operation, widest[0]);
        return (int) widest[0];
    }

    private void requireOne(long at) {
        if (fills.length(at) != 1) {
            Text fill = new Text();
            for (int i = 0; i < fills.length(at); i++) {
                fill.add(fills.get(at, i));
            }
            Filling.requireOne(operation, fill);
        }
    }

    NdArray zeros(TextLoop loop) {
        Chars out = new Chars(strings.unit(), widest(loop, false));
        return loop.giveFixed(out.width(), (at, strides, n) -> {
            long a = at[0];
            long width = at[1];
            for (long i = 0, to = at[2]; i < n; i++, to += strides[2]) {
                long length = Math.min(strings.length(a), out.width());
                long room = Math.max(Math.min(Given.whole(width), out.width()), length) - length;
                int first = length > 0 ? strings.get(a, 0) : 0;
                long sign = first == '+' || first == '-' ? 1 : 0;
                long next = out.copy(a, to, sign);
                next = out.fill(next, '0', room);
                out.end(out.copy(a + sign * strings.unit(), next, length - sign), to);
                a += strides[0];
                width += strides[1];
            }
        });
    }

    NdArray repeated(TextLoop loop) {
        long[] widest = {1};
        TextLoop.Strips look = (at, strides, n) -> {
            for (long i = 0; i < n; i++) {
                int length = strings.length(at[0] + i * strides[0]);
                widest[0] = Math.max(widest[0],
                        Filling.times(length, Given.whole(at[1] + i * strides[1])) * length);
            }
        };
        loop.each(look);
        Chars out = new Chars(strings.unit(), (int) widest[0]);
        return loop.giveFixed(out.width(), (at, strides, n) -> {
            long a = at[0];
            long number = at[1];
            for (long i = 0, to = at[2]; i < n; i++, to += strides[2]) {
                int length = strings.length(a);
                long times = length == 0 ? 0 : Math.min(Given.whole(number), out.width() / length);
                long next = to;
                for (long done = 0; done < times; done++) {
                    next = out.copy(a, next, length);
                }
                out.end(next, to);
                a += strides[0];
                number += strides[1];
            }
        });
    }
}
