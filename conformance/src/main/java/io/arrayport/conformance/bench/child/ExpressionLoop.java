package io.arrayport.conformance.bench.child;

import static io.arrayport.core.Np.np;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.MemoryInfo;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;

/**
 * Expressions over and over, every other round without closing anything: whether the process stays as large as it was
 * when it was warm, its blocks within the budget, and faults no new pages. Ends with exit code 1 where it does not.
 * Argument: for how many seconds.
 */
public final class ExpressionLoop {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** This part of the time is for compiling, and for the pool to fill. */
    private static final int WARM_UP = 5;
    private static final int REPORTS = 60;
    private static final double MOST_FAULTS = 1;
    private static final int COLLECTIONS = 5;

    private final NdArray a = np.arange(1_000_000, np.float64);
    private final NdArray b = np.ones(Shape.of(1_000_000), np.float64);
    private final NdArray c = np.zeros(Shape.of(1_000_000), np.float64);
    private long rounds;
    private double last;
    private long most;

    private ExpressionLoop() {}

    /** @param args how many seconds */
    public static void main(String[] args) throws IOException {
        boolean kept = new ExpressionLoop().run(Long.parseLong(args[0]));
        System.out.flush();
        Runtime.getRuntime().halt(kept ? 0 : 1);
    }

    private boolean run(long seconds) throws IOException {
        long start = System.nanoTime();
        long end = start + seconds * SECOND;
        long warm = start + seconds * SECOND / WARM_UP;
        until(start, warm, end);
        long blocks = blocks();
        long resident = Limits.residentKib();
        long warmRounds = rounds;
        long faults = faults();
        until(start, end, end);
        double perRound = (faults() - faults) / (double) (rounds - warmRounds);
        MemoryInfo info = np.memoryInfo();
        Limits limits = new Limits();
        System.out.println("expressions for " + seconds + " s, " + rounds + " rounds, result " + last + ":");
        limits.check("MiB in blocks, in use or kept", (double) (most >> 20), (double) (info.budget() >> 20));
        limits.check("resident KiB at the end less those when warm", Limits.residentKib() - (double) resident,
                Limits.MOST_GROWTH_KIB);
        // Its large blocks alone would be more than 500 if they were new
        limits.check("page faults in a round", perRound, MOST_FAULTS);
        limits.check("blocks more or fewer out", Math.abs((double) (blocks() - blocks)), 0);
        return !limits.broken();
    }

    private void until(long start, long moment, long end) throws IOException {
        long step = Math.max(SECOND, (end - start) / REPORTS);
        long next = System.nanoTime() + step;
        while (System.nanoTime() - moment < 0) {
            round();
            MemoryInfo info = np.memoryInfo();
            most = Math.max(most, info.made().bytes() + info.pooled());
            if (System.nanoTime() - next >= 0) {
                next += step;
                System.err.printf(Locale.ROOT, "%d of %d s: %d rounds, %d page faults, %s%n",
                        (System.nanoTime() - start) / SECOND, (end - start) / SECOND, rounds, faults(), info);
            }
        }
    }

    private void round() {
        if (rounds++ % 2 == 0) {
            last = expression();
        } else {
            try (Scope _ = np.scope()) {
                last = expression();
            }
        }
    }

    /** Blocks of 8, 4 and 2 MB and small ones, and views. */
    private double expression() {
        NdArray x = a.multiply(b).add(c);
        NdArray y = x.get("::2").subtract(1);
        return y.astype(np.float32).get(":250000").sum().toDouble();
    }

    /** How many are in use when the collector has found those that are not. */
    private static long blocks() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            LockSupport.parkNanos(SECOND / 50);
            Ledger.drain();
        }
        return Ledger.counts().nativeBlocks();
    }

    /** Minor faults of this process until now. */
    private static long faults() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[7]);
    }
}
