package io.arrayport.core.kernel;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The order of strings of one width: by their characters as unsigned numbers; NULs at the end are no part of a string.
 *
 * @param unit bytes of a character: 1, or 4 in native order
 * @param length characters that an element has room for
 */
record TextOrder(int unit, int length) implements ElementOrder {
    private static final ValueLayout.OfLong BIG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    /** Bits that a code point takes, and the greatest number that they make. */
    private static final int POINT_BITS = 21;
    private static final int MOST = (1 << POINT_BITS) - 1;

    /** Returns whether the string has no characters. */
    boolean isEmpty(long at) {
        return compareRest(unit, at, 0, length) == 0;
    }

    /** Returns how many characters there are before the NULs at the end. */
    int end(long at) {
        int end = length;
        int step = Long.BYTES / unit;
        while (end >= step && Raw.i64(at + (long) unit * (end - step)) == 0) {
            end -= step;
        }
        while (end > 0 && (unit == 1 ? Raw.i8(at + end - 1) == 0 : Raw.i32(at + 4L * (end - 1)) == 0)) {
            end--;
        }
        return end;
    }

    @Override
    public int compare(long a, long b) {
        return compare(unit, a, length, b, length);
    }

    /** As {@link #compare(long, long)}, of strings of two widths. */
    static int compare(int unit, long a, int aLength, long b, int bLength) {
        int common = Math.min(aLength, bLength);
        int sign = unit == 1 ? compareBytes(a, b, common) : comparePoints(a, b, common);
        if (sign != 0 || aLength == bLength) {
            return sign;
        }
        return aLength > bLength ? compareRest(unit, a, common, aLength) : -compareRest(unit, b, common, bLength);
    }

    private static int compareBytes(long a, long b, int n) {
        int i = 0;
        for (; i <= n - Long.BYTES; i += Long.BYTES) {
            long left = Raw.MEMORY.get(BIG, a + i);
            long right = Raw.MEMORY.get(BIG, b + i);
            if (left != right) {
                return Long.compareUnsigned(left, right);
            }
        }
        for (; i < n; i++) {
            int difference = (Raw.i8(a + i) & 0xFF) - (Raw.i8(b + i) & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int comparePoints(long a, long b, int n) {
        int i = 0;
        while (i + 2 <= n && Raw.i64(a + 4L * i) == Raw.i64(b + 4L * i)) {
            i += 2;
        }
        for (; i < n; i++) {
            int left = Raw.i32(a + 4L * i);
            int right = Raw.i32(b + 4L * i);
            if (left != right) {
                return Integer.compareUnsigned(left, right);
            }
        }
        return 0;
    }

    /** Returns 1 if there is a character from {@code i} on, else 0. */
    private static int compareRest(int unit, long at, int from, int to) {
        for (int i = from; i < to; i++) {
            if (unit == 1 ? Raw.i8(at + i) != 0 : Raw.i32(at + 4L * i) != 0) {
                return 1;
            }
        }
        return 0;
    }

    @Override
    public long key(long at) {
        return key(at, false);
    }

    @Override
    public long shared(long in, long stride, long n, long places) {
        long first = in + Raw.i64(places) * stride;
        int same = length;
        for (long i = 1; i < n && same > 0; i++) {
            same = shared(first, in + Raw.i64(places + i * Long.BYTES) * stride, same);
        }
        return same == length ? 0 : (long) same * unit;
    }

    private int shared(long a, long b, int most) {
        int same = 0;
        while (same < most && (unit == 1 ? Raw.i8(a + same) == Raw.i8(b + same)
                : Raw.i32(a + 4L * same) == Raw.i32(b + 4L * same))) {
            same++;
        }
        return same;
    }

    @Override
    public ElementOrder behind(long shared) {
        return new TextOrder(unit, length - (int) (shared / unit));
    }

    /** Returns whether the characters that count in a narrow key are of one byte each. */
    @Override
    public boolean isNarrow(long at) {
        if (unit == 1) {
            return false;
        }
        int seen = 0;
        for (int i = 0; i < Math.min(length, Long.BYTES); i++) {
            seen |= Raw.i32(at + 4L * i);
        }
        return seen >>> Byte.SIZE == 0;
    }

    /**
     * Returns a number that is less, unsigned, only of a string that comes before.
     *
     * @param narrow whether all strings of characters of 4 bytes are narrow
     */
    @Override
    public long key(long at, boolean narrow) {
        long key = 0;
        if (narrow) {
            for (int i = 0; i < Math.min(length, Long.BYTES); i++) {
                key |= (long) Raw.i32(at + 4L * i) << Long.SIZE - Byte.SIZE * (i + 1);
            }
            return key;
        }
        if (unit == 1) {
            if (length >= Long.BYTES) {
                return Raw.MEMORY.get(BIG, at);
            }
            for (int i = 0; i < length; i++) {
                key |= (Raw.i8(at + i) & 0xFFL) << Long.SIZE - Byte.SIZE * (i + 1);
            }
            return key;
        }
        for (int i = 0; i < 3; i++) {
            int point = i < length ? Raw.i32(at + 4L * i) : 0;
            key = key << POINT_BITS | (point < 0 || point > MOST ? MOST : point);
            if (point < 0 || point >= MOST) {
                return key << POINT_BITS * (2 - i) | (1L << POINT_BITS * (2 - i)) - 1; // what follows does not count
            }
        }
        return key;
    }
}
