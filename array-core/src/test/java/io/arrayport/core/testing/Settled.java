package io.arrayport.core.testing;

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
            System.gc();
            pause();
            Ledger.drain();
            now = Ledger.counts();
            quiet = now.equals(before) ? quiet + 1 : 0;
        }
        return now;
    }

    /** References are queued by a thread of the JVM, shortly after the collection. */
    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
