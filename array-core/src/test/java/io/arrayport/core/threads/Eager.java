package io.arrayport.core.threads;

/** Shares every loop that is looked at, in short ranges, however little it costs, until it is closed. */
public final class Eager implements AutoCloseable {
    private final double worth = Split.worthNanos;
    private final double range = Split.shortNanos;
    private final long alone = Split.aloneNanos;
    private final int threads;

    private Eager(int threads) {
        this.threads = Threads.setCount(threads);
        Split.worthNanos = 0;
        Split.shortNanos = 0;
        Split.aloneNanos = 0;
    }

    /** @param count how many threads there are meanwhile */
    public static Eager threads(int count) {
        return new Eager(count);
    }

    @Override
    public void close() {
        Split.worthNanos = worth;
        Split.shortNanos = range;
        Split.aloneNanos = alone;
        Threads.setCount(threads);
    }
}
