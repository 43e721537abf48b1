package io.arrayport.core.kernel;

/**
 * {@link KeyedSort} of at least one vector, which sorts few numbers beside: they come there as keys, and from there as
 * numbers.
 *
 * @param few bytes of so many as the network sorts
 * @param bytes of a number
 * @param many sorts all others
 */
record KeyedNetwork(StripKeys keys, SortNetwork network, long few, int bytes, StripSort many) implements StripSort {
    @Override
    public void run(long from, long at, long n, long room) {
        if (n * bytes > few) {
            many.run(from, at, n, room);
            return;
        }
        keys.keys(from, room, n);
        network.sort(room, n, room + few, room);
        keys.numbers(room + few, at, n);
    }

    @Override
    public void part(long from, long at, long n, long[] ranks, long room) {
        if (n * bytes > few) {
            many.part(from, at, n, ranks, room);
        } else {
            run(from, at, n, room);
        }
    }
}
