package io.arrayport.core.memory;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/**
 * Asks for a collection before dropped arrays have grown to all that the budget allows. The collector sees a heap that
 * hardly grows; what grows since it last ran are blocks, and most of them may be nobody's.
 */
final class Pressure {
    /** Less is not worth a collection. */
    static final long LEAST = 128L << 20;
    /** So many times as long as a collection took, none is asked for before the budget is full. */
    private static final int SHARE = 20;
    /** How long to wait for the JVM's thread that queues what a collection found. */
    private static final long PATIENCE_MILLIS = 5;

    private static volatile int collections;
    /** Bytes in use after the last collection, or fewer if there have been fewer since. */
    private static volatile long settled;
    private static volatile long next = System.nanoTime();

    private Pressure() {}

    /**
     * Collects if it is likely to be worth it: more bytes are in use, by as many as were left the last time, or by
     * half of what the budget still allowed then.
     *
     * @return whether what was dropped has come back since
     */
    static boolean relieve() {
        int seen = collections;
        if (Budget.isIdle() || grown() < Math.min(Math.max(LEAST, settled), (Budget.limit() - settled) / 2)
                || System.nanoTime() - next < 0) {
            return false;
        }
        synchronized (Pressure.class) {
            if (collections == seen) {
                collect();
            }
        }
        return true;
    }

    /** Whether more is likely to come of a collection than what is kept. */
    static boolean isLikely() {
        return grown() > Budget.pooled();
    }

    /** Runs the collector, and gives back what it found. */
    static synchronized void collect() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        Reference<Object> canary = new PhantomReference<>(new Object(), queue);
        long start = System.nanoTime();
        System.gc();
        try {
            queue.remove(PATIENCE_MILLIS);
        } catch (InterruptedException cutShort) {
            Thread.currentThread().interrupt();
        } finally {
            Reference.reachabilityFence(canary);
        }
        Reaper.drainOurs();
        settled = Budget.atMost();
        next = System.nanoTime() + SHARE * (System.nanoTime() - start);
        collections++;
    }

    private static long grown() {
        long live = Budget.atMost();
        if (live < settled) {
            settled = live;
        }
        return live - settled;
    }
}
