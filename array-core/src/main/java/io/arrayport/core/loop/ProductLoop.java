package io.arrayport.core.loop;

import io.arrayport.core.kernel.ProductKernel;
import io.arrayport.core.kernel.ProductKernel.Matrix;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.threads.Split;
import io.arrayport.core.threads.Threads;

/** Multiplies stacks of matrices: the last two axes of each layout, whose other axes have one shape. */
final class ProductLoop {
    /** Multiplications that one thread does in the time of a simple operation on an element. */
    private static final long FAST = 16;

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
        Matrix left = matrix(a, aLayout, stack);
        Matrix right = matrix(b, bLayout, stack);
        Matrix to = matrix(out, outLayout, stack);
        if (stack == 0) {
            kernel.run(left, right, to, m, k, n);
            return;
        }
        long count = 1;
        for (int axis = 0; axis < stack; axis++) {
            count *= outLayout.dim(axis);
        }
        Split.Range range = (first, end) -> {
            for (long i = first; i < end; i++) {
                Matrix one = left;
                Matrix other = right;
                Matrix result = to;
                long rest = i;
                for (int axis = stack - 1; axis >= 0; axis--) {
                    long index = rest % outLayout.dim(axis);
                    rest /= outLayout.dim(axis);
                    one = moved(one, aLayout.stride(axis), index);
                    other = moved(other, bLayout.stride(axis), index);
                    result = moved(result, outLayout.stride(axis), index);
                }
                kernel.run(one, other, result, m, k, n);
            }
        };
        if (count < Threads.allowed()) {
            range.run(0, count); // each of them may be split
        } else {
            Split.run(count, m * k * n / FAST + m * n + 1, range);
        }
    }

    static Matrix matrix(long base, Layout layout, int stack) {
        return new Matrix(base + layout.offset(), layout.stride(stack), layout.stride(stack + 1));
    }

    private static Matrix moved(Matrix matrix, long stride, long steps) {
        return new Matrix(matrix.at() + stride * steps, matrix.row(), matrix.column());
    }
}
