package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.BlendKernel;
import io.arrayport.core.kernel.Choices;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.threads.Split;

/** Walks any number of operands of one shape together, and hands their strips to a kernel. */
final class ChooseLoop {
    /** Bytes of the widest element. */
    private static final long WIDEST = 16;
    /** Bytes of a line of the cache. */
    private static final long LINE = 64;

    private interface Strips {
        void run(long[] at, long[] strides, long n);
    }

    private final Strips kernel;
    private final Axes axes;
    private final long[] strides;

    private ChooseLoop(Strips kernel, Axes axes, int operands) {
        this.kernel = kernel;
        this.axes = axes;
        this.strides = new long[operands];
        for (int operand = 0; operand < operands; operand++) {
            strides[operand] = axes.stride(operand, 0);
        }
    }

    /** As {@link io.arrayport.core.backend.Backend#choose(Operand, Operand, Operand, Operand)}. */
    static void run(Operand condition, Operand a, Operand b, Operand out) {
        BlendKernel kernel = Choices.blend(out.dtype().itemsize());
        run(Supply.shared((at, strides, n) -> kernel.blend(at[0], strides[0], at[1], strides[1], at[2], strides[2],
                at[3], strides[3], n)), List.of(condition, a, b, out));
    }

    /** As {@link io.arrayport.core.backend.Backend#copy(Operand, Operand, Operand)}, of one type. */
    static void copy(Operand in, Operand out, Operand where) {
        BlendKernel kernel = Choices.blend(out.dtype().itemsize());
        run(Supply.own(WIDEST + LINE, buffers -> {
            long spare = buffers.allocate(WIDEST, LINE).address(); // of one thread: others would wait for its line
            return (at, strides, n) -> kernel.put(at[0], strides[0], at[1], strides[1], at[2], strides[2], spare, n);
        }), List.of(where, in, out));
    }

    /** As {@link io.arrayport.core.backend.Backend#choose(String, Operand, List, Operand)}. */
    static void run(String operation, Operand which, List<Operand> choices, Operand out) {
        BlendKernel kernel = Choices.blend(out.dtype().itemsize());
        List<Operand> operands = new ArrayList<>(choices);
        operands.add(out);
        operands.add(which);
        int numbers = operands.size() - 1;
        run(Supply.shared((at, strides, n) -> {
            long chosen = kernel.choose(at, strides, n);
            if (chosen < n) {
                throw new IllegalArgumentException(operation + ": there is no choice "
                        + Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at[numbers] + chosen * strides[numbers])
                        + " among " + choices.size() + "; give mode(IndexMode.WRAP) or CLIP to have another one");
            }
        }), operands);
    }

    private static void run(Supply<Strips> kernels, List<Operand> operands) {
        long size = operands.getFirst().layout().size();
        if (size == 0) {
            return;
        }
        long[] first = new long[operands.size()];
        Layout[] layouts = new Layout[first.length];
        for (int operand = 0; operand < first.length; operand++) {
            layouts[operand] = operands.get(operand).layout();
            first[operand] = operands.get(operand).storage().address() + layouts[operand].offset();
        }
        if (layouts[0].ndim() == 1 && !Split.isWorth(size, 1)) {
            long[] strides = new long[first.length];
            for (int operand = 0; operand < first.length; operand++) {
                strides[operand] = layouts[operand].stride(0);
            }
            kernels.lend(kernel -> kernel.run(first, strides, size));
            return;
        }
        Axes axes = Axes.of(layouts).order().flip(first).coalesce();
        Cut.elements(kernels, axes, first, (kernel, part, at) -> new ChooseLoop(kernel, part, at.length)
                .walk(Math.max(0, part.ndim() - 1), at));
    }

    private void walk(int axis, long[] at) {
        long n = axes.dim(axis);
        if (axis == 0) {
            kernel.run(at, strides, n);
            return;
        }
        long[] next = at.clone();
        for (long i = 0; i < n; i++) {
            walk(axis - 1, next);
            for (int operand = 0; operand < next.length; operand++) {
                next[operand] += axes.stride(operand, axis);
            }
        }
    }
}
