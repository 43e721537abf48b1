package io.arrayport.core.testing;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

import io.arrayport.core.memory.Ledger;

/**
 * What is out once the collector has found what earlier tests left on other threads or in their arguments. Counts that
 * a test compares must start here: else the collector, which comes when it likes, gives back a stranger's blocks
 * between the two.
 */
public final class Settled {
    /** Looks at which nothing has changed: on a busy machine the JVM's thread may miss the first. */
    private static final int QUIET = 3;

    private Settled() {}

    public static Ledger.Counts counts() {
        Ledger.Counts now = Ledger.counts();
        for (int quiet = 0; quiet < QUIET;) {
            Ledger.Counts before = now;
            collect();
            Ledger.drain();
            now = Ledger.counts();
            quiet = now.equals(before) ? quiet + 1 : 0;
        }
        return now;
    }

    /** Collects, and waits for the JVM's thread that queues what was found: on a busy machine that takes a while. */
    private static void collect() {
        ReferenceQueue<Object> found = new ReferenceQueue<>();
        Reference<Object> witness = new PhantomReference<>(new Object(), found);
        System.gc();
        try {
            found.remove(1000);
            Thread.sleep(5); // others of the same collection may come after it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Reference.reachabilityFence(witness);
    }
}
