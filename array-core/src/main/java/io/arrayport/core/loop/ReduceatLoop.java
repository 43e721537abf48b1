package io.arrayport.core.loop;

import io.arrayport.core.backend.Op;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.ReduceKernel;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;

/**
 * Reduces slices of one axis. As in NumPy each result takes the elements along the axis in one strip, whatever the
 * layout: float sums have its bits.
 */
final class ReduceatLoop {
    private ReduceatLoop() {}

    /**
     * Reduces to {@code out[k]} what is between {@code starts[k]} and the next of them, or the one element there if
     * that is not beyond it. Both are of {@code lane}, and overlap nowhere.
     */
    static void run(Op op, Lane lane, long inBase, Layout in, long outBase, Layout out, int axis, long[] starts) {
        if (out.size() == 0) {
            return;
        }
        ReduceKernel kernel = Kernels.reduce(op, lane, lane);
        long stride = in.stride(axis);
        Layout row = in.index(axis, 0);
        Layout result = out.index(axis, 0);
        for (int k = 0; k < starts.length; k++) {
            long end = k + 1 == starts.length ? in.dim(axis) : starts[k + 1];
            long more = Math.max(0, end - starts[k] - 1);
            UnaryKernel slice = (from, fromStep, to, toStep, n) -> {
                for (long i = 0; i < n; i++) {
                    Memory.copy(from + i * fromStep, to + i * toStep, lane.bytes());
                    kernel.run(from + i * fromStep + stride, stride, more, to + i * toStep);
                }
            };
            long from = inBase + starts[k] * stride;
            long to = outBase + k * out.stride(axis);
            if (row.ndim() == 0) {
                slice.run(from + row.offset(), 0, to + result.offset(), 0, 1);
            } else {
                UnaryLoop.run(slice, from, row, to, result);
            }
        }
    }
}
