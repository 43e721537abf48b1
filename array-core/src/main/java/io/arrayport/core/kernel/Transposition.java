package io.arrayport.core.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/**
 * Copies a matrix whose columns are contiguous to one whose rows are. A few columns go down together, so that
 * neighbours are written together; of narrow elements, tiles pass through a few registers, several elements in one; of
 * wide ones through vectors, where there are any. In blocks, so that what a cache line brings is used while it is
 * there.
 */
public final class Transposition {
    /** Shortest axis that is worth tiles. */
    public static final int LEAST = 8;

    /** Elements of a block of tiles along either axis. */
    private static final long BLOCK = 64;

    /** Rows that columns go down before the next ones, which write to the same lines of the second cache. */
    private static final long DEPTH = 1024;

    /** Elements of a column that tiles go down: what they leave of a line of the target is still near. */
    private static final long TILES = 256;

    private static final long LOW = 0xFFFFFFFFL;

    private static final ValueLayout.OfLong LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final @Nullable TileKernel INTS = Simd.provider().tile(Integer.BYTES);
    private static final @Nullable TileKernel LONGS = Simd.provider().tile(Long.BYTES);

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
        TileKernel tile = itemsize == Integer.BYTES ? INTS : itemsize == Long.BYTES ? LONGS : null;
        if (tile == null || columns < LEAST || rows < LEAST) {
            blocks(itemsize, from, fromStep, to, toStep, columns, rows);
            return;
        }
        long wide = columns & -LEAST;
        long high = rows & -LEAST;
        for (long row = 0; row < high; row += TILES) {
            for (long column = 0; column < wide; column += LEAST) {
                tile.run(from + column * fromStep + row * itemsize, fromStep, to + row * toStep + column * itemsize,
                        toStep, Math.min(TILES, high - row));
            }
        }
        blocks(itemsize, from + wide * fromStep, fromStep, to + wide * itemsize, toStep, columns - wide, high);
        blocks(itemsize, from + high * itemsize, fromStep, to + high * toStep, toStep, columns, rows - high);
    }

    private static void blocks(int itemsize, long from, long fromStep, long to, long toStep, long columns, long rows) {
        boolean tiled = itemsize < 4;
        long most = tiled ? BLOCK : DEPTH;
        long wide = tiled ? BLOCK : columns;
        for (long row = 0; row < rows; row += most) {
            for (long column = 0; column < columns; column += wide) {
                block(itemsize, from + column * fromStep + row * itemsize, fromStep,
                        to + row * toStep + column * itemsize, toStep, Math.min(wide, columns - column),
                        Math.min(most, rows - row));
            }
        }
    }

    private static void block(int itemsize, long from, long fromStep, long to, long toStep, long wide, long high) {
        long columns = wide & -together(itemsize);
        long rows = itemsize < 8 ? high & -(8 / itemsize) : high;
        switch (itemsize) {
            case 1 -> bytes(from, fromStep, to, toStep, columns, rows);
            case 2 -> shorts(from, fromStep, to, toStep, columns, rows);
            case 4 -> {
                for (long column = 0; column < columns; column += 4) {
                    ints(from + column * fromStep, fromStep, to + column * 4, toStep, rows);
                }
            }
            case 8 -> {
                for (long column = 0; column < columns; column += 4) {
                    longs(from + column * fromStep, fromStep, to + column * 8, toStep, rows);
                }
            }
            case 16 -> {
                for (long column = 0; column < columns; column += 2) {
                    pairs(from + column * fromStep, fromStep, to + column * 16, toStep, rows);
                }
            }
            default -> {
                // One by one, below
            }
        }
        for (long column = columns; column < wide; column++) {
            Steps.copy(itemsize, from + column * fromStep, itemsize, to + column * itemsize, toStep, high);
        }
        for (long row = rows; row < high && columns > 0; row++) {
            Steps.copy(itemsize, from + row * itemsize, fromStep, to + row * toStep, itemsize, columns);
        }
    }

    /** How many columns go down together; a power of two. */
    private static long together(int itemsize) {
        return switch (itemsize) {
            case 1 -> 8;
            case 2, 4, 8 -> 4;
            case 16 -> 2;
            default -> Long.MIN_VALUE; // none: no number of columns is a multiple
        };
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
        long s = a & LOW | e << 32;
        long t = b & LOW | f << 32;
        long u = c & LOW | g << 32;
        long v = d & LOW | h << 32;
        four(s, t, u, v, to, toStep);
        s = a >>> 32 | e & ~LOW;
        t = b >>> 32 | f & ~LOW;
        u = c >>> 32 | g & ~LOW;
        v = d >>> 32 | h & ~LOW;
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
        long s = a & LOW | c << 32;
        long t = b & LOW | d << 32;
        long u = a >>> 32 | c & ~LOW;
        long v = b >>> 32 | d & ~LOW;
        long even = 0x0000FFFF0000FFFFL;
        set(to, s & even | (t & even) << 16);
        set(to + toStep, s >>> 16 & even | t & ~even);
        set(to + 2 * toStep, u & even | (v & even) << 16);
        set(to + 3 * toStep, u >>> 16 & even | v & ~even);
    }

    /** Four columns of ints, two rows at a time. */
    private static void ints(long from, long fromStep, long to, long toStep, long rows) {
        long source = from;
        long target = to;
        for (long row = 0; row < rows; row += 2, source += 8, target += 2 * toStep) {
            long a = get(source);
            long b = get(source + fromStep);
            long c = get(source + 2 * fromStep);
            long d = get(source + 3 * fromStep);
            set(target, a & LOW | b << 32);
            set(target + 8, c & LOW | d << 32);
            set(target + toStep, a >>> 32 | b & ~LOW);
            set(target + toStep + 8, c >>> 32 | d & ~LOW);
        }
    }

    /** Four columns of longs. */
    private static void longs(long from, long fromStep, long to, long toStep, long rows) {
        long source = from;
        long target = to;
        for (long row = 0; row < rows; row++, source += 8, target += toStep) {
            long a = get(source);
            long b = get(source + fromStep);
            long c = get(source + 2 * fromStep);
            long d = get(source + 3 * fromStep);
            set(target, a);
            set(target + 8, b);
            set(target + 16, c);
            set(target + 24, d);
        }
    }

    /** Two columns of pairs of longs. */
    private static void pairs(long from, long fromStep, long to, long toStep, long rows) {
        long source = from;
        long target = to;
        for (long row = 0; row < rows; row++, source += 16, target += toStep) {
            long a = get(source);
            long b = get(source + 8);
            long c = get(source + fromStep);
            long d = get(source + fromStep + 8);
            set(target, a);
            set(target + 8, b);
            set(target + 16, c);
            set(target + 24, d);
        }
    }
}
