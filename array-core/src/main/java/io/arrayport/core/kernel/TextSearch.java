package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: where strings stand in strings, how often, or whether at an end; of slices, whose bounds are Python's. */
final class TextSearch implements TextKernel {
    private static final TextOp.Spec SPEC = Template.data(MethodHandles.lookup(), TextOp.Spec.class);
    private static final Chars CHARS = SPEC.chars();
    private static final int UNIT = SPEC.unit();
    private static final boolean COUNT = SPEC.op() == TextOp.COUNT;
    private static final boolean LAST = SPEC.op() == TextOp.RFIND;
    private static final boolean AT_START = SPEC.op() == TextOp.STARTSWITH;
    private static final boolean AT_END = SPEC.op() == TextOp.ENDSWITH;
    private static final boolean FROM_START = !AT_END && !LAST;

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        boolean each = strides[1] != 0;
        long a = at[0];
        long sub = at[1];
        long first = at[2];
        long last = at[3];
        long out = at[4];
        int subLength = CHARS.length(sub, widths[1]);
        for (long i = 0; i < n; i++) {
            if (each) {
                subLength = CHARS.length(sub, widths[1]);
            }
            // What ends with a character is not found among the NULs behind a string
            boolean whole = FROM_START && subLength > 0 && TextKernels.isWhole(first, last, widths[0]);
            int length = whole ? (int) widths[0] : CHARS.length(a, widths[0]);
            int start = TextKernels.bound(Raw.i64(first), length);
            int end = Math.min(TextKernels.bound(Raw.i64(last), length), length);
            if (AT_START || AT_END) {
                long place = AT_END ? end - (long) subLength : start;
                boolean is = start + (long) subLength <= end && CHARS.same(a + place * UNIT, sub, subLength);
                Raw.i8(out, (byte) (is ? 1 : 0));
            } else {
                boolean none = start > end;
                Raw.i64(out, search(a, sub, subLength, none ? 1 : start, none ? 0 : end));
            }
            a += strides[0];
            sub += strides[1];
            first += strides[2];
            last += strides[3];
            out += strides[4];
        }
    }

    private static int search(long a, long sub, int length, int start, int end) {
        return COUNT ? count(a, sub, length, start, end) : LAST ? CHARS.findLast(a, sub, length, start, end)
                : CHARS.find(a, sub, length, start, end);
    }

    private static int count(long a, long sub, int length, int start, int end) {
        if (length == 0) {
            return Math.max(0, end - start + 1);
        }
        if (length == 1) {
            return CHARS.count(a, CHARS.get(sub, 0), start, end);
        }
        int count = 0;
        int at = CHARS.find(a, sub, length, start, end);
        while (at >= 0) {
            count++;
            at = CHARS.find(a, sub, length, at + length, end);
        }
        return count;
    }
}
