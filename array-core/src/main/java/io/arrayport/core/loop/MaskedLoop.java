package io.arrayport.core.loop;

import java.util.function.Function;

import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.threads.Split;

/** Hands to a kernel those stretches of an elementwise operation's strips in which a mask of bools is true. */
final class MaskedLoop {
    /** What computes where the mask, the last operand, is true. */
    @FunctionalInterface
    interface Stretch {
        /** Computes {@code n} elements behind those skipped, for all of which it is. */
        void run(long[] at, long[] strides, long skipped, long n);

        /** Computes those of {@code n} elements for which it is. */
        default void strip(long[] at, long[] strides, long n) {
            int mask = at.length - 1;
            Mask.runs(at[mask], strides[mask], n, (from, length) -> run(at, strides, from, length));
        }
    }

    private final Stretch kernel;
    private final Axes axes;
    private final long[] strides; // of the innermost axis

    private MaskedLoop(Stretch kernel, Axes axes, int operands) {
        this.kernel = kernel;
        this.axes = axes;
        this.strides = new long[operands];
        for (int operand = 0; operand < operands; operand++) {
            strides[operand] = axes.stride(operand, 0);
        }
    }

    /** Computes {@code out = kernel(in)} where the mask is true; as {@link UnaryLoop#run}. */
    static void unary(Supply<UnaryKernel> kernels, long[] bases, Layout in, Layout out, Layout where) {
        run(kernels, kernel -> (at, strides, skipped, n) -> kernel.run(at[0] + skipped * strides[0], strides[0],
                at[1] + skipped * strides[1], strides[1], n), bases, in, out, where);
    }

    /** Computes {@code out = kernel(a, b)} where the mask is true; as {@link BinaryLoop#run}. */
    static void binary(Supply<BinaryKernel> kernels, long[] bases, Layout a, Layout b, Layout out, Layout where) {
        run(kernels, MaskedLoop::stretch, bases, a, b, out, where);
    }

    private static Stretch stretch(BinaryKernel kernel) {
        return kernel.element() > 0 ? new MaskedStrips(kernel)
                : (at, strides, skipped, n) -> kernel.run(at[0] + skipped * strides[0], strides[0],
                        at[1] + skipped * strides[1], strides[1], at[2] + skipped * strides[2], strides[2], n);
    }

    private static <K> void run(Supply<K> kernels, Function<K, Stretch> stretch, long[] bases, Layout... layouts) {
        if (layouts[0].size() > 0) {
            long[] first = bases.clone();
            for (int operand = 0; operand < first.length; operand++) {
                first[operand] += layouts[operand].offset();
            }
            if (layouts[0].ndim() == 1 && !Split.isWorth(layouts[0].size(), 1)) {
                long[] strides = new long[first.length];
                for (int operand = 0; operand < first.length; operand++) {
                    strides[operand] = layouts[operand].stride(0);
                }
                kernels.lend(kernel -> stretch.apply(kernel).strip(first, strides, layouts[0].size()));
                return;
            }
            Axes axes = Axes.of(layouts).order().flip(first).coalesce();
            Cut.elements(kernels, axes, first, (kernel, part, at) -> new MaskedLoop(stretch.apply(kernel), part,
                    at.length).walk(Math.max(0, part.ndim() - 1), at));
        }
    }

    private void walk(int axis, long[] at) {
        long n = axes.dim(axis);
        if (axis == 0) {
            kernel.strip(at, strides, n);
            return;
        }
        long[] next = at.clone();
        for (long i = 0; i < n; i++) {
            walk(axis - 1, next);
            for (int operand = 0; operand < next.length; operand++) {
                next[operand] += axes.stride(operand, axis);
            }
        }
    }
}
