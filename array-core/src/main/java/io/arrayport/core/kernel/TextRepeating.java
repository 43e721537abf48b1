package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: strings repeated; not at all if a number is negative. */
final class TextRepeating implements TextKernel {
    private static final TextOp.Spec SPEC = Template.data(MethodHandles.lookup(), TextOp.Spec.class);
    private static final Chars CHARS = SPEC.chars();

    /** One string that fills its element is enough where all are repeated as often. */
    @Override
    public void look(long[] at, long[] strides, long[] widths, long n) {
        long a = at[0];
        long number = at[1];
        long widest = widths[2];
        long most = strides[1] == 0 && n > 0 ? times(number) * widths[0] : Long.MAX_VALUE;
        for (long i = 0; i < n && widest < most; i++) {
            widest = Math.max(widest, times(number) * CHARS.length(a, widths[0]));
            a += strides[0];
            number += strides[1];
        }
        widths[2] = widest;
    }

    private static long times(long number) {
        return Math.clamp(Raw.i64(number), 0, Integer.MAX_VALUE); // twice that is too wide already
    }

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        long a = at[0];
        long number = at[1];
        long width = widths[2];
        for (long i = 0, to = at[2]; i < n; i++, to += strides[2]) {
            int length = CHARS.length(a, widths[0]);
            long times = length == 0 ? 0 : Math.min(Raw.i64(number), width / length);
            long next = to;
            for (long done = 0; done < times; done++) {
                next = CHARS.copy(a, next, length);
            }
            CHARS.end(next, to, width);
            a += strides[0];
            number += strides[1];
        }
    }
}
