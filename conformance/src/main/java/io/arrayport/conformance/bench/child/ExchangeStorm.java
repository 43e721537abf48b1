package io.arrayport.conformance.bench.child;

import static io.arrayport.core.Np.np;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackRaw;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges of all kinds, mixed, over platform and virtual threads with the collector looping: what is out when they
 * have ended, and whether the process grew. Ends with exit code 1 where that is too much. Argument: how many.
 */
public final class ExchangeStorm {
    private static final int PLATFORM = 8;
    private static final int VIRTUAL = 400;
    private static final Duration BETWEEN_COLLECTIONS = Duration.ofMillis(20);
    /** How long a dropped capsule may take to be found. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicLong left = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final NdArray shared = np.arange(256, np.float32);

    private ExchangeStorm() {}

    /** @param args how many exchanges */
    public static void main(String[] args) throws Exception {
        long all = Long.parseLong(args[0]);
        Limits limits = new Limits();
        ExchangeStorm storm = new ExchangeStorm();
        try (MixedExchange mixed = new MixedExchange()) {
            Thread collector = Thread.ofPlatform().daemon().start(ExchangeStorm::collect);
            storm.run(mixed, all / 2); // until code is compiled, pools are full and the collector has its tables
            long exports = settled();
            Ledger.Counts before = Ledger.counts();
            long resident = Limits.residentKib();
            storm.run(mixed, all);
            long capsules = settled() - exports;
            System.out.println("mixed exchanges on " + PLATFORM + " platform and " + VIRTUAL + " virtual threads, "
                    + all + " times:");
            limits.check("resident KiB at the end less those before", Limits.residentKib() - (double) resident,
                    Limits.MOST_GROWTH_KIB);
            Ledger.Counts after = Ledger.counts();
            // More would be lost, fewer given back twice
            limits.check("capsules more or fewer out", Math.abs((double) capsules), 0);
            limits.check("exports more or fewer out", Math.abs((double) (after.exports() - before.exports())), 0);
            limits.check("imports more or fewer out", Math.abs((double) (after.imports() - before.imports())), 0);
            limits.check("blocks more or fewer out",
                    Math.abs((double) (after.nativeBlocks() - before.nativeBlocks())), 0);
            collector.interrupt();
        }
        System.out.flush();
        Runtime.getRuntime().halt(limits.broken() ? 1 : 0);
    }

    private void run(MixedExchange mixed, long count) throws InterruptedException {
        left.set(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < PLATFORM + VIRTUAL; i++) {
            SplittableRandom random = new SplittableRandom(count + i);
            Runnable work = () -> exchange(mixed, random);
            threads.add(i < PLATFORM ? Thread.ofPlatform().start(work) : Thread.ofVirtual().start(work));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("an exchange failed", thrown);
        }
    }

    private void exchange(MixedExchange mixed, SplittableRandom random) {
        try {
            while (left.getAndDecrement() > 0 && failure.get() == null) {
                mixed.one(shared, random.nextInt(MixedExchange.KINDS));
                if (Thread.currentThread().isVirtual()) {
                    LockSupport.parkNanos(1); // the next one's turn: they are many, and their carriers few
                }
            }
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
        }
    }

    /** Waits until the collector has found what was dropped, and returns how many exports are out. */
    private static long settled() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (DlpackRaw.liveExports() > 0 && System.nanoTime() < end) {
            System.gc();
            Ledger.drain();
            Thread.sleep(BETWEEN_COLLECTIONS);
        }
        return DlpackRaw.liveExports();
    }

    private static void collect() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                System.gc();
                Thread.sleep(BETWEEN_COLLECTIONS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
