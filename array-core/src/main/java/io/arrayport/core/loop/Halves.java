package io.arrayport.core.loop;

import java.util.function.LongUnaryOperator;

/**
 * A row that is summed by halves, cut where NumPy's pairwise sum halves it, again and again: the parts' sums, combined
 * two by two, are the bits of the row's sum. Where it is cut depends on its length alone.
 */
final class Halves {
    private static final int MOST_LEVELS = 10;

    /** Combines the sums of two neighbours into that of the first. */
    interface Pair {
        void combine(int first, int second);
    }

    private final long[] starts;
    private final LongUnaryOperator left;

    private Halves(long n, int levels, LongUnaryOperator left) {
        this.left = left;
        this.starts = new long[(1 << levels) + 1];
        starts[count()] = n;
        cut(0, count());
    }

    /**
     * Cuts a row of {@code n} elements into parts of more than {@code least}.
     *
     * @param left how many of some elements go into the left half
     */
    static Halves of(long n, long least, LongUnaryOperator left) {
        int levels = 0;
        while (levels < MOST_LEVELS && n >> levels + 1 > least) {
            levels++;
        }
        return new Halves(n, levels, left);
    }

    private void cut(int from, int to) {
        if (to - from > 1) {
            int middle = (from + to) / 2;
            starts[middle] = starts[from] + left.applyAsLong(starts[to] - starts[from]);
            cut(from, middle);
            cut(middle, to);
        }
    }

    int count() {
        return starts.length - 1;
    }

    /** About how many elements a part has. */
    long each() {
        return starts[count()] / count();
    }

    /** Where a part begins; behind the last one the row's length. */
    long start(int part) {
        return starts[part];
    }

    /** Combines the parts' sums; the first is that of the row then. */
    void combine(Pair pair) {
        for (int apart = 1; apart < count(); apart *= 2) {
            for (int part = 0; part < count(); part += 2 * apart) {
                pair.combine(part, part + apart);
            }
        }
    }
}
