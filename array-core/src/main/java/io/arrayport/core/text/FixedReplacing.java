package io.arrayport.core.text;

import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * {@link Replacing#replaced} of strings of fixed widths, in which something that is the same for all is replaced.
 *
 * @param most how often, in each string
 */
record FixedReplacing(Chars strings, Chars olds, Chars news, long most) {
    /** Returns null where what is replaced differs, or is empty. */
    @Nullable
    NdArray of(TextLoop loop) {
        if (!loop.isOne(1)) {
            return null;
        }
        long[] widest = {1};
        TextLoop.Strips look = (at, strides, n) -> {
            int old = olds.length(at[1]);
            widest[0] = old == 0 ? -1 : Math.max(widest[0], widest(at, strides, n, old));
        };
        loop.each(look);
        if (widest[0] < 0) {
            return null;
        }
        Filling.requireFits("replace", widest[0]);
        Chars out = new Chars(strings.unit(), (int) widest[0]);
        return loop.giveFixed(out.width(), (at, strides, n) -> {
            int old = olds.length(at[1]);
            for (long i = 0; old > 0 && i < n; i++) {
                replace(at[0] + i * strides[0], at[1], old, at[2] + i * strides[2], at[3] + i * strides[3], out);
            }
        });
    }

    private long widest(long[] at, long[] strides, long n, int old) {
        long widest = 0;
        int with = news.length(at[2]);
        for (long i = 0; i < n; i++) {
            long a = at[0] + i * strides[0];
            if (strides[2] != 0) {
                with = news.length(at[2] + i * strides[2]);
            }
            int length = strings.length(a);
            int replaced = 0;
            int place = most > 0 ? strings.find(a, at[1], old, 0, length) : -1;
            while (place >= 0) {
                replaced++;
                place = replaced < most ? strings.find(a, at[1], old, place + old, length) : -1;
            }
            widest = Math.max(widest, length + replaced * (long) (with - old));
        }
        return widest;
    }

    private void replace(long a, long sub, int old, long with, long to, Chars out) {
        int length = strings.length(a);
        int newLength = news.length(with);
        int done = 0;
        long room = out.width();
        long next = to;
        int place = most > 0 ? strings.find(a, sub, old, 0, length) : -1;
        for (long replaced = 1; place >= 0; replaced++) {
            long before = Math.min(room, place - done);
            next = out.copy(a + (long) done * strings.unit(), next, before);
            room -= before;
            long between = Math.min(room, newLength);
            next = out.copy(with, next, between);
            room -= between;
            done = place + old;
            place = replaced < most ? strings.find(a, sub, old, done, length) : -1;
        }
        out.end(out.copy(a + (long) done * strings.unit(), next, Math.min(room, length - done)), to);
    }
}
