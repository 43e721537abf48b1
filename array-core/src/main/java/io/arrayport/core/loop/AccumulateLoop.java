package io.arrayport.core.loop;

import io.arrayport.core.backend.Op;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.ScanKernel;
import io.arrayport.core.layout.Layout;

/** Computes running results along one axis, each from the one before it. */
final class AccumulateLoop {
    /** From here on a row is worth a vector kernel's start. */
    private static final long LONG_ROW = 16;

    private AccumulateLoop() {}

    /**
     * Computes {@code out[i] = op(out[i - 1], in[i])} for i from 1 along {@code axis}; {@code out[0]} is there.
     * {@code out} may be exactly {@code in}, and overlaps it in no other way.
     *
     * @param lane of {@code in}
     * @param acc of {@code out}; there is {@link Kernels#carried}
     */
    static void run(Op op, Lane lane, Lane acc, long inBase, Layout in, long outBase, Layout out, int axis) {
        long n = in.dim(axis);
        if (n < 2 || in.size() == 0) {
            return;
        }
        Layout inRow = in.index(axis, 0);
        Layout outRow = out.index(axis, 0);
        long inStride = in.stride(axis);
        long outStride = out.stride(axis);
        if (rowsAreCloser(in, axis)) {
            BinaryKernel kernel = Kernels.carried(op, lane, acc);
            BinaryLoop.each(kernel, n - 1, new long[]{outBase, inBase + inStride, outBase + outStride},
                    new long[]{outStride, inStride, outStride}, outRow, inRow, outRow);
            return;
        }
        ScanKernel scan = Kernels.scan(op, lane, acc);
        UnaryLoop.rows((from, fromStep, to, toStep, count) -> {
            for (long i = 0; i < count; i++) {
                scan.run(from + i * fromStep + inStride, inStride, to + i * toStep + outStride, outStride, n - 1);
            }
        }, n, inBase, inRow, outBase, outRow);
    }

    /** Whether some other axis has long rows of closer elements, so that whole rows are combined at a time. */
    private static boolean rowsAreCloser(Layout in, int axis) {
        for (int other = 0; other < in.ndim(); other++) {
            if (other != axis && in.dim(other) >= LONG_ROW
                    && Math.abs(in.stride(other)) < Math.abs(in.stride(axis))) {
                return true;
            }
        }
        return false;
    }
}
