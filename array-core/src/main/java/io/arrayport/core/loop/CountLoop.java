package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.LongAdder;

import io.arrayport.core.kernel.CountKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.threads.Split;

/** Counts what is not 0 along any axes. */
final class CountLoop {
    private static final int OUT = 0;
    private static final int IN = 1;
    /** Columns that a thread counts at a time, if it does not take all. */
    private static final long COLUMNS = 128;

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
            long[] first = {outBase + out.offset(), inBase + in.offset()};
            if (Split.isWorth(in.size(), 1)) {
                split(kernel, axes, first);
            } else {
                new CountLoop(kernel, axes).walk(Math.max(0, axes.ndim() - 1), first[IN], first[OUT]);
            }
        }
    }

    private static void split(CountKernel kernel, Axes axes, long[] first) {
        int kept = Cut.outermost(axes, axis -> axes.stride(OUT, axis) != 0);
        if (kept >= 0) {
            Cut.along(axes, first, kept, kept == 0 ? COLUMNS : 1,
                    (part, at) -> new CountLoop(kernel, part).walk(part.ndim() - 1, at[IN], at[OUT]));
            return;
        }
        LongAdder total = new LongAdder();
        int axis = Cut.outermost(axes, _ -> true);
        Cut.along(axes, first, axis, axis == 0 ? Cut.BLOCK : 1, (part, at) -> {
            try (Arena arena = Arena.ofConfined()) {
                long count = arena.allocate(Long.BYTES, Long.BYTES).address();
                new CountLoop(kernel, part).walk(part.ndim() - 1, at[IN], count);
                total.add(Memory.RAW.get(ValueLayout.JAVA_LONG, count));
            }
        });
        Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, first[OUT],
                Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, first[OUT]) + total.sum());
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
