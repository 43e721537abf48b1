package io.arrayport.core.loop;

import io.arrayport.core.kernel.ProductKernel;
import io.arrayport.core.kernel.ProductKernel.Matrix;
import io.arrayport.core.layout.Layout;

/** Multiplies stacks of matrices: the last two axes of each layout, whose other axes have one shape. */
final class ProductLoop {
    private ProductLoop() {}

    static void run(ProductKernel kernel, long a, Layout aLayout, long b, Layout bLayout, long out, Layout outLayout) {
        int stack = outLayout.ndim() - 2;
        for (int axis = 0; axis < stack; axis++) {
            if (outLayout.dim(axis) == 0) {
                return;
            }
        }
        long m = outLayout.dim(stack);
        long k = aLayout.dim(stack + 1);
        long n = outLayout.dim(stack + 1);
        long[] index = new long[stack];
        Matrix left = matrix(a, aLayout, stack);
        Matrix right = matrix(b, bLayout, stack);
        Matrix to = matrix(out, outLayout, stack);
        while (true) {
            kernel.run(left, right, to, m, k, n);
            int axis = stack - 1;
            while (axis >= 0 && index[axis] == outLayout.dim(axis) - 1) {
                left = moved(left, aLayout.stride(axis), -index[axis]);
                right = moved(right, bLayout.stride(axis), -index[axis]);
                to = moved(to, outLayout.stride(axis), -index[axis]);
                index[axis] = 0;
                axis--;
            }
            if (axis < 0) {
                return;
            }
            index[axis]++;
            left = moved(left, aLayout.stride(axis), 1);
            right = moved(right, bLayout.stride(axis), 1);
            to = moved(to, outLayout.stride(axis), 1);
        }
    }

    static Matrix matrix(long base, Layout layout, int stack) {
        return new Matrix(base + layout.offset(), layout.stride(stack), layout.stride(stack + 1));
    }

    private static Matrix moved(Matrix matrix, long stride, long steps) {
        return new Matrix(matrix.at() + stride * steps, matrix.row(), matrix.column());
    }
}
