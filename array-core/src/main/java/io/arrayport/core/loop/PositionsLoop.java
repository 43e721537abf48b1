package io.arrayport.core.loop;

import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Positions;
import io.arrayport.core.kernel.SqueezeKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/** Walks bools in C order, and writes down where they are true, or what other elements are there. */
final class PositionsLoop {
    private static final int MASK = 0;
    private static final int IN = 1;

    private final Axes axes;
    private final @Nullable SqueezeKernel squeeze;
    private long position;
    private final long end;
    private long to;
    private long count;

    private PositionsLoop(Axes axes, @Nullable SqueezeKernel squeeze, long to, long end) {
        this.axes = axes;
        this.squeeze = squeeze;
        this.to = to;
        this.end = end;
    }

    /** Returns how many are true. */
    static long count(long base, Layout layout) {
        return run(0, 0, base, layout).count;
    }

    /**
     * Writes their positions, from 0 and as longs, to {@code to}, where there is room for one more than {@code n}. If
     * there are not so many any more, zeros come behind them.
     */
    static void write(long base, Layout layout, long to, long n) {
        run(to, to + n * Long.BYTES, base, layout).fillUp();
    }

    /** Writes the elements of an operand of the same shape that are there, to as much room; zeros as {@link #write}. */
    static void squeeze(SqueezeKernel kernel, int itemsize, long base, Layout mask, long inBase, Layout in,
            long to, long n) {
        if (mask.size() > 0) {
            PositionsLoop loop = new PositionsLoop(Axes.of(mask, in).coalesce(), kernel, to, to + n * itemsize);
            loop.walk(Math.max(0, loop.axes.ndim() - 1), base + mask.offset(), inBase + in.offset());
            loop.fillUp();
        }
    }

    /** Another thread may have written over bools since they were counted: memory keeps nothing of what was there. */
    private void fillUp() {
        if (to < end) {
            Memory.segment(to, end - to).fill((byte) 0);
        }
    }

    private static PositionsLoop run(long to, long end, long base, Layout layout) {
        PositionsLoop loop = new PositionsLoop(Axes.of(layout).coalesce(), null, to, end);
        if (layout.size() > 0) {
            loop.walk(Math.max(0, loop.axes.ndim() - 1), base + layout.offset(), 0);
        }
        return loop;
    }

    private void walk(int axis, long mask, long in) {
        long n = axes.dim(axis);
        long stride = axes.stride(MASK, axis);
        long inStride = squeeze == null ? 0 : axes.stride(IN, axis);
        if (axis > 0) {
            for (long i = 0; i < n; i++) {
                walk(axis - 1, mask + i * stride, in + i * inStride);
            }
        } else if (squeeze != null) {
            to = squeeze.run(mask, stride, in, inStride, to, end, n);
        } else if (to == 0) {
            count += Positions.count(mask, stride, n);
        } else {
            to = Kernels.positions().write(mask, stride, n, position, to, end);
            position += n;
        }
    }
}
