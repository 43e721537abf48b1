package io.arrayport.core.memory;

/**
 * The sizes in which blocks are kept: eight between a power of two and the next, so that at most an eighth of a block
 * is waste and arrays of nearly the same size share one. From 4 MiB on they are whole huge pages: what is between is
 * resident anyway.
 */
final class SizeClass {
    /** Up to here {@link Home} keeps blocks, in their own sizes. */
    static final long SMALL = 1024;
    /**
     * From here on 2 MiB pages pay: first touch of 80 MB takes 4 ms instead of 30 (NumPy draws the line at 4 MiB
     * too).
     */
    static final long HUGE = 4L << 20;
    static final long HUGE_PAGE = 2L << 20;
    static final int COUNT = 8 * (Long.SIZE - 11);

    private static final int FIRST = Long.SIZE - 1 - Long.numberOfLeadingZeros(SMALL);
    private static final int STEPS = 3;

    private SizeClass() {}

    /** The least of the sizes that holds {@code bytes}; themselves where there is none, or they are few. */
    static long ceiling(long bytes) {
        if (bytes <= SMALL) {
            return bytes;
        }
        long step = 1L << log(bytes) - STEPS;
        long size = up(bytes, step);
        if (size > HUGE) {
            size = up(bytes, Math.max(step, HUGE_PAGE));
        }
        return size < bytes ? bytes : size;
    }

    /** Whether it is one of them. */
    static boolean is(long bytes) {
        return bytes > SMALL && ceiling(bytes) == bytes;
    }

    /** The place of a size among them. */
    static int index(long size) {
        int log = log(size);
        return (log - FIRST << STEPS) + (int) (size - 1 >>> log - STEPS & (1 << STEPS) - 1);
    }

    /** The size at a place. */
    static long at(int index) {
        return (long) (index % (1 << STEPS) + (1 << STEPS) + 1) << (index >> STEPS) + FIRST - STEPS;
    }

    private static long up(long bytes, long step) {
        return bytes + step - 1 & -step;
    }

    /** Of the power of two below. */
    private static int log(long bytes) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes - 1);
    }
}
