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
    private Settled() {}

    public static Ledger.Counts counts() {
        Ledger.Counts before;
        Ledger.Counts now = Ledger.counts();
        do {
            before = now;
            collect();
            Ledger.drain();
            now = Ledger.counts();
        } while (!now.equals(before));
        return now;
    }

    /** References are queued by a thread of the JVM, some time after the collection: one of our own says when. */
    private static void collect() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        PhantomReference<Object> last = new PhantomReference<>(new Object(), queue);
        System.gc();
        try {
            queue.remove(2000);
            Thread.sleep(5); // the others of that collection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Reference.reachabilityFence(last);
    }
}
