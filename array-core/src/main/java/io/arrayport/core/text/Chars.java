package io.arrayport.core.text;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.arrayport.core.dtype.TextType;
import io.arrayport.core.memory.Memory;

/**
 * Characters of elements of one fixed width, in native order, where they lie.
 *
 * @param unit bytes of a character: 1 or 4
 * @param width characters that an element has room for
 */
record Chars(int unit, int width) {
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long LOW = 0xFFFF_FFFFL;

    static Chars of(TextType type) {
        return new Chars(type.unit(), type.length());
    }

    /** How many characters there are before the NULs at the end. */
    int length(long at) {
        long end = (long) width * unit;
        while (end >= Long.BYTES && Memory.RAW.get(JAVA_LONG_UNALIGNED, at + end - Long.BYTES) == 0) {
            end -= Long.BYTES;
        }
        if (unit == 1) {
            while (end > 0 && Memory.RAW.get(JAVA_BYTE, at + end - 1) == 0) {
                end--;
            }
            return (int) end;
        }
        while (end > 0 && Memory.RAW.get(JAVA_INT_UNALIGNED, at + end - Integer.BYTES) == 0) {
            end -= Integer.BYTES;
        }
        return (int) (end / Integer.BYTES);
    }

    int get(long at, long i) {
        return unit == 1 ? Memory.RAW.get(JAVA_BYTE, at + i) & 0xFF : Memory.RAW.get(JAVA_INT_UNALIGNED, at + 4 * i);
    }

    /** Whether {@code n} characters are the same. */
    boolean same(long a, long b, long n) {
        long bytes = n * unit;
        long i = 0;
        for (; i + Long.BYTES <= bytes; i += Long.BYTES) {
            if (Memory.RAW.get(JAVA_LONG_UNALIGNED, a + i) != Memory.RAW.get(JAVA_LONG_UNALIGNED, b + i)) {
                return false;
            }
        }
        if (unit != 1) {
            return i == bytes || Memory.RAW.get(JAVA_INT_UNALIGNED, a + i) == Memory.RAW.get(JAVA_INT_UNALIGNED, b + i);
        }
        for (; i < bytes; i++) {
            if (Memory.RAW.get(JAVA_BYTE, a + i) != Memory.RAW.get(JAVA_BYTE, b + i)) {
                return false;
            }
        }
        return true;
    }

    /** Where {@code n} characters of {@code sub} are in {@code [start, end)} for the first time; -1 if they are not. */
    int find(long at, long sub, int n, int start, int end) {
        if (n == 0) {
            return start <= end ? start : -1;
        }
        int first = get(sub, 0);
        for (int i = start; i + n <= end; i++) {
            if (get(at, i) == first && (n == 1 || same(at + (long) i * unit, sub, n))) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #find}, for the last time. */
    int findLast(long at, long sub, int n, int start, int end) {
        for (int i = end - n; i >= start; i--) {
            if (same(at + (long) i * unit, sub, n)) {
                return i;
            }
        }
        return -1;
    }

    /** Copies characters, and returns where the next ones go. */
    long copy(long from, long to, long n) {
        long bytes = n * unit;
        long i = 0;
        for (; i + Long.BYTES <= bytes; i += Long.BYTES) {
            Memory.RAW.set(JAVA_LONG_UNALIGNED, to + i, Memory.RAW.get(JAVA_LONG_UNALIGNED, from + i));
        }
        if (unit != 1) {
            if (i < bytes) {
                Memory.RAW.set(JAVA_INT_UNALIGNED, to + i, Memory.RAW.get(JAVA_INT_UNALIGNED, from + i));
            }
            return to + bytes;
        }
        for (; i < bytes; i++) {
            Memory.RAW.set(JAVA_BYTE, to + i, Memory.RAW.get(JAVA_BYTE, from + i));
        }
        return to + bytes;
    }

    /** Writes a character so many times, and returns where the next ones go. */
    long fill(long to, int character, long n) {
        long bytes = n * unit;
        long several = unit == 1 ? (character & 0xFF) * EACH : character & LOW | (long) character << 32;
        long i = 0;
        for (; i + Long.BYTES <= bytes; i += Long.BYTES) {
            Memory.RAW.set(JAVA_LONG_UNALIGNED, to + i, several);
        }
        if (unit != 1) {
            if (i < bytes) {
                Memory.RAW.set(JAVA_INT_UNALIGNED, to + i, character);
            }
            return to + bytes;
        }
        for (; i < bytes; i++) {
            Memory.RAW.set(JAVA_BYTE, to + i, (byte) character);
        }
        return to + bytes;
    }

    /** Writes NULs up to the end of an element, which begins at {@code at}. */
    void end(long to, long at) {
        fill(to, 0, (at + (long) width * unit - to) / unit);
    }
}
