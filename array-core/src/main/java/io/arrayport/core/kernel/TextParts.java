package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: what stands before a separator, it, and what stands behind it. */
final class TextParts implements TextKernel {
    private static final TextOp.Spec SPEC = Template.data(MethodHandles.lookup(), TextOp.Spec.class);
    private static final Chars CHARS = SPEC.chars();
    private static final int UNIT = SPEC.unit();
    private static final boolean LAST = SPEC.op() == TextOp.RPARTITION;

    @Override
    public void look(long[] at, long[] strides, long[] widths, long n) {
        long a = at[0];
        long sep = at[1];
        for (long i = 0; i < n; i++) {
            int length = CHARS.length(a, widths[0]);
            int between = CHARS.length(sep, widths[1]);
            int place = place(a, sep, length, between);
            int first = first(place, length);
            int second = place < 0 ? first : place + between;
            widths[2] = Math.max(widths[2], first);
            widths[3] = Math.max(widths[3], second - first);
            widths[4] = Math.max(widths[4], length - second);
            a += strides[0];
            sep += strides[1];
        }
    }

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        long a = at[0];
        long sep = at[1];
        for (long i = 0; i < n; i++) {
            int length = CHARS.length(a, widths[0]);
            int between = CHARS.length(sep, widths[1]);
            int place = place(a, sep, length, between);
            int first = first(place, length);
            int second = place < 0 ? first : place + between;
            int from = 0;
            for (int part = 2; part < at.length; part++) { // one place that copies, as few of them are inlined
                int end = part == 2 ? first : part == 3 ? second : length;
                put(a, from, end, at[part] + i * strides[part], widths[part]);
                from = end;
            }
            a += strides[0];
            sep += strides[1];
        }
    }

    private static int place(long a, long sep, int length, int between) {
        return LAST ? CHARS.findLast(a, sep, between, 0, length) : CHARS.find(a, sep, between, 0, length);
    }

    /** Where the first part ends. */
    private static int first(int place, int length) {
        return place >= 0 ? place : LAST ? 0 : length;
    }

    private static void put(long a, int from, int to, long at, long width) {
        CHARS.end(CHARS.copy(a + (long) from * UNIT, at, Math.min(width, to - from)), at, width);
    }
}
