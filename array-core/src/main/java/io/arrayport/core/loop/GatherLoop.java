package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.Choices;
import io.arrayport.core.kernel.Conversions;
import io.arrayport.core.kernel.GatherKernel;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.threads.Split;

/**
 * Copies rows from or to positions along a first axis: long contiguous rows one by one, others element by element, one
 * column of all rows after the other.
 */
final class GatherLoop {
    /** Rows of fewer bytes cost more by themselves than in columns. */
    private static final long SHORT = 64;
    /** Of fewer positions rows are copied one by one, however they lie. */
    private static final long FEW = 8;
    /** Positions that are checked, and then followed while they are in the cache. */
    private static final long BLOCK = 4096;

    /** The row of what has one axis. */
    private static final Layout ELEMENT = Layout.contiguous(Shape.of(), 1);
    private static final Axes NO_AXES = Axes.of(ELEMENT, ELEMENT);

    private static final int PICKED = 0;
    private static final int LISTED = 1;

    private final long dim;
    private final long pickedStride;
    private final long listedStride;
    private final int itemsize;
    private final boolean gathers;
    private final Axes axes;
    private final UnaryKernel move;

    /**
     * @param picked whose rows are named by positions
     * @param listed whose rows come one after the other
     */
    private GatherLoop(Operand picked, Operand listed, boolean gathers, Axes axes) {
        this.dim = picked.layout().dim(0);
        this.pickedStride = picked.layout().stride(0);
        this.listedStride = listed.layout().stride(0);
        this.itemsize = picked.dtype().itemsize();
        this.gathers = gathers;
        this.axes = axes;
        this.move = Conversions.copy(itemsize);
    }

    /** @throws io.arrayport.core.error.IndexException if there is a position that is not inside of the first axis */
    static void requireInside(String operation, Operand picked, int axis, Operand positions) {
        check(operation, positions, picked, axis, 0, positions.layout().dim(0));
    }

    /** As {@link io.arrayport.core.backend.Backend#gather}. */
    static void gather(String operation, Operand in, int axis, Operand positions, Operand out) {
        run(operation, in, axis, positions, out, true);
    }

    /** As {@link io.arrayport.core.backend.Backend#scatter}. */
    static void scatter(String operation, Operand in, int axis, Operand positions, Operand out) {
        check(operation, positions, out, axis, 0, positions.layout().dim(0));
        run(operation, out, axis, positions, in, false);
    }

    private static void run(String operation, Operand picked, int axis, Operand positions, Operand listed,
            boolean gathers) {
        long n = positions.layout().dim(0);
        if (listed.layout().size() == 0) {
            check(operation, positions, picked, axis, 0, n);
            return;
        }
        long[] bases = {first(picked), first(listed)};
        Axes axes = picked.layout().ndim() == 1 ? NO_AXES
                : Axes.of(row(picked.layout()), row(listed.layout())).order().flip(bases).coalesce();
        GatherLoop loop = new GatherLoop(picked, listed, gathers, axes);
        long blocks = (n + BLOCK - 1) / BLOCK;
        Split.Range range = (from, to) -> loop.blocks(operation, axis, bases, first(positions), from * BLOCK,
                Math.min(n, to * BLOCK));
        if (gathers) {
            Split.run(blocks, BLOCK * Math.max(1, listed.layout().size() / n), range);
        } else {
            range.run(0, blocks); // of equal positions the last one counts
        }
    }

    private void blocks(String operation, int axis, long[] bases, long positions, long from, long end) {
        for (long done = from; done < end; done += BLOCK) {
            long count = Math.min(BLOCK, end - done);
            // Looked at once more, as they are followed: another thread may have written over what was checked
            if (!rows(bases[PICKED], positions + done * Long.BYTES, bases[LISTED] + done * listedStride, count)) {
                throw Indices.refused(operation, positions + done * Long.BYTES, Long.BYTES, count, dim, axis);
            }
        }
    }

    private static void check(String operation, Operand positions, Operand picked, int axis, long from, long n) {
        Indices.check(operation, first(positions) + from * Long.BYTES, Long.BYTES, n, picked.layout().dim(0), axis);
    }

    /** Returns whether all positions are there. */
    private boolean rows(long picked, long at, long listed, long n) {
        int outer = Math.max(0, axes.ndim() - 1);
        boolean joined = axes.ndim() > 0 && axes.stride(PICKED, 0) == itemsize && axes.stride(LISTED, 0) == itemsize
                && axes.dim(0) * itemsize >= SHORT;
        boolean few = n <= FEW && axes.dim(0) > n;
        if (!joined && !few) {
            return columns(outer, picked, at, listed, n);
        }
        for (long i = 0; i < n; i++) {
            long position = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at + i * Long.BYTES);
            long row = position < 0 ? position + dim : position;
            if (row < 0 || row >= dim) {
                return false;
            }
            runs(outer, picked + row * pickedStride, listed + i * listedStride);
        }
        return true;
    }

    /** Copies one row. */
    private void runs(int axis, long picked, long listed) {
        if (axis == 0) {
            if (gathers) {
                move.run(picked, axes.stride(PICKED, 0), listed, axes.stride(LISTED, 0), axes.dim(0));
            } else {
                move.run(listed, axes.stride(LISTED, 0), picked, axes.stride(PICKED, 0), axes.dim(0));
            }
            return;
        }
        for (long i = 0; i < axes.dim(axis); i++) {
            runs(axis - 1, picked + i * axes.stride(PICKED, axis), listed + i * axes.stride(LISTED, axis));
        }
    }

    private boolean columns(int axis, long picked, long at, long listed, long n) {
        if (axes.ndim() == 0) {
            return column(picked, at, listed, n);
        }
        boolean there = true;
        for (long i = 0; there && i < axes.dim(axis); i++) {
            long from = picked + i * axes.stride(PICKED, axis);
            long to = listed + i * axes.stride(LISTED, axis);
            there = axis == 0 ? column(from, at, to, n) : columns(axis - 1, from, at, to, n);
        }
        return there;
    }

    private boolean column(long picked, long at, long listed, long n) {
        GatherKernel kernel = Choices.gather(itemsize);
        if (gathers) {
            return kernel.gather(picked, pickedStride, dim, at, listed, listedStride, n) == n;
        }
        return kernel.scatter(listed, listedStride, at, picked, pickedStride, dim, n) == n;
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }

    private static Layout row(Layout layout) {
        long[] dims = layout.shape().toArray();
        long[] strides = layout.strides();
        return Layout.of(Shape.of(Arrays.copyOfRange(dims, 1, dims.length)),
                Arrays.copyOfRange(strides, 1, strides.length), layout.offset());
    }
}
