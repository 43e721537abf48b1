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
            long ends = ends(a, sep, length, CHARS.length(sep, widths[1]));
            int first = (int) ends;
            int second = (int) (ends >> Integer.SIZE);
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
            long ends = ends(a, sep, length, CHARS.length(sep, widths[1]));
            int from = 0;
            for (int part = 2; part < at.length; part++) { // one place that copies, as few of them are inlined
                int end = part == 2 ? (int) ends : part == 3 ? (int) (ends >> Integer.SIZE) : length;
                put(a, from, end, at[part] + i * strides[part], widths[part]);
                from = end;
            }
            a += strides[0];
            sep += strides[1];
        }
    }

    /** Where the first part ends, and in the upper half where the second one does. */
    private static long ends(long a, long sep, int length, int between) {
        int place = LAST ? CHARS.findLast(a, sep, between, 0, length) : CHARS.find(a, sep, between, 0, length);
        int first = place >= 0 ? place : LAST ? 0 : length;
        int second = place >= 0 ? place + between : first;
        return (long) second << Integer.SIZE | first;
    }

    private static void put(long a, int from, int to, long at, long width) {
        CHARS.end(CHARS.copy(a + (long) from * UNIT, at, Math.min(width, to - from)), at, width);
    }
}
