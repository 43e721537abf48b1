package io.arrayport.core.kernel;

/**
 * Strips of positions along an axis, int64 in native order, of which negative ones count from the end. Strides are in
 * bytes, and nothing is checked but by {@link #firstOutside}.
 */
public final class Positions {
    private static final int BLOCK = 1024;

    private Positions() {}

    /** Returns which of {@code n} positions is the first that an axis of length {@code dim} has not; or {@code n}. */
    public static long firstOutside(long positions, long stride, long n, long dim) {
        for (long done = 0; done < n; done += BLOCK) {
            int count = (int) Math.min(BLOCK, n - done);
            long at = positions + done * stride;
            if (anyOutside(at, stride, count, dim)) {
                int first = 0;
                // Another thread may have changed it meanwhile, and all be inside
                while (first < count && !isOutside(fromFront(Raw.i64(at + first * stride), dim), dim)) {
                    first++;
                }
                if (first < count) {
                    return done + first;
                }
            }
        }
        return n;
    }

    /** Returns whether a position, counted from the front, is not there. */
    static boolean isOutside(long position, long dim) {
        return Long.compareUnsigned(position, dim) >= 0;
    }

    /** Less than 0 if a position is too low or too high: either sum has its sign set then, also by overflow. */
    private static long signs(long position, long dim) {
        return position + dim | dim - 1 - position;
    }

    private static boolean anyOutside(long positions, long stride, int n, long dim) {
        long signs = 0;
        for (int i = 0; i < n; i++) {
            signs |= signs(Raw.i64(positions + stride * i), dim);
        }
        return signs < 0;
    }

    /** Returns a position counted from the front. */
    static long fromFront(long position, long dim) {
        return position + (position >> 63 & dim);
    }

    /**
     * Adds to each element of {@code out} how many bytes a position is from the first, at {@code step} bytes each.
     *
     * @return whether the axis has all of them; what has been written is of no use otherwise
     */
    public static boolean add(long positions, long stride, long dim, long step, long out, long outStride, long n) {
        long signs = 0;
        for (long i = 0; i < n; i++) {
            long position = Raw.i64(positions + i * stride);
            signs |= signs(position, dim);
            long to = out + i * outStride;
            Raw.i64(to, Raw.i64(to) + fromFront(position, dim) * step);
        }
        return signs >= 0;
    }

    /** {@link PositionKernel} without vectors. */
    static long write(long mask, long stride, long n, long first, long out, long end) {
        long to = out;
        long done = 0;
        if (stride == 1) {
            for (; done + Long.BYTES <= n && to + 7 * Long.BYTES <= end; done += Long.BYTES) {
                long eight = Raw.i64(mask + done);
                if (eight != 0) {
                    to = eight(Bools.sums(eight), first + done, to);
                }
            }
        }
        for (; done < n && to <= end; done++) {
            Raw.i64(to, first + done);
            to += 8L * Bools.bit(Raw.i8(mask + done * stride));
        }
        return to;
    }

    /** Each is written where the next true one goes, whether it is true or not: nothing branches on a bool. */
    private static long eight(long sums, long first, long out) {
        for (int i = 0; i < 8; i++) {
            Raw.i64(out + 8 * Bools.before(sums, i), first + i);
        }
        return out + 8 * (sums >>> 56);
    }

    /** Returns how many bools are true. */
    public static long count(long mask, long stride, long n) {
        long count = 0;
        long done = 0;
        if (stride == 1) {
            for (; done + Long.BYTES <= n; done += Long.BYTES) {
                count += Long.bitCount(Bools.ones(Raw.i64(mask + done)));
            }
        }
        for (; done < n; done++) {
            count += Bools.bit(Raw.i8(mask + done * stride));
        }
        return count;
    }
}
