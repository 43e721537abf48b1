package io.arrayport.core.loop;

import io.arrayport.core.backend.Op;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.ReduceKernel;
import io.arrayport.core.layout.Layout;

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
        ReduceKernel kernel = Kernels.reduce(op, lane, lane);
        long stride = in.stride(axis);
        for (int k = 0; k < starts.length && out.size() > 0; k++) {
            long end = k + 1 == starts.length ? in.dim(axis) : starts[k + 1];
            long more = end - starts[k] - 1;
            Layout first = in.index(axis, starts[k]);
            Layout result = out.index(axis, k);
            CopyLoop.copy(inBase, first, outBase, result, lane.bytes(), 0);
            if (more > 0) {
                UnaryLoop.run((from, fromStep, to, toStep, n) -> {
                    for (long i = 0; i < n; i++) {
                        kernel.run(from + i * fromStep + stride, stride, more, to + i * toStep);
                    }
                }, inBase, first, outBase, result);
            }
        }
    }
}
