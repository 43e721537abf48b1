package io.arrayport.core.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Copies a matrix whose columns are contiguous to one whose rows are. Tiles of narrow elements pass through a few
 * registers, several elements in one, so that every access is of whole registers. In blocks, so that what a cache line
 * brings is used while it is there.
 */
public final class Transposition {
    /** Elements of a block of tiles along either axis. */
    private static final long BLOCK = 64;

    /** Elements of a row that are copied before the next row, which uses the same lines of the second cache. */
    private static final long STRIP = 2048;

    private static final ValueLayout.OfLong LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Transposition() {}

    /**
     * Copies {@code columns} elements of {@code rows} rows.
     *
     * @param itemsize bytes of an element
     * @param from address of the first element
     * @param fromStep bytes between elements of a row there; those of a column are neighbours
     * @param toStep bytes between rows of the target, in which elements of a row are neighbours
     */
    public static void run(int itemsize, long from, long fromStep, long to, long toStep, long columns, long rows) {
        boolean tiled = itemsize == 1 || itemsize == 2 || itemsize == 4;
        long most = tiled ? BLOCK : STRIP;
        for (long column = 0; column < columns; column += most) {
            long wide = Math.min(most, columns - column);
            if (!tiled) {
                rest(itemsize, from + column * fromStep, fromStep, to + column * itemsize, toStep, wide, rows, 0, 0);
                continue;
            }
            for (long row = 0; row < rows; row += BLOCK) {
                block(itemsize, from + column * fromStep + row * itemsize, fromStep,
                        to + row * toStep + column * itemsize, toStep, wide, Math.min(BLOCK, rows - row));
            }
        }
    }

    private static void block(int itemsize, long from, long fromStep, long to, long toStep, long wide, long high) {
        long tile = itemsize == 4 ? 2 : 8 / itemsize;
        long columns = wide & -tile;
        long rows = high & -tile;
        switch (itemsize) {
            case 1 -> bytes(from, fromStep, to, toStep, columns, rows);
            case 2 -> shorts(from, fromStep, to, toStep, columns, rows);
            default -> ints(from, fromStep, to, toStep, columns, rows);
        }
        rest(itemsize, from, fromStep, to, toStep, wide, high, columns, rows);
    }

    /** What is not in the first {@code columns} elements of the first {@code rows} rows. */
    private static void rest(int itemsize, long from, long fromStep, long to, long toStep, long wide, long high,
            long columns, long rows) {
        for (long row = rows; row < high; row++) {
            Steps.copy(itemsize, from + row * itemsize, fromStep, to + row * toStep, itemsize, wide);
        }
        for (long column = columns; column < wide && rows > 0; column++) {
            Steps.copy(itemsize, from + column * fromStep, itemsize, to + column * itemsize, toStep, rows);
        }
    }

    private static void bytes(long from, long fromStep, long to, long toStep, long columns, long rows) {
        for (long row = 0; row < rows; row += 8) {
            for (long column = 0; column < columns; column += 8) {
                eight(from + column * fromStep + row, fromStep, to + row * toStep + column, toStep);
            }
        }
    }

    private static long get(long address) {
        return Raw.MEMORY.get(LONG, address);
    }

    private static void set(long address, long value) {
        Raw.MEMORY.set(LONG, address, value);
    }

    /** 8 by 8 bytes, in which first quarters, then quarters of quarters, then bytes change places. */
    private static void eight(long from, long fromStep, long to, long toStep) {
        long a = get(from);
        long b = get(from + fromStep);
        long c = get(from + 2 * fromStep);
        long d = get(from + 3 * fromStep);
        long e = get(from + 4 * fromStep);
        long f = get(from + 5 * fromStep);
        long g = get(from + 6 * fromStep);
        long h = get(from + 7 * fromStep);
        long low = 0xFFFFFFFFL;
        long s = a & low | e << 32;
        long t = b & low | f << 32;
        long u = c & low | g << 32;
        long v = d & low | h << 32;
        four(s, t, u, v, to, toStep);
        s = a >>> 32 | e & ~low;
        t = b >>> 32 | f & ~low;
        u = c >>> 32 | g & ~low;
        v = d >>> 32 | h & ~low;
        four(s, t, u, v, to + 4 * toStep, toStep);
    }

    /** Four rows of the target of two groups of 4 by 4 bytes. */
    private static void four(long a, long b, long c, long d, long to, long toStep) {
        long even = 0x0000FFFF0000FFFFL;
        long s = a & even | (c & even) << 16;
        long t = b & even | (d & even) << 16;
        long u = a >>> 16 & even | c & ~even;
        long v = b >>> 16 & even | d & ~even;
        long odd = 0x00FF00FF00FF00FFL;
        set(to, s & odd | (t & odd) << 8);
        set(to + toStep, s >>> 8 & odd | t & ~odd);
        set(to + 2 * toStep, u & odd | (v & odd) << 8);
        set(to + 3 * toStep, u >>> 8 & odd | v & ~odd);
    }

    private static void shorts(long from, long fromStep, long to, long toStep, long columns, long rows) {
        for (long row = 0; row < rows; row += 4) {
            for (long column = 0; column < columns; column += 4) {
                fourShorts(from + column * fromStep + row * 2, fromStep, to + row * toStep + column * 2, toStep);
            }
        }
    }

    private static void fourShorts(long from, long fromStep, long to, long toStep) {
        long a = get(from);
        long b = get(from + fromStep);
        long c = get(from + 2 * fromStep);
        long d = get(from + 3 * fromStep);
        long low = 0xFFFFFFFFL;
        long s = a & low | c << 32;
        long t = b & low | d << 32;
        long u = a >>> 32 | c & ~low;
        long v = b >>> 32 | d & ~low;
        long even = 0x0000FFFF0000FFFFL;
        set(to, s & even | (t & even) << 16);
        set(to + toStep, s >>> 16 & even | t & ~even);
        set(to + 2 * toStep, u & even | (v & even) << 16);
        set(to + 3 * toStep, u >>> 16 & even | v & ~even);
    }

    private static void ints(long from, long fromStep, long to, long toStep, long columns, long rows) {
        long low = 0xFFFFFFFFL;
        for (long row = 0; row < rows; row += 2) {
            for (long column = 0; column < columns; column += 2) {
                long source = from + column * fromStep + row * 4;
                long target = to + row * toStep + column * 4;
                long a = get(source);
                long b = get(source + fromStep);
                set(target, a & low | b << 32);
                set(target + toStep, a >>> 32 | b & ~low);
            }
        }
    }
}
