package io.arrayport.core.blas;

import io.arrayport.core.kernel.Lane;
import io.arrayport.core.threads.Split;
import io.arrayport.core.threads.Threads;

/**
 * {@link BlasCalls} on several of our threads, each of which has OpenBLAS multiply by itself: so there are never more
 * threads than operations may use, whoever calls, and what is summed stays on one of them. Each takes one stretch of
 * rows or columns, because each packs what they share.
 *
 * <p>Bits must not depend on where a product is cut. Measured, OpenBLAS 0.3.31, with operands by rows and by columns:
 * in stretches of whole {@link #TOGETHER} that are {@link #LONG} at least every sum is made in the order of the whole
 * product, on Haswell, Zen, SkylakeX and Cooperlake, but for float32 with vectors of 256 bits (Haswell, Zen): there
 * these stay whole.
 */
final class SplitProducts {
    /** Stretches begin at multiples: within them OpenBLAS takes as many rows or columns together as without. */
    private static final long TOGETHER = 48;
    /** Rows or columns that a stretch has at least: fewer are added in another order, on SkylakeX fewer than 192. */
    private static final long LONG = 4 * TOGETHER;
    /** Multiplications that a stretch has at least: of fewer OpenBLAS sums in another order. */
    private static final long LEAST = 1 << 21;
    /** Multiplications that one thread does in the time of a simple operation on an element. */
    private static final long FAST = 16;

    private SplitProducts() {}

    /** As {@link BlasCalls#gemm}. */
    static void gemm(Lane lane, Stored a, Stored b, int m, int k, int n, long out, int width) {
        long longer = Math.max(m, n);
        Stretches cut = lane == Lane.F32 && !BlasCalls.hasSmall() ? new Stretches(longer, longer)
                : Stretches.of(longer, (long) Math.min(m, n) * k);
        int bytes = lane.bytes();
        cut.run((double) longer * Math.min(m, n) * k / FAST, (first, count) -> {
            if (m >= n) {
                BlasCalls.gemm(lane, a.from(first, 0, bytes), b, count, k, n, out + first * width * bytes, width);
            } else {
                BlasCalls.gemm(lane, a, b.from(0, first, bytes), m, k, count, out + first * bytes, width);
            }
        });
    }

    /** As {@link BlasCalls#gemv}. */
    static void gemv(Lane lane, Stored a, int m, int k, long x, int xStep, long y, int yStep) {
        int bytes = lane.bytes();
        Stretches.of(m, k).run((double) m * k, (first, count) -> BlasCalls.gemv(lane, a.from(first, 0, bytes), count, k,
                x, xStep, y + first * yStep * bytes, yStep));
    }

    /** Computes {@code count} rows or columns from the first one on. */
    @FunctionalInterface
    private interface Part {
        void run(long first, int count);
    }

    /**
     * Of {@code all} rows or columns every stretch has {@code each}, and the last one what is left too: so none is
     * shorter.
     */
    private record Stretches(long all, long each) {
        /** @param multiplications that a row or column takes */
        static Stretches of(long all, long multiplications) {
            if ((double) all * multiplications < 2 * LEAST) {
                return new Stretches(all, all);
            }
            long least = Math.max(LONG, LEAST / multiplications / TOGETHER * TOGETHER + TOGETHER);
            long count = Math.min(Threads.allowed(), all / least);
            return new Stretches(all, count <= 1 ? all : all / count / TOGETHER * TOGETHER);
        }

        /** @param cost of all, in simple operations on an element */
        void run(double cost, Part part) {
            long count = Math.max(1, all / Math.max(1, each));
            if (count == 1) {
                part.run(0, (int) all);
                return;
            }
            Split.run(count, (long) (cost / count), (from, to) -> {
                long end = to == count ? all : to * each;
                part.run(from * each, (int) (end - from * each));
            });
        }
    }
}
