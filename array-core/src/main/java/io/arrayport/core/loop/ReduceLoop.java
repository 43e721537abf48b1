package io.arrayport.core.loop;

import java.lang.foreign.Arena;

import io.arrayport.core.backend.Op;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Conversion;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.ReduceKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/**
 * Hands the strips of a reduction to its kernels, in the order in which NumPy adds, so that floats have NumPy's bits.
 *
 * <p>Where the innermost axis is reduced, whole strips of it go into one element, pairwise; where it is kept, strips
 * are added elementwise to a strip of results, one position of the reduced axes after the other.
 */
public final class ReduceLoop {
    private static final int OUT = 0;
    private static final int IN = 1;
    private static final long BUFFER = 8192;

    private final Axes axes;
    private final Strip strip;
    private final Lane accumulator;
    private final Conversion toAccumulator;
    private final BinaryKernel elementwise;
    private final ReduceKernel pairwise;
    private final boolean converts;
    private final boolean gathers;
    private long buffer;

    private ReduceLoop(Op op, Axes axes, Strip strip, Lane lane, Lane accumulator) {
        this.axes = axes;
        this.strip = strip;
        this.accumulator = accumulator;
        this.toAccumulator = Conversion.of(lane, accumulator).orElseThrow(
                () -> new IllegalArgumentException("reduce: " + lane + " does not widen to " + accumulator));
        this.elementwise = Kernels.binary(op, accumulator);
        boolean widens = lane == Lane.I32 && accumulator == Lane.I64;
        this.converts = lane != accumulator && !(widens && reducesInnermost() && strip.axes() == 1);
        this.gathers = reducesInnermost() && (converts || strip.axes() > 1);
        this.pairwise = Kernels.reduce(op, converts ? accumulator : lane, accumulator);
    }

    /**
     * Computes {@code out = op(out, reduction of in)}: out is filled beforehand, with the identity.
     *
     * @param lane what in holds
     * @param accumulator what out holds: {@code lane}, or a wider one
     * @param in any layout
     * @param out in's shape, with stride 0 along the axes that are reduced; overlaps in nowhere
     */
    public static void run(Op op, Lane lane, long inBase, Layout in, Lane accumulator, long outBase, Layout out) {
        if (in.size() == 0) {
            return;
        }
        Axes axes = Axes.reduction(in, out).coalesce();
        long from = inBase + in.offset();
        long to = outBase + out.offset();
        Strip strip = Strip.choose(axes, misaligned(to, out, accumulator),
                lane != accumulator || misaligned(from, in, lane));
        ReduceLoop loop = new ReduceLoop(op, axes, strip, lane, accumulator);
        // Work will be split between threads here, by ranges of kept axes: a reduced axis keeps its order on one thread
        if (loop.converts || loop.gathers) {
            try (Arena arena = Arena.ofConfined()) {
                long elements = loop.reducesInnermost() ? strip.most() : Math.min(BUFFER, axes.dim(0));
                loop.buffer = arena.allocate(elements * accumulator.bytes(), 64).address();
                loop.walk(axes.ndim() - 1, from, to);
            }
        } else {
            loop.walk(axes.ndim() - 1, from, to);
        }
    }

    /**
     * Returns the layout that NumPy gives a fresh result: without gaps, axes ordered as the input's, reduced ones of
     * length 1.
     */
    public static Layout fresh(Layout in, boolean[] reduced, int itemsize) {
        long[] dims = in.shape().toArray();
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = reduced[axis] ? 1 : dims[axis];
        }
        return Axes.of(in).order().packed(Shape.of(dims), itemsize);
    }

    private boolean reducesInnermost() {
        return axes.stride(OUT, 0) == 0;
    }

    private void walk(int axis, long in, long out) {
        int innermost = reducesInnermost() ? strip.axes() : 1;
        if (axis < innermost) {
            if (reducesInnermost()) {
                block(in, out);
            } else {
                add(in, out);
            }
            return;
        }
        long inStride = axes.stride(IN, axis);
        long outStride = axes.stride(OUT, axis);
        long n = axes.dim(axis);
        for (long i = 0; i < n; i++) {
            walk(axis - 1, in + i * inStride, out + i * outStride);
        }
    }

    /** Reduces a block into one element, strip by strip. */
    private void block(long in, long out) {
        long stride = axes.stride(IN, 0);
        for (long done = 0; done < strip.block(); done += strip.most()) {
            long n = Math.min(strip.most(), strip.block() - done);
            if (gathers) {
                gather(in, done, n);
                pairwise.run(buffer, accumulator.bytes(), n, out);
            } else {
                pairwise.run(in + done * stride, stride, n, out);
            }
        }
    }

    /** Brings the elements [done, done + n) of a block into the buffer, in order. */
    private void gather(long in, long done, long n) {
        long row = axes.dim(0);
        for (long next = done; next < done + n;) {
            long at = in;
            long rest = next;
            for (int i = 0; i < strip.axes(); i++) {
                at += rest % axes.dim(i) * axes.stride(IN, i);
                rest /= axes.dim(i);
            }
            long run = Math.min(row - next % row, done + n - next);
            toAccumulator.run(at, axes.stride(IN, 0), buffer + (next - done) * accumulator.bytes(), accumulator.bytes(),
                    run);
            next += run;
        }
    }

    /** Adds a strip of the input to a strip of results. */
    private void add(long in, long out) {
        long inStride = axes.stride(IN, 0);
        long outStride = axes.stride(OUT, 0);
        long row = axes.dim(0);
        if (!converts) {
            elementwise.run(out, outStride, in, inStride, out, outStride, row);
            return;
        }
        for (long done = 0; done < row; done += BUFFER) {
            long n = Math.min(BUFFER, row - done);
            long to = out + done * outStride;
            toAccumulator.run(in + done * inStride, inStride, buffer, accumulator.bytes(), n);
            elementwise.run(to, outStride, buffer, accumulator.bytes(), to, outStride, n);
        }
    }

    private static boolean misaligned(long base, Layout layout, Lane lane) {
        long bits = base;
        for (int axis = 0; axis < layout.ndim(); axis++) {
            bits |= layout.dim(axis) > 1 ? layout.stride(axis) : 0;
        }
        return (bits & lane.bytes() - 1) != 0;
    }
}
