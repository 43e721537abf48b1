package io.arrayport.core.kernel;

/** {@link StripSort} of numbers that are not ints or longs themselves: sorts keys where the numbers lie. */
record KeyedSort(StripKeys keys, StripSort sort) implements StripSort {
    @Override
    public void run(long at, long n, long room) {
        keys.keys(at, at, n);
        sort.run(at, n, room);
        keys.numbers(at, at, n);
    }

    @Override
    public void part(long at, long n, long[] ranks, long room) {
        keys.keys(at, at, n);
        sort.part(at, n, ranks, room);
        keys.numbers(at, at, n);
    }
}
