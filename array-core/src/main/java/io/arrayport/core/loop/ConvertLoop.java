package io.arrayport.core.loop;

import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;

/** Hands the strips of a conversion between two element types to its kernel. */
public final class ConvertLoop {
    private static final int IN = 0;
    private static final int OUT = 1;

    private final UnaryKernel conversion;
    private final Axes axes;

    private ConvertLoop(UnaryKernel conversion, Axes axes) {
        this.conversion = conversion;
        this.axes = axes;
    }

    /**
     * Computes {@code out = (type) in}. The layouts have one shape; each base is the address that the layout's offset
     * is relative to. The two must not overlap; the caller holds the memory.
     */
    public static void run(UnaryKernel conversion, long inBase, Layout in, long outBase, Layout out) {
        if (out.size() > 0) {
            long[] bases = {inBase + in.offset(), outBase + out.offset()};
            Axes axes = Axes.of(in, out).order().flip(bases).coalesce();
            new ConvertLoop(conversion, axes).walk(Math.max(0, axes.ndim() - 1), bases[IN], bases[OUT]);
        }
    }

    private void walk(int axis, long in, long out) {
        long inStride = axes.stride(IN, axis);
        long outStride = axes.stride(OUT, axis);
        long n = axes.dim(axis);
        if (axis == 0) {
            conversion.run(in, inStride, out, outStride, n);
            return;
        }
        for (long i = 0; i < n; i++) {
            walk(axis - 1, in + i * inStride, out + i * outStride);
        }
    }
}
