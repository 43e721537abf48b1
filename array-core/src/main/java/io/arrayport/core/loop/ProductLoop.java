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
            int inner = stack - 1;
            long dim = outLayout.dim(inner);
            long times;
            for (long i = first; i < end; i += times) {
                times = Math.min(end - i, dim - i % dim);
                Matrix one = left;
                Matrix other = right;
                Matrix result = to;
                long rest = i;
                for (int axis = inner; axis >= 0; axis--) {
                    long index = rest % outLayout.dim(axis);
                    rest /= outLayout.dim(axis);
                    one = one.moved(aLayout.stride(axis) * index);
                    other = other.moved(bLayout.stride(axis) * index);
                    result = result.moved(outLayout.stride(axis) * index);
                }
                kernel.runAll(one, other, result, m, k, n, times, aLayout.stride(inner), bLayout.stride(inner),
                        outLayout.stride(inner));
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
}
