package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

import io.arrayport.core.element.Letter;

/** Template: strings without what stands at their ends, blanks or characters of a set. */
final class TextTrimming implements TextKernel {
    private static final TextOp.Spec SPEC = Template.data(MethodHandles.lookup(), TextOp.Spec.class);
    private static final Chars CHARS = SPEC.chars();
    private static final int UNIT = SPEC.unit();
    private static final boolean SET = SPEC.op() == TextOp.STRIP_SET || SPEC.op() == TextOp.LSTRIP_SET
            || SPEC.op() == TextOp.RSTRIP_SET;
    private static final boolean LEFT = SPEC.op() != TextOp.RSTRIP && SPEC.op() != TextOp.RSTRIP_SET;
    private static final boolean RIGHT = SPEC.op() != TextOp.LSTRIP && SPEC.op() != TextOp.LSTRIP_SET;
    private static final int OUT = SET ? 2 : 1;
    private static final int ASCII = 0x80;

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        long a = at[0];
        long set = SET ? at[1] : 0;
        long out = at[OUT];
        int count = SET ? CHARS.length(set, widths[1]) : 0;
        long low = bits(set, count, 0);
        long high = bits(set, count, Long.SIZE);
        for (long i = 0; i < n; i++) {
            if (SET && strides[1] != 0) {
                count = CHARS.length(set, widths[1]);
                low = bits(set, count, 0);
                high = bits(set, count, Long.SIZE);
            }
            int from = 0;
            int to = CHARS.length(a, widths[0]);
            while (LEFT && from < to && goes(CHARS.get(a, from), low, high, set, count)) {
                from++;
            }
            while (RIGHT && from < to && goesAtEnd(CHARS.get(a, to - 1), low, high, set, count)) {
                to--;
            }
            CHARS.end(CHARS.copy(a + (long) from * UNIT, out, to - from), out, widths[OUT]);
            a += strides[0];
            set += SET ? strides[1] : 0;
            out += strides[OUT];
        }
    }

    /** A bit for each character of the set, of 64 from {@code first} on. */
    private static long bits(long set, int count, int first) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            int character = CHARS.get(set, i);
            bits |= (character & -Long.SIZE) == first ? 1L << character : 0;
        }
        return bits;
    }

    /** To NumPy a zero between blanks at the end is one of them. */
    private static boolean goesAtEnd(int character, long low, long high, long set, int count) {
        return !SET && character == 0 || goes(character, low, high, set, count);
    }

    private static boolean goes(int character, long low, long high, long set, int count) {
        if (!SET) {
            return (character <= ' ' || character >= ASCII) && isBlank(character);
        }
        return (character & -ASCII) == 0 ? ((character < Long.SIZE ? low : high) >>> character & 1) != 0
                : isIn(character, set, count);
    }

    private static boolean isIn(int character, long set, int count) {
        for (int i = 0; i < count; i++) {
            if (CHARS.get(set, i) == character) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(int character) {
        return UNIT == 1 ? character == ' ' || character >= '\t' && character <= '\r' : Letter.isSpace(character);
    }
}
