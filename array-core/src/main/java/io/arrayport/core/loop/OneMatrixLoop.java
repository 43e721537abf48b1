package io.arrayport.core.loop;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.blas.Blas;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.PanelProduct;
import io.arrayport.core.kernel.ProductKernel.Matrix;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Storage;

/**
 * Products by one matrix: of few rows by its panels, which are kept for the next time. A stack of matrices on the left
 * that lie as one with all their rows is one.
 */
final class OneMatrixLoop {
    private OneMatrixLoop() {}

    /** Returns false, and has done nothing, if this is not the way to compute it. */
    static boolean run(Lane lane, boolean conjugate, Operand a, Operand b, Operand out) {
        if (out.layout().size() == 0) {
            return false;
        }
        int stack = out.layout().ndim() - 2;
        if (!isOne(b.layout())) {
            return false;
        }
        long m = rows(a.layout(), out.layout(), stack);
        long k = b.layout().dim(stack);
        long n = b.layout().dim(stack + 1);
        Matrix left = ProductLoop.matrix(a.storage().address(), a.layout(), stack);
        Matrix right = ProductLoop.matrix(b.storage().address(), b.layout(), stack);
        Matrix target = ProductLoop.matrix(out.storage().address(), out.layout(), stack);
        PanelProduct kernel = Kernels.panels(lane);
        if (m == 0) {
            return false;
        }
        if (kernel == null || !kernel.suits(left, right, target, m, k, n)) {
            Blas.product(lane, conjugate).run(left, right, target, m, k, n);
            return true;
        }
        Storage panels = PackedMatrices.panels(kernel, lane, b, right, k, n,
                to -> kernel.pack(right, k, n, to));
        if (panels == null) {
            kernel.run(left, right, 0, target, m, k, n);
            return true;
        }
        try {
            kernel.run(left, right, panels.address(), target, m, k, n);
        } finally {
            panels.release();
        }
        return true;
    }

    /** Whether a stack has one matrix, again and again. */
    static boolean isOne(Layout layout) {
        for (int axis = 0; axis < layout.ndim() - 2; axis++) {
            if (layout.dim(axis) != 1 && layout.stride(axis) != 0) {
                return false;
            }
        }
        return true;
    }

    /** All rows of a stack; 0 if they do not lie at one distance, on both sides. */
    private static long rows(Layout a, Layout out, int stack) {
        long rows = out.dim(stack);
        for (int axis = stack - 1; axis >= 0; axis--) {
            if (out.dim(axis) != 1
                    && (a.stride(axis) != rows * a.stride(stack) || out.stride(axis) != rows * out.stride(stack))) {
                return 0;
            }
            rows *= out.dim(axis);
        }
        return rows;
    }
}
