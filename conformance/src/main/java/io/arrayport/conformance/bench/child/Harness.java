package io.arrayport.conformance.bench.child;

/** Times calls in a JVM, and knows when it is warm. */
final class Harness {
    private static final double BATCH_NANOS = 10e6;
    private static final int CALM = 4;
    private static final double STEADY = 1.1;
    /** So many times longer if the compiler is still at work: what it compiles would not be what is measured. */
    private static final double BUSY = 10;
    /** After so many calls whatever they go through has been handed to the optimising compiler. */
    private static final long CALLS = 20_000;
    /** So long, where calls are long: their loops are compiled, and what is around them does not count. */
    private static final double LONG_NANOS = 120e6;

    private final CompileQueue compiler = new CompileQueue();

    /** What is timed, many times. */
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
     * Runs batches until some in a row take the same time and the compiler has nothing to do, or the time is up.
     *
     * @return nanoseconds per call
     */
    double warm(Batch batch, double mostNanos) {
        long begin = System.nanoTime();
        double perCall = time(batch, 1);
        double[] last = new double[CALM];
        int calm = 0;
        for (long round = 0, done = 1;; round++) {
            long calls = (long) Math.clamp(BATCH_NANOS / Math.max(perCall, 1), 1, 1e7);
            perCall = time(batch, calls) / (double) calls;
            last[(int) (round % CALM)] = perCall;
            done += calls;
            calm = compiler.isIdle() ? calm + 1 : 0;
            long elapsed = System.nanoTime() - begin;
            boolean enough = done >= CALLS || elapsed >= LONG_NANOS;
            if (enough && calm >= CALM && isSteady(last) || elapsed > (calm > 0 ? mostNanos : BUSY * mostNanos)) {
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
