package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: something that is the same for all strings, and has characters, replaced so often at most. */
final class TextReplacing implements TextKernel {
    private static final TextOp.Spec SPEC = Template.data(MethodHandles.lookup(), TextOp.Spec.class);
    private static final Chars CHARS = SPEC.chars();
    private static final int UNIT = SPEC.unit();

    @Override
    public void look(long[] at, long[] strides, long[] widths, long n) {
        long a = at[0];
        long with = at[2];
        long count = at[3];
        int old = CHARS.length(at[1], widths[1]);
        long widest = widths[4];
        for (long i = 0; old > 0 && i < n; i++) {
            int length = CHARS.length(a, widths[0]);
            long replaced = count(a, at[1], old, length, Raw.i64(count));
            widest = Math.max(widest, length + replaced * (CHARS.length(with, widths[2]) - old));
            a += strides[0];
            with += strides[2];
            count += strides[3];
        }
        widths[4] = widest;
    }

    private static long count(long a, long sub, int old, int length, long most) {
        long replaced = 0;
        int place = most > 0 ? CHARS.find(a, sub, old, 0, length) : -1;
        while (place >= 0) {
            replaced++;
            place = replaced < most ? CHARS.find(a, sub, old, place + old, length) : -1;
        }
        return replaced;
    }

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        long a = at[0];
        long with = at[2];
        long count = at[3];
        int old = CHARS.length(at[1], widths[1]);
        for (long i = 0, to = at[4]; i < n; i++, to += strides[4]) {
            int length = CHARS.length(a, widths[0]);
            int newLength = CHARS.length(with, widths[2]);
            long most = Raw.i64(count);
            int done = 0;
            long room = widths[4];
            long next = to;
            // Another thread may have emptied what is replaced since it was looked at
            int place = old > 0 && most > 0 ? CHARS.find(a, at[1], old, 0, length) : -1;
            for (long replaced = 1; place >= 0; replaced++) {
                long before = Math.min(room, place - done);
                next = CHARS.copy(a + (long) done * UNIT, next, before);
                room -= before;
                long between = Math.min(room, newLength);
                next = CHARS.copy(with, next, between);
                room -= between;
                done = place + old;
                place = replaced < most ? CHARS.find(a, at[1], old, done, length) : -1;
            }
            CHARS.end(CHARS.copy(a + (long) done * UNIT, next, Math.min(room, length - done)), to, widths[4]);
            a += strides[0];
            with += strides[2];
            count += strides[3];
        }
    }
}
