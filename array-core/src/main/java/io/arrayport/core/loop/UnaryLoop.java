package io.arrayport.core.loop;

import java.util.function.Consumer;

import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.threads.Split;

/** Hands the strips of an operation of one operand, or of a conversion, to its kernel. */
public final class UnaryLoop {
    private static final int IN = 0;
    private static final int OUT = 1;

    private final UnaryKernel kernel;
    private final Axes axes;
    private final int along;

    private UnaryLoop(UnaryKernel kernel, Axes axes) {
        this.kernel = kernel;
        this.axes = axes;
        this.along = axes.along();
    }

    /**
     * Computes {@code out = kernel(in)}. The layouts have one shape; each base is the address that the layout's offset
     * is relative to. {@code out} may be exactly the input, if the kernel allows it, and overlaps it in no other way;
     * the caller holds the memory.
     */
    public static void run(UnaryKernel kernel, long inBase, Layout in, long outBase, Layout out) {
        if (out.ndim() == 1 && out.stride(0) > 0) {
            kernel.run(inBase + in.offset(), in.stride(0), outBase + out.offset(), out.stride(0), out.dim(0));
        } else if (out.size() > 0) {
            long[] bases = {inBase + in.offset(), outBase + out.offset()};
            Axes axes = Axes.of(in, out).order().flip(bases).coalesce();
            new UnaryLoop(kernel, axes).walk(Math.max(0, axes.ndim() - 1), bases[IN], bases[OUT]);
        }
    }

    /** As {@link #run}, on several threads if that is worth it: which range an element is in must not matter. */
    static void split(UnaryKernel kernel, long inBase, Layout in, long outBase, Layout out) {
        if (Split.isWorth(out.size(), 1)) {
            long[] bases = {inBase + in.offset(), outBase + out.offset()};
            Cut.elements(Axes.of(in, out).order().flip(bases).coalesce(), bases, new Walk(kernel));
        } else {
            run(kernel, inBase, in, outBase, out);
        }
    }

    /** As {@link #split(UnaryKernel, long, Layout, long, Layout)}. */
    static void split(Supply<UnaryKernel> kernels, long inBase, Layout in, long outBase, Layout out) {
        UnaryKernel shared = kernels.shared();
        if (out.size() == 0) {
            return;
        }
        if (shared != null && !kernels.isAlone()) {
            split(shared, inBase, in, outBase, out);
        } else if (!Split.isWorth(out.size(), 1)) {
            kernels.lend(kernel -> run(kernel, inBase, in, outBase, out));
        } else {
            long[] bases = {inBase + in.offset(), outBase + out.offset()};
            Axes axes = Axes.of(in, out).order().flip(bases).coalesce();
            Cut.elements(kernels, axes, bases, (kernel, part, at) -> new Walk(kernel).run(part, at));
        }
    }

    /** A loop over a part of the axes. What the first operation of a process needs is no lambda: those take longer. */
    private record Walk(UnaryKernel kernel) implements Cut.Walk {
        @Override
        public void run(Axes axes, long[] first) {
            new UnaryLoop(kernel, axes).walk(Math.max(0, axes.ndim() - 1), first[IN], first[OUT]);
        }
    }

    /**
     * Hands rows to a kernel to which they are elements, each row by itself.
     *
     * @param weight of a row
     */
    static void rows(UnaryKernel kernel, long weight, long inBase, Layout in, long outBase, Layout out) {
        rows(weight, 1, inBase, in, outBase, out, walk -> walk.accept(kernel));
    }

    /** What runs a loop once, with a kernel of its own. */
    interface Lender {
        void lend(Consumer<UnaryKernel> walk);
    }

    /**
     * As {@link #rows(UnaryKernel, long, long, Layout, long, Layout)}.
     *
     * @param block how many rows are taken together
     * @param kernels gives each range of rows a kernel, on any thread
     */
    static void rows(long weight, long block, long inBase, Layout in, long outBase, Layout out, Lender kernels) {
        if (out.size() > 0) {
            long[] bases = {inBase + in.offset(), outBase + out.offset()};
            Axes axes = Axes.of(in, out).order().flip(bases).coalesce();
            Cut.rows(axes, bases, weight, block, (part, at) -> kernels.lend(
                    kernel -> new UnaryLoop(kernel, part).walk(Math.max(0, part.ndim() - 1), at[IN], at[OUT])));
        }
    }

    private void walk(int axis, long in, long out) {
        long inStride = axes.stride(IN, axis);
        long outStride = axes.stride(OUT, axis);
        long n = axes.dim(axis);
        if (axis == 0) {
            kernel.run(in, inStride, out, outStride, n);
            return;
        }
        if (axis == along) {
            long block = axes.block(along);
            for (long done = 0; done < n; done += block) {
                inside(along - 1, in + done * inStride, out + done * outStride, Math.min(block, n - done));
            }
            return;
        }
        for (long i = 0; i < n; i++) {
            walk(axis - 1, in + i * inStride, out + i * outStride);
        }
    }

    /** Walks along {@code n} steps of the long axis, once for each of the few elements that are inside of it. */
    private void inside(int axis, long in, long out, long n) {
        if (axis < 0) {
            kernel.run(in, axes.stride(IN, along), out, axes.stride(OUT, along), n);
            return;
        }
        for (long i = 0; i < axes.dim(axis); i++) {
            inside(axis - 1, in + i * axes.stride(IN, axis), out + i * axes.stride(OUT, axis), n);
        }
    }
}
