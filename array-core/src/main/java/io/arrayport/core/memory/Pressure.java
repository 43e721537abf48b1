package io.arrayport.core.memory;

import java.lang.management.ManagementFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks for a collection before dropped arrays have grown to all that the budget allows. The collector sees a heap that
 * hardly grows; what grows since it last ran are blocks, and most of them may be nobody's.
 *
 * <p>The alternative to a collection is fresh memory, which costs time as well: the system clears its pages, and some
 * have to be asked of another machine first. So either is chosen until it has cost as much as the other would: a loop
 * that drops arrays takes more memory as long as that is cheap, and what it has comes round ever less often, until
 * collections cost next to nothing. A collection that finds little is a reason to doubt the next one, which then waits
 * until fresh memory has cost several times as much: a program that keeps what it makes pays for few. How the collector
 * is brought to it is {@link Collecting}'s.
 */
final class Pressure {
    /** Bytes more in use that are worth a collection, where fresh memory has been cheap. */
    static final long LEAST = 128L << 20;
    /** As {@link #LEAST}, where fresh memory has cost more than a collection would. */
    static final long LEAST_DEAR = LEAST / 4;
    private static final long DOUBT = 4;
    /** What finds little costs a 16th of what fresh memory does; of a 64th, dropped arrays came a second later. */
    private static final long MOST_DOUBT = DOUBT * DOUBT;
    /** After so many times as long as a collection took, the next one costs next to nothing. */
    private static final int SHARE = 20;
    /** How long to wait for the JVM's thread that queues what a collection found. */
    private static final long PATIENCE_MILLIS = 5;
    private static final long PATIENCE_NANOS = PATIENCE_MILLIS * 1_000_000;
    private static final long BREATH_NANOS = 50_000;
    /** Nothing has come for this part of the time that a collection took: that was all. */
    private static final int QUIET = 16;

    private static final Collecting COLLECTING = new Collecting(0);

    private static volatile int collections;
    /** Bytes in use after the last collection, or fewer if there have been fewer since. */
    private static volatile long settled;
    /** By how many bytes more must be in use, once {@link #next} has come. */
    private static volatile long worth = LEAST;
    private static volatile long next = System.nanoTime();
    /** What fresh memory must have cost before then, as {@link #FRESH} counts; a guess before the first. */
    static volatile long dear = 50_000_000;
    /** Time of threads, since the last collection, that fresh memory has cost. */
    private static final AtomicLong FRESH = new AtomicLong();
    private static long doubt = 1;
    /** Whether the last one looked at young objects only, and found little: what is sought may have grown old. */
    private static boolean missed;
    private static long ended = System.nanoTime();
    /** The processors' time at that moment; 0 before the first. */
    private static long spent;

    private Pressure() {}

    /**
     * Collects if it is likely to be worth it: enough more bytes are in use, or half of what the budget still allowed
     * after the last one, and either fresh memory has cost as much since or time enough has passed.
     *
     * @return whether what was dropped has come back since
     */
    static boolean relieve() {
        int seen = collections;
        boolean isDear = FRESH.get() >= dear;
        if (Budget.isIdle() || !isDear && System.nanoTime() - next < 0
                || grown() < Math.min(isDear ? LEAST_DEAR : worth, (Budget.limit() - settled) / 2)) {
            return false;
        }
        synchronized (Pressure.class) {
            if (collections == seen) {
                collect(false);
            }
        }
        return true;
    }

    /** Fresh memory has been taken, which took so long. */
    static void tookFresh(long nanos) {
        FRESH.addAndGet(nanos);
    }

    /** Whether more is likely to come of a collection than what is kept. */
    static boolean isLikely() {
        return grown() > Budget.pooled();
    }

    /**
     * Runs the collector, and gives back what it found.
     *
     * @param all among old objects too, which it does anyway after it has found little among young ones
     */
    static synchronized void collect(boolean all) {
        long before = grown();
        long inUse = Budget.atMost();
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        Reference<Object> canary = new PhantomReference<>(new Object(), queue);
        long start = System.nanoTime();
        double stopped = running(start);
        boolean young = COLLECTING.run(canary, all || missed);
        try {
            if (queue.remove(PATIENCE_MILLIS) != null) {
                takeFound(inUse, start);
            }
        } catch (InterruptedException cutShort) {
            Thread.currentThread().interrupt();
        } finally {
            Reference.reachabilityFence(canary);
        }
        Reaper.drainOurs();
        long left = grown();
        settled = Budget.atMost();
        boolean fruitful = left <= before / 2;
        doubt = fruitful ? 1 : Math.min(MOST_DOUBT, doubt * DOUBT);
        // Where most of it is in use, what is in use has to double first
        worth = fruitful ? LEAST : Math.max(LEAST, settled);
        ended = System.nanoTime();
        spent = processorTime();
        dear = (long) ((ended - start) * stopped * doubt);
        next = ended + SHARE * (ended - start);
        missed = young && !fruitful;
        FRESH.set(0);
        collections++;
    }

    /**
     * The JVM's thread may have queued the canary first, and be at the others: on one processor it has its turn only
     * while this thread waits, and the more the longer the collection took.
     */
    private static void takeFound(long inUse, long start) {
        long came = System.nanoTime();
        long took = came - start;
        long end = came + Math.max(took, PATIENCE_NANOS);
        long least = inUse;
        long now;
        do {
            Reaper.drainOurs();
            LockSupport.parkNanos(BREATH_NANOS);
            now = System.nanoTime();
            long left = Budget.atMost();
            if (left < least) {
                least = left;
                came = now;
            }
        } while (now - end < 0 && now - came < Math.max(took / QUIET, least == inUse ? PATIENCE_NANOS : 0));
    }

    /** How many threads have been running since the last collection, on average. */
    private static double running(long now) {
        long time = processorTime();
        return spent == 0 ? 1 : Math.max(1, (time - spent) / (double) (now - ended));
    }

    private static long processorTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime()
                : 0;
    }

    private static long grown() {
        long live = Budget.atMost();
        if (live < settled) {
            settled = live;
        }
        return live - settled;
    }
}
