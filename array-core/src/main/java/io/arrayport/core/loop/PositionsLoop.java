package io.arrayport.core.loop;

import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Positions;
import io.arrayport.core.kernel.SqueezeKernel;
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
    static long count(Axes axes, long mask) {
        PositionsLoop loop = new PositionsLoop(axes, null, 0, 0);
        loop.walk(Math.max(0, axes.ndim() - 1), mask, 0);
        return loop.count;
    }

    /**
     * Writes their positions, from {@code position} and as longs, to {@code to}.
     *
     * @param last where the last one may be written: what comes after the last true one is written, too, up to there
     * @param end if there are not so many any more, zeros come behind them up to here
     */
    static void write(Axes axes, long mask, long position, long to, long last, long end) {
        PositionsLoop loop = new PositionsLoop(axes, null, to, last);
        loop.position = position;
        loop.walk(Math.max(0, axes.ndim() - 1), mask, 0);
        loop.fillUp(end);
    }

    /** Writes the elements of a second operand that are there; zeros as {@link #write}. */
    static void squeeze(SqueezeKernel kernel, Axes axes, long mask, long in, long to, long last, long end) {
        PositionsLoop loop = new PositionsLoop(axes, kernel, to, last);
        loop.walk(Math.max(0, axes.ndim() - 1), mask, in);
        loop.fillUp(end);
    }

    /** Another thread may have written over bools since they were counted: memory keeps nothing of what was there. */
    private void fillUp(long end) {
        if (to < end) {
            Memory.segment(to, end - to).fill((byte) 0);
        }
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
