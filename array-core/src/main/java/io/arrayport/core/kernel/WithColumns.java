package io.arrayport.core.kernel;

/**
 * {@link StripSort} that sorts columns, too.
 *
 * @param bytes of a number
 */
record WithColumns(StripSort strips, ColumnSort columns, int bytes) implements StripSort {
    @Override
    public void run(long from, long at, long n, long room) {
        strips.run(from, at, n, room);
    }

    @Override
    public void part(long from, long at, long n, long[] ranks, long room) {
        strips.part(from, at, n, ranks, room);
    }

    @Override
    public boolean parts(long n) {
        return strips.parts(n);
    }

    @Override
    public boolean columns(long from, long at, long step, long n, long count, long room) {
        int together = columns.together();
        if (n > ColumnSort.MOST || count < together) {
            return false;
        }
        for (long done = 0; done < count; done += together) {
            long first = Math.min(done, count - together); // some of the last ones are sorted once more
            columns.run(from + first * bytes, at + first * bytes, step, n, room);
        }
        return true;
    }
}
