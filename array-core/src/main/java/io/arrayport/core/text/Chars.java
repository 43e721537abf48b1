package io.arrayport.core.text;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.nio.ByteOrder;

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
    private static final long PAIR = 0x1_0000_0001L;
    private static final long LOW = 0xFFFF_FFFFL;
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    /** Bytes that are copied at a time. */
    private static final long BLOCK = 4L * Long.BYTES;

    static Chars of(TextType type) {
        return new Chars(type.unit(), type.length());
    }

    /** How many characters there are before the NULs at the end. */
    int length(long at) {
        int shift = unit == 1 ? 0 : 2;
        long end = (long) width << shift;
        for (; end >= Long.BYTES; end -= Long.BYTES) {
            long last = i64(at + end - Long.BYTES);
            if (last != 0) {
                int zeros = LITTLE ? Long.numberOfLeadingZeros(last) : Long.numberOfTrailingZeros(last);
                return (int) (end >> shift) - (zeros >> shift + 3);
            }
        }
        if (unit != 1) {
            return end > 0 && i32(at) != 0 ? 1 : 0;
        }
        while (end > 0 && Memory.RAW.get(JAVA_BYTE, at + end - 1) == 0) {
            end--;
        }
        return (int) end;
    }

    int get(long at, long i) {
        return unit == 1 ? Memory.RAW.get(JAVA_BYTE, at + i) & 0xFF : i32(at + 4 * i);
    }

    /** Whether {@code n} characters are the same. */
    boolean same(long a, long b, long n) {
        long bytes = n * unit;
        long i = 0;
        for (; i + Long.BYTES <= bytes; i += Long.BYTES) {
            if (i64(a + i) != i64(b + i)) {
                return false;
            }
        }
        if (unit != 1) {
            return i == bytes || i32(a + i) == i32(b + i);
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
        long each = each(first);
        int several = unit == 1 ? Long.BYTES : 2;
        int i = start;
        for (; LITTLE && i + several + n - 1 <= end; i += several) {
            for (long there = equal(i64(at + (long) i * unit) ^ each); there != 0; there &= there - 1) {
                int place = i + (Long.numberOfTrailingZeros(there) >> (unit == 1 ? 3 : 5));
                if (n == 1 || same(at + (long) place * unit, sub, n)) {
                    return place;
                }
            }
        }
        for (; i + n <= end; i++) {
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

    /** How often a character is in {@code [start, end)}. */
    int count(long at, int character, int start, int end) {
        long each = each(character);
        int several = unit == 1 ? Long.BYTES : 2;
        int count = 0;
        int i = start;
        for (; i + several <= end; i += several) {
            count += Long.bitCount(equal(i64(at + (long) i * unit) ^ each));
        }
        for (; i < end; i++) {
            count += get(at, i) == character ? 1 : 0;
        }
        return count;
    }

    /** A long full of a character. */
    private long each(int character) {
        return unit == 1 ? (character & 0xFF) * EACH : character & LOW | (long) character << 32;
    }

    /** The upper bit of each character that is 0, of those in a long. */
    private long equal(long several) {
        long low = unit == 1 ? Byte.MAX_VALUE * EACH : Integer.MAX_VALUE * PAIR;
        return ~((several & low) + low | several | low);
    }

    // What is copied or written ends with words that overlap those before them, so that lengths which differ by a few
    // characters take the same way: a way that cannot be foreseen costs more than some words.

    /** Copies characters, and returns where the next ones go. */
    long copy(long from, long to, long n) {
        long bytes = n * unit;
        if (bytes >= BLOCK) {
            long last = bytes - BLOCK;
            for (long i = 0; i < last; i += BLOCK) {
                block(from + i, to + i);
            }
            block(from + last, to + last);
        } else if (bytes >= Long.BYTES) {
            long last = bytes - Long.BYTES;
            i64(to, i64(from));
            if (last > Long.BYTES) {
                i64(to + Long.BYTES, i64(from + Long.BYTES));
            }
            if (last > 2 * Long.BYTES) {
                i64(to + 2 * Long.BYTES, i64(from + 2 * Long.BYTES));
            }
            i64(to + last, i64(from + last));
        } else if (bytes >= Integer.BYTES) {
            long last = bytes - Integer.BYTES;
            int end = i32(from + last);
            i32(to, i32(from));
            i32(to + last, end);
        } else {
            for (long i = 0; i < bytes; i++) {
                Memory.RAW.set(JAVA_BYTE, to + i, Memory.RAW.get(JAVA_BYTE, from + i));
            }
        }
        return to + bytes;
    }

    private static void block(long from, long to) {
        long first = i64(from);
        long second = i64(from + Long.BYTES);
        long third = i64(from + 2 * Long.BYTES);
        long fourth = i64(from + 3 * Long.BYTES);
        i64(to, first);
        i64(to + Long.BYTES, second);
        i64(to + 2 * Long.BYTES, third);
        i64(to + 3 * Long.BYTES, fourth);
    }

    /** Writes a character so many times, and returns where the next ones go. */
    long fill(long to, int character, long n) {
        return words(to, each(character), n * unit);
    }

    /** Writes NULs up to the end of an element, which begins at {@code at}. */
    void end(long to, long at) {
        words(to, 0, at + (long) width * unit - to);
    }

    private static long words(long to, long several, long bytes) {
        if (bytes >= 2 * Long.BYTES) {
            long last = bytes - 2 * Long.BYTES;
            for (long i = 0; i < last; i += 2 * Long.BYTES) {
                i64(to + i, several);
                i64(to + i + Long.BYTES, several);
            }
            i64(to + last, several);
            i64(to + last + Long.BYTES, several);
        } else if (bytes >= Long.BYTES) {
            i64(to, several);
            i64(to + bytes - Long.BYTES, several);
        } else if (bytes >= Integer.BYTES) {
            i32(to, (int) several);
            i32(to + bytes - Integer.BYTES, (int) several);
        } else {
            for (long i = 0; i < bytes; i++) {
                Memory.RAW.set(JAVA_BYTE, to + i, (byte) several);
            }
        }
        return to + bytes;
    }

    private static int i32(long at) {
        return Memory.RAW.get(JAVA_INT_UNALIGNED, at);
    }

    private static void i32(long at, int value) {
        Memory.RAW.set(JAVA_INT_UNALIGNED, at, value);
    }

    private static long i64(long at) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, at);
    }

    private static void i64(long at, long value) {
        Memory.RAW.set(JAVA_LONG_UNALIGNED, at, value);
    }
}
