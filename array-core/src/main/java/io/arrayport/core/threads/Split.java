package io.arrayport.core.threads;

/**
 * Splits a loop into ranges that several threads take one after the other, the calling thread among them.
 *
 * <p>What a loop costs is measured, not guessed: its first few thousand elements are computed at once, and only if the
 * rest would take longer than waking helpers is worth, is it shared. So a cheap loop over many elements stays on one
 * thread, and a dear one over few does not.
 *
 * <p>Ranges must not depend on each other, and what is written must not depend on where they are cut: then an operation
 * has the same bits whatever the number of threads. A loop inside of a range is not split again. What one range throws
 * comes out of the call, of several the first in order, once no range runs any more; the others are not begun then.
 * Memory that ranges touch is therefore held by whoever holds it during the call.
 */
public final class Split {
    /** Loops of less work are not worth a look at the clock. */
    public static final long LEAST = 1 << 14;

    /** Work that is done before the clock is asked. */
    private static final long PROBE = 1 << 12;
    /** Units of more work are not probed. */
    private static final long HEAVY = 1 << 14;
    /** What a simple operation is taken to last where the clock was not asked. */
    private static final double NANOS = 0.25;
    /** A rest that takes less is finished at once; tests share all that there is. */
    static volatile double worthNanos = 50_000;
    /** A range takes at least as long, if there is so much: claiming one costs a few tens of nanoseconds. */
    static volatile double shortNanos = 20_000;
    /**
     * How long loops that would be shared have yet to be computed alone. At the start of a process the compiler wants
     * the other processors: a first addition of a million elements takes half as long on one thread as on two. Threads
     * that count at once may forget some.
     */
    static long aloneNanos = 15_000_000;
    /** Work that is done before one looks how long one has been alone. */
    private static final long ALONE = 1 << 16;
    /** A range takes at most as long, if it can be cut so: another caller gets a helper no later. */
    private static final long LONG_NANOS = 1_000_000;
    /** Ranges for each thread: the last ones end at about the same time though some threads are slower. */
    private static final long RANGES = 4;

    private Split() {}

    /** A part of a loop. Runs on any thread, several at a time; must not rely on thread-local state. */
    @FunctionalInterface
    public interface Range {
        /** Computes {@code [from, to)}, which is not empty. */
        void run(long from, long to);
    }

    /**
     * Returns whether a loop is to be handed to {@link #run}: one look at a number for a small one, which spares what
     * preparing it costs.
     *
     * @param units of work
     * @param weight of a unit, in simple operations on an element; at least 1
     */
    public static boolean isWorth(long units, long weight) {
        return units * (double) weight >= LEAST && units > 1 && Threads.allowed() > 1;
    }

    /**
     * Computes {@code [0, units)}.
     *
     * @param units what ranges are made of: such that ranges share no line of the cache, or page, to speak of
     * @param weight of a unit, in simple operations on an element, at least 1: how much is done before the clock is
     *        asked. Units of many thousands are shared without asking
     */
    public static void run(long units, long weight, Range range) {
        if (units <= 0) {
            return;
        }
        if (!isWorth(units, weight)) {
            range.run(0, units);
            return;
        }
        int threads = Threads.setLimit(1); // a loop inside is not split again
        try {
            measured(Math.min(threads, Threads.count()), units, weight, range);
        } finally {
            Threads.setLimit(threads);
        }
    }

    private static void measured(int threads, long units, long weight, Range range) {
        long first = weight > HEAVY ? 0 : Math.max(1, PROBE / weight);
        double nanos = weight * NANOS; // of a unit, until it is known
        if (first >= units) {
            range.run(0, units);
            return;
        }
        if (first > 0) {
            long start = System.nanoTime();
            range.run(0, first);
            nanos = Math.max(1, System.nanoTime() - start) / (double) first;
        }
        while (aloneNanos > 0 && first < units && nanos * (units - first) >= worthNanos) {
            long end = Math.min(units, first + Math.max(1, ALONE / weight));
            long start = System.nanoTime();
            range.run(first, end);
            long taken = System.nanoTime() - start;
            nanos = Math.max(1, taken) / (double) (end - first);
            aloneNanos -= taken;
            first = end;
        }
        long step = step(threads, units - first, nanos);
        if (nanos * (units - first) < worthNanos || step >= units - first) {
            if (first < units) {
                range.run(first, units);
            }
        } else {
            Helpers.POOL.share(new Job(range, first, units, step, threads - 1));
        }
    }

    private static long step(int threads, long units, double nanos) {
        double least = shortNanos / nanos;
        double most = Math.max(LONG_NANOS / nanos, least);
        double wanted = units / (double) (threads * RANGES);
        return (long) Math.max(1, Math.ceil(Math.min(Math.max(wanted, least), most)));
    }
}
