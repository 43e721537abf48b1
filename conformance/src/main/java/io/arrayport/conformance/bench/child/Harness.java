package io.arrayport.conformance.bench.child;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/** Times calls in a JVM, and knows when it is warm. */
final class Harness {
    private static final double BATCH_NANOS = 10e6;
    private static final int CALM = 4;
    private static final double STEADY = 1.1;

    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();

    /** What is timed, {@code calls} times; a method of the case, so that the loop is compiled with it. */
    interface Batch {
        void run(long calls);
    }

    /** Returns the nanoseconds that {@code calls} calls took. */
    static long time(Batch batch, long calls) {
        long start = System.nanoTime();
        batch.run(calls);
        return System.nanoTime() - start;
    }

    /**
     * Runs batches until four in a row take the same time and the compiler has nothing finished meanwhile, or the
     * time is up.
     *
     * @return nanoseconds per call of the fastest of the last batches
     */
    double warm(Batch batch, double mostNanos) {
        long begin = System.nanoTime();
        double perCall = time(batch, 1);
        double[] last = new double[CALM];
        long[] compiled = new long[CALM];
        for (int round = 0;; round++) {
            long calls = (long) Math.clamp(BATCH_NANOS / Math.max(perCall, 1), 1, 1e7);
            perCall = time(batch, calls) / (double) calls;
            last[round % CALM] = perCall;
            long now = compiler.getTotalCompilationTime();
            boolean idle = compiled[round % CALM] == now;
            compiled[round % CALM] = now;
            if (round >= CALM && idle && isSteady(last) || System.nanoTime() - begin > mostNanos) {
                return perCall;
            }
        }
    }

    private static boolean isSteady(double[] batches) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double each : batches) {
            least = Math.min(least, each);
            most = Math.max(most, each);
        }
        return most <= STEADY * least;
    }
}
