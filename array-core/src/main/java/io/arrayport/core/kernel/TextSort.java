package io.arrayport.core.kernel;

/**
 * Sorts strings of one width: positions are merged by the first characters of what they name, which lie beside them as
 * numbers, and where these are equal by all.
 */
public final class TextSort implements SortKernel {
    /** Shortest runs: what is inserted one by one. */
    private static final int RUN = 12;
    /** A position and its key. */
    private static final int PAIR = 2 * Long.BYTES;

    private final ElementOrder order;
    private final int itemsize;

    /**
     * @param unit bytes of a character: 1, or 4 in native order
     * @param length characters that an element has room for
     */
    public TextSort(int unit, int length) {
        this(new TextOrder(unit, length), unit * length);
    }

    /**
     * Sorts other elements.
     *
     * @param itemsize bytes of one
     */
    public TextSort(ElementOrder order, int itemsize) {
        this.order = order;
        this.itemsize = itemsize;
    }

    @Override
    public long room(long n) {
        return Math.addExact(orderRoom(n), Math.multiplyExact(n, (long) Long.BYTES + itemsize));
    }

    @Override
    public long orderRoom(long n) {
        return Math.multiplyExact(n, 2 * PAIR);
    }

    @Override
    public void sort(long from, long at, long n, long room) {
        long places = room + orderRoom(n);
        long sorted = places + n * Long.BYTES;
        order(from, itemsize, n, places, room);
        for (long i = 0; i < n; i++) {
            Raw.copy(from + Raw.i64(places + i * Long.BYTES) * itemsize, sorted + i * itemsize, itemsize);
        }
        Raw.copy(sorted, at, n * itemsize);
    }

    @Override
    public void reorder(long in, long stride, long n, long places, long room) {
        long shared = n > RUN ? order.shared(in, stride, n, places) : 0;
        if (shared > 0) {
            // Otherwise their keys would all be alike
            new TextSort(order.behind(shared), itemsize).reorder(in + shared, stride, n, places, room);
            return;
        }
        long from = room;
        long to = room + n * PAIR;
        boolean narrow = true;
        for (long i = 0; narrow && i < n; i++) {
            narrow = order.isNarrow(in + Raw.i64(places + i * Long.BYTES) * stride);
        }
        for (long i = 0; i < n; i++) {
            long position = Raw.i64(places + i * Long.BYTES);
            Raw.i64(from + i * PAIR, position);
            Raw.i64(from + i * PAIR + Long.BYTES, order.key(in + position * stride, narrow));
        }
        for (long start = 0; start < n; start += RUN) {
            insert(in, stride, from + start * PAIR, Math.min(RUN, n - start));
        }
        for (long run = RUN; run < n; run *= 2) {
            for (long start = 0; start < n; start += 2 * run) {
                merge(in, stride, from + start * PAIR, Math.min(run, n - start), Math.min(2 * run, n - start),
                        to + start * PAIR);
            }
            long other = from;
            from = to;
            to = other;
        }
        for (long i = 0; i < n; i++) {
            Raw.i64(places + i * Long.BYTES, Raw.i64(from + i * PAIR));
        }
    }

    /** Whether the first pair's element comes behind that of the second. */
    private boolean isBehind(long in, long stride, long a, long b) {
        long left = Raw.i64(a + Long.BYTES);
        long right = Raw.i64(b + Long.BYTES);
        return left != right ? Long.compareUnsigned(left, right) > 0
                : order.compare(in + Raw.i64(a) * stride, in + Raw.i64(b) * stride) > 0;
    }

    private void insert(long in, long stride, long at, long n) {
        for (long i = 1; i < n; i++) {
            long here = at + i * PAIR;
            long position = Raw.i64(here);
            long key = Raw.i64(here + Long.BYTES);
            long to = here;
            while (to > at && isBefore(in, stride, position, key, to - PAIR)) {
                pair(to - PAIR, to);
                to -= PAIR;
            }
            Raw.i64(to, position);
            Raw.i64(to + Long.BYTES, key);
        }
    }

    private boolean isBefore(long in, long stride, long position, long key, long other) {
        long right = Raw.i64(other + Long.BYTES);
        return key != right ? Long.compareUnsigned(key, right) < 0
                : order.compare(in + position * stride, in + Raw.i64(other) * stride) < 0;
    }

    /** Merges {@code [0, middle)} and {@code [middle, n)}; of equal elements the first one comes first. */
    private void merge(long in, long stride, long at, long middle, long n, long out) {
        long left = at;
        long leftEnd = at + middle * PAIR;
        long right = leftEnd;
        long end = at + n * PAIR;
        long to = out;
        while (left < leftEnd && right < end) {
            if (isBehind(in, stride, left, right)) {
                pair(right, to);
                right += PAIR;
            } else {
                pair(left, to);
                left += PAIR;
            }
            to += PAIR;
        }
        Raw.copy(left, to, leftEnd - left);
        Raw.copy(right, to + (leftEnd - left), end - right);
    }

    private static void pair(long from, long to) {
        Raw.i64(to, Raw.i64(from));
        Raw.i64(to + Long.BYTES, Raw.i64(from + Long.BYTES));
    }
}
