package io.arrayport.core.blas;

import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.PanelProduct;
import io.arrayport.core.kernel.ProductKernel;

/**
 * Products of few rows by {@link PanelProduct} where there is one, and others by OpenBLAS where they are large enough
 * and lie as it can read them, without a copy: rows or columns without gaps between their elements. All others, and
 * those where there is no OpenBLAS, are the own kernel's. Which it is depends on lengths and strides alone, so that the
 * same call gives the same bits.
 */
final class BlasProduct implements ProductKernel {
    /** Below so many multiplications the own kernel does it: who only has such never loads a library. */
    static final long LEAST = 4096;
    /** As {@link #LEAST}, of a complex row by a column, which the own kernel has no vectors for. */
    private static final long LEAST_COLUMN = 256;

    private final ProductKernel own;
    private final Lane lane;
    private final boolean conjugate;

    BlasProduct(ProductKernel own, Lane lane, boolean conjugate) {
        this.own = own;
        this.lane = lane;
        this.conjugate = conjugate;
    }

    @Override
    public void run(Matrix a, Matrix b, Matrix out, long m, long k, long n) {
        PanelProduct panels = Kernels.panels(lane);
        if (panels != null && panels.suits(a, b, out, m, k, n)) {
            panels.run(a, b, 0, out, m, k, n);
            return;
        }
        boolean done = isLarge(m, k, n) && isAligned(a) && isAligned(b) && isAligned(out) && Blas.isOn()
                && multiply(a, b, out, (int) m, (int) k, (int) n);
        if (!done) {
            own.run(a, b, out, m, k, n);
        }
    }

    @Override
    public void runAll(Matrix a, Matrix b, Matrix out, long m, long k, long n, long count, long... steps) {
        PanelProduct panels = Kernels.panels(lane);
        if (isLarge(m, k, n) || panels != null && panels.suits(a, b, out, m, k, n)) {
            ProductKernel.super.runAll(a, b, out, m, k, n, count, steps);
        } else {
            own.runAll(a, b, out, m, k, n, count, steps);
        }
    }

    /** A row of real numbers by a column is not among them: partial sums of the own kernel are as fast. */
    private boolean isLarge(long m, long k, long n) {
        return Math.max(m, Math.max(k, n)) <= Integer.MAX_VALUE && k > 0
                && (m * n == 1 ? lane.isComplex() && k >= LEAST_COLUMN : m * n >= (LEAST + k - 1) / k);
    }

    /** Whether addresses and strides are those of whole numbers: OpenBLAS relies on it. */
    private boolean isAligned(Matrix matrix) {
        return matrix.at() % lane.part().bytes() == 0 && matrix.row() % lane.bytes() == 0
                && matrix.column() % lane.bytes() == 0;
    }

    /** Returns false, and has done nothing, if strides are not OpenBLAS's. */
    private boolean multiply(Matrix a, Matrix b, Matrix out, int m, int k, int n) {
        if (m == 1 && n == 1) {
            int aStep = step(a.column(), k);
            int bStep = step(b.row(), k);
            if (aStep > 0 && bStep > 0) {
                BlasCalls.dot(lane, conjugate, k, a.at(), aStep, b.at(), bStep, out.at());
            }
            return aStep > 0 && bStep > 0;
        }
        if (n == 1 && !conjugate) {
            return vector(a, b, out, m, k);
        }
        if (m == 1 && !conjugate) {
            return vector(b.transposed(), a.transposed(), out.transposed(), n, k);
        }
        return matrices(a, conjugate, b, false, out, m, k, n)
                || matrices(b.transposed(), false, a.transposed(), conjugate, out.transposed(), n, k, m);
    }

    /** A result in rows; one in columns is that of the transposed matrices, exchanged. */
    private boolean matrices(Matrix a, boolean conjugateA, Matrix b, boolean conjugateB, Matrix out, int m, int k,
            int n) {
        Stored left = Stored.of(a, conjugateA, m, k, lane.bytes());
        Stored right = Stored.of(b, conjugateB, k, n, lane.bytes());
        int width = Stored.width(out, m, n, lane.bytes());
        if (left == null || right == null || width < 0) {
            return false;
        }
        if (SymmetricProduct.is(lane, a, b, m, n)) {
            SymmetricProduct.run(lane, left, m, k, out.at(), width);
        } else if (SmallProducts.suit(lane, left, right, m, k, n)) {
            SmallProducts.gemm(lane, left, right, m, k, n, out.at(), width);
        } else {
            SplitProducts.gemm(lane, left, right, m, k, n, out.at(), width);
        }
        return true;
    }

    private boolean vector(Matrix a, Matrix x, Matrix y, int m, int k) {
        Stored matrix = Stored.of(a, false, m, k, lane.bytes());
        int xStep = step(x.row(), k);
        int yStep = step(y.row(), m);
        if (matrix == null || xStep < 1 || yStep < 1) {
            return false;
        }
        SplitProducts.gemv(lane, matrix, m, k, x.at(), xStep, y.at(), yStep);
        return true;
    }

    /** From one element of a vector to the next, in elements; 0 if it cannot be said. */
    private int step(long stride, int count) {
        long step = count == 1 ? 1 : stride / lane.bytes();
        return step == (int) step ? (int) step : 0;
    }
}
