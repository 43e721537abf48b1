package io.arrayport.core.kernel;

import org.jspecify.annotations.Nullable;

/**
 * {@link SortKernel} of 4 and 8 bytes: sorts keys of the same size, where the numbers lie.
 *
 * @param keys null if numbers are their own
 * @param least how many numbers there must be for these
 * @param twin sorts positions, and what is too short
 */
record WholeSort(@Nullable StripKeys keys, int least, StripSort sort, SortKernel twin) implements SortKernel {
    @Override
    public long room(long n) {
        return twin.room(n);
    }

    @Override
    public void sort(long at, long n, long room) {
        if (keys == null) {
            sort.run(at, n, room);
        } else if (n < least) {
            twin.sort(at, n, room);
        } else {
            keys.keys(at, n);
            sort.run(at, n, room);
            keys.numbers(at, n);
        }
    }

    @Override
    public void part(long at, long n, long[] ranks, long room) {
        if (keys == null) {
            sort.part(at, n, ranks, room);
        } else if (n < least) {
            twin.sort(at, n, room);
        } else {
            keys.keys(at, n);
            sort.part(at, n, ranks, room);
            keys.numbers(at, n);
        }
    }

    @Override
    public void order(long in, long stride, long n, long places, long room) {
        twin.order(in, stride, n, places, room);
    }

    @Override
    public void reorder(long in, long stride, long n, long places, long room) {
        twin.reorder(in, stride, n, places, room);
    }
}
