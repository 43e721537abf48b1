package io.arrayport.core.blas;

import io.arrayport.core.kernel.Lane;
import io.arrayport.core.threads.Split;

/**
 * Products that are somewhat too large for OpenBLAS's kernels that read matrices where they lie, cut into such as are
 * not: where vectors have 512 bits it has these kernels for products of up to {@link #MOST} multiplications, and packs
 * both matrices of larger ones first. While the right matrix stays in the second cache, packing costs more than it
 * saves (measured from 100 to 256 rows and columns: 0.65 to 0.95 of the time).
 */
final class SmallProducts {
    /** Multiplications for which OpenBLAS chooses those kernels. */
    private static final long MOST = 1_000_000;
    /** What is summed, and one side of the result. */
    private static final int SIDE = 256;
    private static final int ROWS = 48;
    /** Multiplications that one thread does in the time of a simple operation on an element. */
    private static final long FAST = 16;
    /** Columns of a block are a multiple of this. */
    private static final int COLUMNS = 32;

    private SmallProducts() {}

    /** Whether blocks are faster than the whole. Where both matrices are read along their rows they are not. */
    static boolean suit(Lane lane, Stored a, Stored b, int m, int k, int n) {
        return !lane.isComplex() && k <= SIDE && Math.min(m, n) <= SIDE && (long) m * k * n > MOST
                && !(a.reading() == BlasCalls.AS_IS && b.reading() != BlasCalls.AS_IS) && BlasCalls.hasSmall();
    }

    /** {@link BlasCalls#gemm}, block by block. */
    static void gemm(Lane lane, Stored a, Stored b, int m, int k, int n, long out, int width) {
        long columns = Math.max(COLUMNS, MOST / ROWS / k / COLUMNS * COLUMNS);
        int bytes = lane.bytes();
        Split.run((m + ROWS - 1) / ROWS, (long) ROWS * k * n / FAST, (from, to) -> {
            for (long i = from * ROWS; i < Math.min(m, to * ROWS); i += ROWS) {
                for (long j = 0; j < n; j += columns) {
                    BlasCalls.gemm(lane, a.from(i, 0, bytes), b.from(0, j, bytes), (int) Math.min(ROWS, m - i), k,
                            (int) Math.min(columns, n - j), out + (i * width + j) * bytes, width);
                }
            }
        });
    }
}
