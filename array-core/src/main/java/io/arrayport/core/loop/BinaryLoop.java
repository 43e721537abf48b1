package io.arrayport.core.loop;

import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.threads.Split;

/** Hands the strips of an elementwise operation of two operands to its kernel. */
public final class BinaryLoop {
    private static final int A = 0;
    private static final int B = 1;
    private static final int OUT = 2;
    /** Elements that are computed together where each is computed many times: some lines of the cache. */
    private static final long NEIGHBOURS = 128;

    private final BinaryKernel kernel;
    private final Axes axes;
    private final int along;

    private BinaryLoop(BinaryKernel kernel, Axes axes) {
        this.kernel = kernel;
        this.axes = axes;
        this.along = axes.along();
    }

    /**
     * Computes {@code out = op(a, b)}. The layouts have one shape (broadcast beforehand); each base is the address
     * that the layout's offset is relative to. {@code out} may be exactly one of the inputs and overlaps them in no
     * other way; the caller holds the memory.
     */
    public static void run(BinaryKernel kernel, long aBase, Layout a, long bBase, Layout b, long outBase, Layout out) {
        if (out.size() == 0) {
            return;
        }
        if (out.ndim() == 1 && out.stride(0) > 0 && !NearLoop.isWorth(kernel, a, b)) {
            kernel.run(aBase + a.offset(), a.stride(0), bBase + b.offset(), b.stride(0), outBase + out.offset(),
                    out.stride(0), out.dim(0));
            return;
        }
        long[] bases = {aBase + a.offset(), bBase + b.offset(), outBase + out.offset()};
        Axes axes = Axes.of(a, b, out).order().flip(bases).coalesce();
        new BinaryLoop(kernel, axes).walk(Math.max(0, axes.ndim() - 1), bases[A], bases[B], bases[OUT]);
    }

    /** As {@link #run}, on several threads if that is worth it: which range an element is in must not matter. */
    static void split(BinaryKernel kernel, long aBase, Layout a, long bBase, Layout b, long outBase, Layout out) {
        if (Split.isWorth(out.size(), 1)) {
            long[] bases = {aBase + a.offset(), bBase + b.offset(), outBase + out.offset()};
            Cut.elements(Axes.of(a, b, out).order().flip(bases).coalesce(), bases, new Walk(kernel));
        } else {
            run(kernel, aBase, a, bBase, b, outBase, out);
        }
    }

    /** As {@link #split(BinaryKernel, long, Layout, long, Layout, long, Layout)}. */
    static void split(Supply<BinaryKernel> kernels, long aBase, Layout a, long bBase, Layout b, long outBase,
            Layout out) {
        if (out.size() > 0 && !Split.isWorth(out.size(), 1)) {
            kernels.lend(kernel -> run(kernel, aBase, a, bBase, b, outBase, out));
        } else if (out.size() > 0) {
            long[] bases = {aBase + a.offset(), bBase + b.offset(), outBase + out.offset()};
            Axes axes = Axes.of(a, b, out).order().flip(bases).coalesce();
            Cut.elements(kernels, axes, bases, (kernel, part, at) -> new Walk(kernel).run(part, at));
        }
    }

    /** A loop over a part of the axes. What the first operation of a process needs is no lambda: those take longer. */
    private record Walk(BinaryKernel kernel) implements Cut.Walk {
        @Override
        public void run(Axes axes, long[] first) {
            new BinaryLoop(kernel, axes).walk(Math.max(0, axes.ndim() - 1), first[A], first[B], first[OUT]);
        }
    }

    /**
     * Computes {@code times} operations one after the other, of which each may read what the one before it wrote in the
     * same place.
     *
     * @param bases of the first one's operands: a, b and out
     * @param steps bytes from there to those of the next one
     */
    static void each(BinaryKernel kernel, long times, long[] bases, long[] steps, Layout a, Layout b, Layout out) {
        long[] first = {bases[A] + a.offset(), bases[B] + b.offset(), bases[OUT] + out.offset()};
        Axes axes = Axes.of(a, b, out).order().flip(first).coalesce();
        Cut.rows(axes, first, times, NEIGHBOURS, (part, at) -> {
            BinaryLoop loop = new BinaryLoop(kernel, part);
            for (long i = 0; i < times; i++) {
                loop.walk(Math.max(0, part.ndim() - 1), at[A] + i * steps[A], at[B] + i * steps[B],
                        at[OUT] + i * steps[OUT]);
            }
        });
    }

    private void walk(int axis, long a, long b, long out) {
        long aStride = axes.stride(A, axis);
        long bStride = axes.stride(B, axis);
        long outStride = axes.stride(OUT, axis);
        long n = axes.dim(axis);
        if (axis == Math.min(1, axes.ndim() - 1) && NearLoop.isWorth(kernel, axes)) {
            NearLoop.run(kernel, axes, a, b, out);
            return;
        }
        if (axis == 0) {
            kernel.run(a, aStride, b, bStride, out, outStride, n);
            return;
        }
        if (axis == along) {
            long block = axes.block(along);
            for (long done = 0; done < n; done += block) {
                inside(along - 1, a + done * aStride, b + done * bStride, out + done * outStride,
                        Math.min(block, n - done));
            }
            return;
        }
        for (long i = 0; i < n; i++) {
            walk(axis - 1, a + i * aStride, b + i * bStride, out + i * outStride);
        }
    }

    /** Walks along {@code n} steps of the long axis, once for each of the few elements that are inside of it. */
    private void inside(int axis, long a, long b, long out, long n) {
        if (axis < 0) {
            kernel.run(a, axes.stride(A, along), b, axes.stride(B, along), out, axes.stride(OUT, along), n);
            return;
        }
        for (long i = 0; i < axes.dim(axis); i++) {
            inside(axis - 1, a + i * axes.stride(A, axis), b + i * axes.stride(B, axis),
                    out + i * axes.stride(OUT, axis), n);
        }
    }
}
