package io.arrayport.core.blas;

import io.arrayport.core.kernel.Lane;
import io.arrayport.core.threads.Split;
import io.arrayport.core.threads.Threads;

/**
 * {@link BlasCalls} on several of our threads, each of which has OpenBLAS multiply by itself: so there are never more
 * threads than operations may use, whoever calls, and what is summed stays on one of them. Each takes one stretch of
 * rows or columns, because each packs what they share.
 *
 * <p>Bits must not depend on where a product is cut. On processors with vectors of 256 bits OpenBLAS adds float32 in an
 * order that does (measured: Haswell, Zen; none of SkylakeX, Cooperlake, Sandybridge, Nehalem): there these stay whole.
 */
final class SplitProducts {
    /** Stretches begin at multiples: within them OpenBLAS takes as many rows or columns together as without. */
    private static final long TOGETHER = 64;
    /** Multiplications that a stretch has at least: of fewer OpenBLAS sums in another order. */
    private static final long LEAST = 1 << 21;
    /** Multiplications that one thread does in the time of a simple operation on an element. */
    private static final long FAST = 16;

    private SplitProducts() {}

    /** As {@link BlasCalls#gemm}. */
    static void gemm(Lane lane, Stored a, Stored b, int m, int k, int n, long out, int width) {
        long all = (long) m * k * n;
        long stretch = all < 2 * LEAST || lane == Lane.F32 && !BlasCalls.hasSmall() ? 0
                : stretch(Math.max(m, n), (double) LEAST / Math.min(m, n) / k);
        if (stretch == 0) {
            BlasCalls.gemm(lane, a, b, m, k, n, out, width);
            return;
        }
        int bytes = lane.bytes();
        boolean rows = m >= n;
        long units = (Math.max(m, n) + stretch - 1) / stretch;
        Split.run(units, all / units / FAST, (from, to) -> {
            long first = from * stretch;
            int count = (int) (Math.min(Math.max(m, n), to * stretch) - first);
            if (rows) {
                BlasCalls.gemm(lane, a.from(first, 0, bytes), b, count, k, n, out + first * width * bytes, width);
            } else {
                BlasCalls.gemm(lane, a, b.from(0, first, bytes), m, k, count, out + first * bytes, width);
            }
        });
    }

    /** As {@link BlasCalls#gemv}. */
    static void gemv(Lane lane, Stored a, int m, int k, long x, int xStep, long y, int yStep) {
        long stretch = (long) m * k < 2 * LEAST ? 0 : stretch(m, (double) LEAST / k);
        if (stretch == 0) {
            BlasCalls.gemv(lane, a, m, k, x, xStep, y, yStep);
            return;
        }
        int bytes = lane.bytes();
        Split.run((m + stretch - 1) / stretch, stretch * k, (from, to) -> {
            long first = from * stretch;
            BlasCalls.gemv(lane, a.from(first, 0, bytes), (int) (Math.min(m, to * stretch) - first), k, x, xStep,
                    y + first * yStep * bytes, yStep);
        });
    }

    /** How many rows or columns of {@code n} a thread takes, at least {@code least}; 0 if one takes all. */
    private static long stretch(long n, double least) {
        long threads = Threads.allowed();
        long stretch = (long) Math.max(least, Math.ceil((double) n / threads));
        stretch = (stretch + TOGETHER - 1) / TOGETHER * TOGETHER;
        return threads == 1 || n - stretch < least ? 0 : stretch;
    }
}
