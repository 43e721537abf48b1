package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

/** Template: characters of one size. */
final class UnitChars implements Chars {
    /** @param unit bytes of a character: 1 or 4 */
    record Spec(int unit) {}

    private static final int UNIT = Template.data(MethodHandles.lookup(), Spec.class).unit();
    private static final int SHIFT = UNIT == 1 ? 0 : 2;
    /** Characters in a long. */
    private static final int SEVERAL = Long.BYTES / UNIT;
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    /** A long whose characters are 1, and one in which they have all bits but the upper one. */
    private static final long ONES = UNIT == 1 ? 0x0101_0101_0101_0101L : 0x1_0000_0001L;
    private static final long LOW = ~(ONES << Byte.SIZE * UNIT - 1);
    /** Bytes that are copied or written at a time. */
    private static final long PAIR = 2L * Long.BYTES;

    @Override
    public int length(long at, long width) {
        long end = width << SHIFT;
        if (end >= Long.BYTES) {
            long last = Raw.i64(at + end - Long.BYTES);
            return last != 0 ? upTo(last, end) : shorter(at, end - Long.BYTES);
        }
        return few(at, end);
    }

    // Apart, so that what is nearly full costs no loop
    private static int shorter(long at, long most) {
        for (long end = most; end >= Long.BYTES; end -= Long.BYTES) {
            long last = Raw.i64(at + end - Long.BYTES);
            if (last != 0) {
                return upTo(last, end);
            }
        }
        return few(at, most & Long.BYTES - 1);
    }

    /** Of a string that ends in a long. */
    private static int upTo(long last, long end) {
        int zeros = LITTLE ? Long.numberOfLeadingZeros(last) : Long.numberOfTrailingZeros(last);
        return (int) (end >> SHIFT) - (zeros >> SHIFT + 3);
    }

    private static int few(long at, long bytes) {
        long end = bytes;
        while (end > 0 && character(at + end - UNIT) == 0) {
            end -= UNIT;
        }
        return (int) (end >> SHIFT);
    }

    private static int character(long at) {
        return UNIT == 1 ? Raw.i8(at) & 0xFF : Raw.i32(at);
    }

    @Override
    public int get(long at, long i) {
        return character(at + (i << SHIFT));
    }

    @Override
    public boolean same(long a, long b, long n) {
        long bytes = n << SHIFT;
        if (bytes >= Long.BYTES) {
            long last = bytes - Long.BYTES;
            return Raw.i64(a) == Raw.i64(b) && Raw.i64(a + last) == Raw.i64(b + last)
                    && (last <= Long.BYTES || same(a, b, Long.BYTES, last));
        }
        return UNIT == 1 ? sameBytes(a, b, bytes) : bytes == 0 || Raw.i32(a) == Raw.i32(b);
    }

    private static boolean same(long a, long b, long from, long to) {
        for (long i = from; i < to; i += Long.BYTES) {
            if (Raw.i64(a + i) != Raw.i64(b + i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameBytes(long a, long b, long bytes) {
        for (long i = 0; i < bytes; i++) {
            if (Raw.i8(a + i) != Raw.i8(b + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int find(long at, long sub, int n, int start, int end) {
        if (n == 0) {
            return start <= end ? start : -1;
        }
        int first = get(sub, 0);
        long each = each(first);
        int i = start;
        for (; LITTLE && i + SEVERAL + n - 1 <= end; i += SEVERAL) {
            for (long there = equal(Raw.i64(at + ((long) i << SHIFT)) ^ each); there != 0; there &= there - 1) {
                int place = i + (Long.numberOfTrailingZeros(there) >> SHIFT + 3);
                if (n == 1 || same(at + ((long) place << SHIFT), sub, n)) {
                    return place;
                }
            }
        }
        for (; i + n <= end; i++) {
            if (get(at, i) == first && (n == 1 || same(at + ((long) i << SHIFT), sub, n))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int findLast(long at, long sub, int n, int start, int end) {
        for (int i = end - n; i >= start; i--) {
            if (same(at + ((long) i << SHIFT), sub, n)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int count(long at, int character, int start, int end) {
        long each = each(character);
        int count = 0;
        int i = start;
        for (; i + SEVERAL <= end; i += SEVERAL) {
            count += Long.bitCount(equal(Raw.i64(at + ((long) i << SHIFT)) ^ each));
        }
        for (; i < end; i++) {
            count += get(at, i) == character ? 1 : 0;
        }
        return count;
    }

    /** A long full of a character. */
    private static long each(int character) {
        return Integer.toUnsignedLong(character) * ONES;
    }

    /** The upper bit of each character that is 0, of those in a long. */
    private static long equal(long several) {
        return ~((several & LOW) + LOW | several | LOW);
    }

    // What is copied or written ends with words that overlap those before them, so that lengths which differ by a few
    // characters take the same way: a way that cannot be foreseen costs more than some words. Loops ask what is left:
    // the compiler makes three of one whose turns it can count, which for few turns cost more than these. Each place
    // that reads or writes memory takes some 400 nodes of the 18,000 behind which the compiler calls what it should
    // inline: with more than 40 of them a loop over strings takes three times as long, in some starts.

    @Override
    public long copy(long from, long to, long n) {
        long bytes = n << SHIFT;
        if (bytes >= PAIR) {
            long last = bytes - PAIR;
            for (long i = 0; last - i > 0; i += PAIR) {
                copyPair(from + i, to + i);
            }
            copyPair(from + last, to + last);
        } else if (bytes >= Long.BYTES) {
            long last = bytes - Long.BYTES;
            Raw.i64(to, Raw.i64(from));
            Raw.i64(to + last, Raw.i64(from + last));
        } else if (UNIT == 1) {
            for (long i = 0; i < bytes; i++) {
                Raw.i8(to + i, Raw.i8(from + i));
            }
        } else if (bytes > 0) {
            Raw.i32(to, Raw.i32(from));
        }
        return to + bytes;
    }

    private static void copyPair(long from, long to) {
        long source = Raw.address(from);
        pair(to, Raw.i64(source), Raw.i64(source + Long.BYTES));
    }

    private static void pair(long to, long first, long second) {
        long target = Raw.address(to);
        Raw.i64(target, first);
        Raw.i64(target + Long.BYTES, second);
    }

    @Override
    public void put(long to, int character) {
        if (UNIT == 1) {
            Raw.i8(to, (byte) character);
        } else {
            Raw.i32(to, character);
        }
    }

    @Override
    public long fill(long to, int character, long n) {
        return words(to, each(character), n << SHIFT);
    }

    @Override
    public void end(long to, long at, long width) {
        words(to, 0, at + (width << SHIFT) - to);
    }

    private static long words(long to, long several, long bytes) {
        if (bytes >= PAIR) {
            long last = bytes - PAIR;
            for (long i = 0; last - i > 0; i += PAIR) {
                pair(to + i, several, several);
            }
            pair(to + last, several, several);
        } else if (bytes >= Long.BYTES) {
            Raw.i64(to, several);
            Raw.i64(to + bytes - Long.BYTES, several);
        } else if (UNIT == 1) {
            for (long i = 0; i < bytes; i++) {
                Raw.i8(to + i, (byte) several);
            }
        } else if (bytes > 0) {
            Raw.i32(to, (int) several);
        }
        return to + bytes;
    }
}
