package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.Gather;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;

/**
 * Copies rows from or to positions along a first axis: long contiguous rows one by one, others element by element, one
 * column of all rows after the other.
 */
final class GatherLoop {
    /** Rows of fewer bytes cost more by themselves than in columns. */
    private static final long SHORT = 64;
    /** Positions that are checked, and then followed while they are in the cache. */
    private static final long BLOCK = 4096;

    private static final int PICKED = 0;
    private static final int LISTED = 1;

    private final Operand positions;
    private final long dim;
    private final long pickedStride;
    private final long listedStride;
    private final int itemsize;
    private final boolean gathers;
    private final Axes axes;

    /**
     * @param picked whose rows are named by positions
     * @param listed whose rows come one after the other
     */
    private GatherLoop(Operand picked, Operand positions, Operand listed, boolean gathers, Axes axes) {
        this.positions = positions;
        this.dim = picked.layout().dim(0);
        this.pickedStride = picked.layout().stride(0);
        this.listedStride = listed.layout().stride(0);
        this.itemsize = picked.dtype().itemsize();
        this.gathers = gathers;
        this.axes = axes;
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
        Axes axes = Axes.of(row(picked.layout()), row(listed.layout())).order().flip(bases).coalesce();
        GatherLoop loop = new GatherLoop(picked, positions, listed, gathers, axes);
        for (long done = 0; done < n; done += BLOCK) {
            long count = Math.min(BLOCK, n - done);
            if (gathers) {
                check(operation, positions, picked, axis, done, count);
            }
            loop.rows(bases[PICKED], first(positions) + done * positions.layout().stride(0),
                    bases[LISTED] + done * loop.listedStride, count);
        }
    }

    private static void check(String operation, Operand positions, Operand picked, int axis, long from, long n) {
        long stride = positions.layout().stride(0);
        Indices.check(operation, first(positions) + from * stride, stride, n, picked.layout().dim(0), axis);
    }

    private void rows(long picked, long at, long listed, long n) {
        int outer = Math.max(0, axes.ndim() - 1);
        boolean joined = axes.ndim() > 0 && axes.stride(PICKED, 0) == itemsize && axes.stride(LISTED, 0) == itemsize
                && axes.dim(0) * itemsize >= SHORT;
        if (!joined) {
            columns(outer, picked, at, listed, n);
            return;
        }
        for (long i = 0; i < n; i++) {
            long position = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at + i * positions.layout().stride(0));
            runs(outer, picked + (position < 0 ? position + dim : position) * pickedStride,
                    listed + i * listedStride);
        }
    }

    /** Copies one row. */
    private void runs(int axis, long picked, long listed) {
        if (axis == 0) {
            Memory.copy(gathers ? picked : listed, gathers ? listed : picked, axes.dim(0) * itemsize);
            return;
        }
        for (long i = 0; i < axes.dim(axis); i++) {
            runs(axis - 1, picked + i * axes.stride(PICKED, axis), listed + i * axes.stride(LISTED, axis));
        }
    }

    private void columns(int axis, long picked, long at, long listed, long n) {
        if (axes.ndim() == 0) {
            column(picked, at, listed, n);
            return;
        }
        for (long i = 0; i < axes.dim(axis); i++) {
            long from = picked + i * axes.stride(PICKED, axis);
            long to = listed + i * axes.stride(LISTED, axis);
            if (axis == 0) {
                column(from, at, to, n);
            } else {
                columns(axis - 1, from, at, to, n);
            }
        }
    }

    private void column(long picked, long at, long listed, long n) {
        Gather kernel = Gather.of(itemsize);
        long stride = positions.layout().stride(0);
        if (gathers) {
            kernel.gather(picked, pickedStride, dim, at, stride, listed, listedStride, n);
        } else {
            kernel.scatter(listed, listedStride, at, stride, dim, picked, pickedStride, n);
        }
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
