package io.arrayport.core.testing;

import io.arrayport.core.memory.Ledger;

/**
 * What is out once the collector has found what earlier tests left on other threads or in their arguments. Counts that
 * a test compares must start here: else the collector, which comes when it likes, gives back a stranger's blocks
 * between the two.
 */
public final class Settled {
    private Settled() {}

    public static Ledger.Counts counts() {
        Ledger.Counts before;
        Ledger.Counts now = Ledger.counts();
        do {
            before = now;
            System.gc();
            pause();
            Ledger.drain();
            now = Ledger.counts();
        } while (!now.equals(before));
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
