package io.arrayport.core.loop;

import io.arrayport.core.kernel.CountKernel;
import io.arrayport.core.layout.Layout;

/** Counts what is not 0 along any axes. */
final class CountLoop {
    private static final int OUT = 0;
    private static final int IN = 1;

    private final CountKernel kernel;
    private final Axes axes;

    private CountLoop(CountKernel kernel, Axes axes) {
        this.kernel = kernel;
        this.axes = axes;
    }

    /**
     * Adds counts to {@code out}.
     *
     * @param out of longs, of {@code in}'s shape, with stride 0 along the axes that are counted
     */
    static void run(CountKernel kernel, long inBase, Layout in, long outBase, Layout out) {
        if (in.size() > 0) {
            Axes axes = Axes.reduction(out, in).coalesce();
            new CountLoop(kernel, axes).walk(Math.max(0, axes.ndim() - 1), inBase + in.offset(),
                    outBase + out.offset());
        }
    }

    private void walk(int axis, long in, long out) {
        long inStride = axes.stride(IN, axis);
        long outStride = axes.stride(OUT, axis);
        if (axis == 0) {
            kernel.run(in, inStride, out, outStride, axes.dim(0));
            return;
        }
        for (long i = 0; i < axes.dim(axis); i++) {
            walk(axis - 1, in + i * inStride, out + i * outStride);
        }
    }
}
