package io.arrayport.core.kernel;

/**
 * {@link SortKernel} of 4 and 8 bytes, which sorts numbers themselves.
 *
 * @param bytes of a number
 * @param least how many numbers there must be
 * @param twin sorts positions, and what is too short
 */
record WholeSort(int bytes, int least, StripSort sort, SortKernel twin) implements SortKernel {
    @Override
    public long room(long n) {
        return n < least ? twin.room(n) : Math.multiplyExact(Math.addExact(n, StripSort.SPARE), bytes);
    }

    @Override
    public long orderRoom(long n) {
        return twin.orderRoom(n);
    }

    @Override
    public void sort(long from, long at, long n, long room) {
        if (n < least) {
            twin.sort(from, at, n, room);
        } else {
            sort.run(from, at, n, room);
        }
    }

    @Override
    public boolean columns(long from, long at, long step, long n, long count, long room) {
        return sort.columns(from, at, step, n, count, room);
    }

    @Override
    public void part(long from, long at, long n, long[] ranks, long room) {
        if (n < least) {
            twin.sort(from, at, n, room);
        } else {
            sort.part(from, at, n, ranks, room);
        }
    }

    @Override
    public void order(long in, long stride, long n, long places, long room) {
        twin.order(in, stride, n, places, room);
    }

    @Override
    public void partOrder(long in, long stride, long n, long[] ranks, long places, long room) {
        twin.partOrder(in, stride, n, ranks, places, room);
    }

    @Override
    public void reorder(long in, long stride, long n, long places, long room) {
        twin.reorder(in, stride, n, places, room);
    }
}
