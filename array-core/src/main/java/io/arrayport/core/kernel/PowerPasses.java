package io.arrayport.core.kernel;

import java.lang.foreign.Arena;

/**
 * {@link BinaryKernel} of powers of binary64 in two passes over strips, logarithms and then powers of 2. In one, the
 * chain of a hundred operations, each of which waits for the one before, would be too long for a processor to work on
 * more than two elements at once (measured: twice as slow).
 *
 * @param usual stops at the first vector that {@code careful} is for
 * @param repeatsA whether the first input is one element
 */
record PowerPasses(Log log, Power usual, Power careful, BinaryKernel twin, int length, boolean repeatsA)
        implements BinaryKernel {
    /** Most elements of a strip: all its scratch stays in the nearest cache. */
    private static final int MOST = 512;
    /** Strips below it are not worth their scratch. */
    private static final int LEAST = 32;

    /** Logarithms to base 2, of two doubles each. */
    interface Log {
        void run(long in, long high, long low, long bytes);
    }

    /** Powers of {@code a} whose logarithms are given. */
    interface Power {
        /** Returns how many bytes it has computed. */
        long run(long a, long b, long high, long low, long out, long bytes);
    }

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        long done = n < LEAST ? 0 : n - n % length;
        if (done > 0) {
            int most = (int) Math.min(done, MOST);
            try (Arena arena = Arena.ofConfined()) {
                long high = arena.allocate(2L * Double.BYTES * most, 64).address();
                long low = high + (long) Double.BYTES * most;
                if (repeatsA) {
                    log.run(a, high, low, (long) Double.BYTES * most);
                }
                for (long from = 0; from < done; from += most) {
                    long bytes = Double.BYTES * Math.min(most, done - from);
                    if (!repeatsA) {
                        log.run(a + from * aStride, high, low, bytes);
                    }
                    strip(a + from * aStride, aStride, b + from * bStride, bStride, high, low, out + from * outStride,
                            bytes);
                }
            }
        }
        twin.run(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, outStride,
                n - done);
    }

    private void strip(long a, long aStride, long b, long bStride, long high, long low, long out, long bytes) {
        long done = usual.run(a, b, high, low, out, bytes);
        if (done < bytes) {
            long n = done / Double.BYTES;
            careful.run(a + n * aStride, b + n * bStride, high + done, low + done, out + done, bytes - done);
        }
    }
}
