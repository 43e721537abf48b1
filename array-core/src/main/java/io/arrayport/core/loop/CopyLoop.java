package io.arrayport.core.loop;

import io.arrayport.core.kernel.Steps;
import io.arrayport.core.kernel.Transposition;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.threads.Split;

/**
 * Copies elements between two layouts of one shape, as bytes. What lies without gaps on both sides moves at once; a
 * matrix that lies row-major on one side and column-major on the other in tiles; the rest element by element, along the
 * axis that both sides walk in the shortest steps.
 */
public final class CopyLoop {
    private static final int TARGET = 0;
    private static final int SOURCE = 1;

    private static final long PAGE = 4096;

    /** How a strip of the innermost axes moves. */
    private interface Move {
        void run(long to, long from);
    }

    private final Axes axes;
    private final Move move;
    /** The axis that a strip takes beside the innermost; 0 if none. */
    private final int other;
    /** The axis that a strip takes with all inside of it. */
    private final int last;

    private CopyLoop(Axes axes, int itemsize) {
        this.axes = axes;
        int tiled = tiled(axes, itemsize);
        int along = axes.along();
        if (axes.stride(TARGET, 0) == itemsize && axes.stride(SOURCE, 0) == itemsize) {
            long bytes = axes.dim(0) * itemsize;
            other = 0;
            last = 0;
            move = (to, from) -> Memory.copy(from, to, bytes);
        } else if (tiled > 0) {
            other = tiled;
            last = 0;
            boolean back = axes.stride(SOURCE, tiled) < 0;
            long step = back ? -axes.stride(TARGET, tiled) : axes.stride(TARGET, tiled);
            long rest = back ? axes.dim(tiled) - 1 : 0;
            move = (to, from) -> Transposition.run(itemsize, from - rest * itemsize, axes.stride(SOURCE, 0),
                    to - rest * step, step, axes.dim(0), axes.dim(tiled));
        } else if (along > 0) {
            other = 0;
            last = along;
            move = (to, from) -> thin(along, itemsize, to, from);
        } else {
            other = 0;
            last = 0;
            move = (to, from) -> Steps.copy(itemsize, from, axes.stride(SOURCE, 0), to, axes.stride(TARGET, 0),
                    axes.dim(0));
        }
    }

    /**
     * @param sourceBase address that {@code source}'s offset is relative to
     * @param targetBase address that {@code target}'s offset is relative to; the two must not overlap
     */
    public static void copy(long sourceBase, Layout source, long targetBase, Layout target, int itemsize) {
        long from = sourceBase + source.offset();
        long to = targetBase + target.offset();
        if (source.size() == 0 || itemsize == 0) {
            return;
        }
        if (source.isCContiguous(itemsize) && target.isCContiguous(itemsize)) {
            flat(from, to, source.size() * itemsize);
            return;
        }
        if (target.ndim() == 1 && target.stride(0) > 0 && !Split.isWorth(source.size(), 1)) {
            Steps.copy(itemsize, from, source.stride(0), to, target.stride(0), source.size());
            return;
        }
        long[] bases = {to, from};
        Axes axes = Axes.of(target, source).order().flip(bases).coalesce();
        if (!Split.isWorth(source.size(), 1)) {
            new CopyLoop(axes, itemsize).walk(axes.ndim() - 1, bases[TARGET], bases[SOURCE]);
            return;
        }
        Cut.elements(axes, bases,
                (part, at) -> new CopyLoop(part, itemsize).walk(part.ndim() - 1, at[TARGET], at[SOURCE]));
    }

    private static void flat(long from, long to, long bytes) {
        if (Split.isWorth(bytes / PAGE, PAGE / Long.BYTES)) {
            Split.run((bytes + PAGE - 1) / PAGE, PAGE / Long.BYTES,
                    (first, end) -> Memory.copy(from + first * PAGE, to + first * PAGE,
                            Math.min(end * PAGE, bytes) - first * PAGE));
        } else {
            Memory.copy(from, to, bytes);
        }
    }

    /**
     * The axis along which the source lies without gaps, forwards or backwards (a matrix turned by a quarter), as the
     * target does along the innermost; or 0. What repeats its elements along that is no such matrix.
     */
    private static int tiled(Axes axes, int itemsize) {
        if (axes.stride(TARGET, 0) == itemsize && axes.stride(SOURCE, 0) != 0
                && axes.dim(0) >= Transposition.LEAST) {
            for (int i = 1; i < axes.ndim(); i++) {
                if (Math.abs(axes.stride(SOURCE, i)) == itemsize && axes.dim(i) >= Transposition.LEAST) {
                    return i;
                }
            }
        }
        return 0;
    }

    private void walk(int axis, long to, long from) {
        if (axis <= last) {
            move.run(to, from);
        } else if (axis == other) {
            walk(axis - 1, to, from);
        } else {
            long count = axes.dim(axis);
            long toStride = axes.stride(TARGET, axis);
            long fromStride = axes.stride(SOURCE, axis);
            for (long i = 0; i < count; i++) {
                walk(axis - 1, to + i * toStride, from + i * fromStride);
            }
        }
    }

    /** Along a long axis, as those inside of it are so short. */
    private void thin(int along, int itemsize, long to, long from) {
        long toStep = axes.stride(TARGET, along);
        long fromStep = axes.stride(SOURCE, along);
        long block = axes.block(along);
        for (long done = 0; done < axes.dim(along); done += block) {
            inside(along, along - 1, itemsize, to + done * toStep, from + done * fromStep,
                    Math.min(block, axes.dim(along) - done));
        }
    }

    private void inside(int along, int axis, int itemsize, long to, long from, long n) {
        if (axis < 0) {
            Steps.copy(itemsize, from, axes.stride(SOURCE, along), to, axes.stride(TARGET, along), n);
            return;
        }
        for (long i = 0; i < axes.dim(axis); i++) {
            inside(along, axis - 1, itemsize, to + i * axes.stride(TARGET, axis), from + i * axes.stride(SOURCE, axis),
                    n);
        }
    }
}
