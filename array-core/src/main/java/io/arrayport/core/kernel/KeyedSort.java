package io.arrayport.core.kernel;

/** {@link StripSort} of numbers that are not ints or longs themselves: sorts keys where the numbers come. */
record KeyedSort(StripKeys keys, StripSort sort) implements StripSort {
    @Override
    public void run(long from, long at, long n, long room) {
        keys.keys(from, at, n);
        sort.run(at, at, n, room);
        keys.numbers(at, at, n);
    }

    @Override
    public void part(long from, long at, long n, long[] ranks, long room) {
        keys.keys(from, at, n);
        sort.part(at, at, n, ranks, room);
        keys.numbers(at, at, n);
    }
}
