package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: strings filled up to a width, on one side, on both, or behind their sign. */
final class TextFilling implements TextKernel {
    private static final TextOp.Spec SPEC = Template.data(MethodHandles.lookup(), TextOp.Spec.class);
    private static final Chars CHARS = SPEC.chars();
    private static final int UNIT = SPEC.unit();
    private static final boolean CENTER = SPEC.op() == TextOp.CENTER;
    private static final boolean BEHIND = SPEC.op() == TextOp.LJUST;
    private static final boolean SIGNED = SPEC.op() == TextOp.ZFILL;

    /** Strings are read only where one could be wider than is asked for. */
    @Override
    public void look(long[] at, long[] strides, long[] widths, long n) {
        long wanted = at[1];
        long widest = widths[3];
        long numbers = strides[1] == 0 ? Math.min(n, 1) : n;
        for (long i = 0; i < numbers; i++) {
            widest = Math.max(widest, Raw.i64(wanted));
            wanted += strides[1];
        }
        long a = at[0];
        for (long i = 0; i < n && widest < widths[0]; i++) {
            widest = Math.max(widest, CHARS.length(a, widths[0]));
            a += strides[0];
        }
        widths[3] = widest;
    }

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        long a = at[0];
        long wanted = at[1];
        long fill = at[2];
        long width = widths[3];
        for (long i = 0, to = at[3]; i < n; i++, to += strides[3]) {
            long most = Math.min(Raw.i64(wanted), width);
            long length = Math.min(CHARS.length(a, widths[0]), width);
            long room = Math.max(most, length) - length;
            long left = CENTER ? Math.min(room / 2 + (room & most & 1), room) : BEHIND ? 0 : room;
            int character = CHARS.get(fill, 0);
            int first = SIGNED && length > 0 ? CHARS.get(a, 0) : 0;
            long sign = SIGNED && isSign(first) ? 1 : 0;
            if (sign > 0) {
                CHARS.put(to, first);
            }
            long next = CHARS.fill(to + sign * UNIT, character, left);
            next = CHARS.copy(a + sign * UNIT, next, length - sign);
            if (CENTER || BEHIND) {
                next = CHARS.fill(next, character, room - left);
            }
            CHARS.end(next, to, width);
            a += strides[0];
            wanted += strides[1];
            fill += strides[2];
        }
    }

    private static boolean isSign(int character) {
        return character == '+' || character == '-';
    }
}
