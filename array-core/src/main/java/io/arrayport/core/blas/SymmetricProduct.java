package io.arrayport.core.blas;

import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.ProductKernel.Matrix;
import io.arrayport.core.kernel.Transposition;
import io.arrayport.core.memory.Memory;

/** Products of a real matrix by its own transpose, of which one triangle is computed and the other is its mirror. */
final class SymmetricProduct {
    /** Rows and columns that are mirrored at a time. */
    private static final long BLOCK = 64;

    private SymmetricProduct() {}

    /** Whether both are one matrix, one of them transposed. */
    static boolean is(Lane lane, Matrix a, Matrix b, int m, int n) {
        return !lane.isComplex() && m == n && m >= BLOCK && a.at() == b.at() && a.row() == b.column()
                && a.column() == b.row();
    }

    static void run(Lane lane, Stored a, int m, int k, long out, int width) {
        BlasCalls.syrk(lane, a, m, k, out, width);
        long element = lane.bytes();
        long row = width * element;
        for (long i = 0; i < m; i += BLOCK) {
            long high = Math.min(BLOCK, m - i);
            for (long j = 0; j < i; j += BLOCK) {
                Transposition.run(lane.bytes(), out + j * row + i * element, row, out + i * row + j * element, row,
                        BLOCK, high);
            }
            for (long r = 1; r < high; r++) {
                for (long c = 0; c < r; c++) {
                    Memory.copy(out + (i + c) * row + (i + r) * element, out + (i + r) * row + (i + c) * element,
                            element);
                }
            }
        }
    }
}
