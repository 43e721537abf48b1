package io.arrayport.core.kernel;

/**
 * Strips of positions along an axis, int64 in native order, of which negative ones count from the end. Strides are in
 * bytes, and nothing is checked but by {@link #firstOutside}.
 */
public final class Positions {
    private static final int BLOCK = 1024;

    private Positions() {}

    /** Returns which is the first of {@code n} positions that an axis of length {@code dim} has not; {@code n} if none. */
    public static long firstOutside(long positions, long stride, long n, long dim) {
        for (long done = 0; done < n; done += BLOCK) {
            int count = (int) Math.min(BLOCK, n - done);
            long at = positions + done * stride;
            if (stride == Long.BYTES ? anyOutside(at, count, dim) : anyOutside(at, stride, count, dim)) {
                long first = 0;
                while (!isOutside(Raw.i64(at + first * stride), dim)) {
                    first++;
                }
                return done + first;
            }
        }
        return n;
    }

    private static boolean isOutside(long position, long dim) {
        return position < -dim || position >= dim;
    }

    // The sign of either sum is set where a position is too low or too high, also by overflow
    private static boolean anyOutside(long positions, int n, long dim) {
        long signs = 0;
        for (int i = 0; i < n; i++) {
            long position = Raw.i64(positions + 8L * i);
            signs |= position + dim | dim - 1 - position;
        }
        return signs < 0;
    }

    private static boolean anyOutside(long positions, long stride, int n, long dim) {
        long signs = 0;
        for (int i = 0; i < n; i++) {
            long position = Raw.i64(positions + stride * i);
            signs |= position + dim | dim - 1 - position;
        }
        return signs < 0;
    }

    /** Returns a position counted from the front. */
    static long fromFront(long position, long dim) {
        return position + (position >> 63 & dim);
    }

    /** Adds to each element of {@code out} how many bytes a position is from the first, at {@code step} bytes each. */
    public static void add(long positions, long stride, long dim, long step, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            long to = out + i * outStride;
            Raw.i64(to, Raw.i64(to) + fromFront(Raw.i64(positions + i * stride), dim) * step);
        }
    }
}
