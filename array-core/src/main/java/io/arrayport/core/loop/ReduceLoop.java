package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.util.Objects;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.ReduceKernel;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.threads.Split;
import org.jspecify.annotations.Nullable;

/**
 * Hands the strips of a reduction to its kernels, in the order in which NumPy adds, so that floats have NumPy's bits.
 *
 * <p>Where the innermost axis is reduced, whole strips of it go into one element, pairwise; where it is kept, strips
 * are combined elementwise with a strip of results, one position of the reduced axes after the other. Under a mask,
 * each stretch of true elements is a strip of its own.
 */
final class ReduceLoop {
    static final int OUT = 0;
    static final int IN = 1;
    private static final int MASK = 2;
    private static final long BUFFER = 8192;
    /** Columns that a thread combines at a time, if it does not take all: some lines of the cache of each row. */
    private static final long COLUMNS = 128;

    private final Axes axes;
    private final Strip strip;
    private final DType type;
    private final DType accumulator;
    private final boolean masked;
    private final boolean converts;
    private final boolean gathers;
    private final @Nullable BinaryKernel elementwise;
    private final @Nullable ReduceKernel pairwise;
    private final @Nullable UnaryKernel toAccumulator;
    private long buffer;
    private long maskBuffer;

    private ReduceLoop(Op op, Axes axes, Strip strip, DType type, DType accumulator, boolean masked) {
        this.axes = axes;
        this.strip = strip;
        this.type = type;
        this.accumulator = accumulator;
        this.masked = masked;
        boolean innermost = reducesInnermost();
        Lane lane = Lanes.of("reduce", accumulator);
        Lane in = type.isNative() ? Lanes.of("reduce", type) : lane;
        boolean direct = type.isNative() && (innermost
                ? strip.axes() == 1 && Kernels.hasReduce(op, in, lane)
                : Kernels.hasInto(op, in, lane));
        this.converts = !type.equals(accumulator) && !direct;
        this.gathers = innermost && (converts || strip.axes() > 1);
        this.toAccumulator = converts || gathers ? Converters.of(type, accumulator) : null;
        this.elementwise = innermost ? null : Kernels.into(op, converts ? lane : in, lane);
        this.pairwise = innermost ? Kernels.reduce(op, converts ? lane : in, lane) : null;
    }

    /**
     * Computes {@code out = op(out, reduction of in)}: out is filled beforehand, with the identity.
     *
     * @param in any layout, any type
     * @param out in's shape, with stride 0 along the axes that are reduced; overlaps in nowhere. Its type is what is
     *        computed in
     * @param where which elements are reduced: bools of in's shape; null for all
     */
    static void run(Op op, Operand in, Operand out, @Nullable Operand where) {
        if (in.layout().size() == 0) {
            return;
        }
        Axes axes = (where == null ? Axes.reduction(out.layout(), in.layout())
                : Axes.reduction(out.layout(), in.layout(), where.layout())).coalesce();
        boolean castOut = misaligned(out);
        boolean castIn = !in.dtype().equals(out.dtype()) || misaligned(in);
        Strip strip = Kernels.isFree(op, Lanes.of("reduce", out.dtype())) ? Strip.row(axes)
                : where == null ? Strip.choose(axes, castOut, castIn) : Strip.choose(axes, castOut, castIn, false);
        ReduceLoop loop = new ReduceLoop(op, axes, strip, in.dtype(), out.dtype(), where != null);
        long[] first = where == null ? new long[]{first(out), first(in)}
                : new long[]{first(out), first(in), first(where)};
        if (Split.isWorth(in.layout().size(), 1)) {
            loop.split(op, first);
        } else {
            loop.run(first);
        }
    }

    /** On several threads: a reduced axis keeps its order, on one of them, where the order makes a difference. */
    private void split(Op op, long[] first) {
        int inside = pairwise == null ? 0 : strip.axes();
        int kept = Cut.outermost(axes, axis -> axis >= inside && axes.stride(OUT, axis) != 0);
        if (kept >= 0) {
            Cut.along(axes, first, kept, kept == 0 ? COLUMNS : 1, (part, at) -> part(op, part, strip).run(at));
        } else if (pairwise == null || !WholeFold.run(op, this, first)) {
            run(first);
        }
    }

    /** Returns the same loop over a part of its axes, with buffers of its own. */
    ReduceLoop part(Op op, Axes part, Strip cut) {
        return new ReduceLoop(op, part, cut, type, accumulator, masked);
    }

    Axes axes() {
        return axes;
    }

    Strip strip() {
        return strip;
    }

    DType accumulator() {
        return accumulator;
    }

    boolean isMasked() {
        return masked;
    }

    /** Whether strips are brought together in a buffer. */
    boolean gathers() {
        return gathers;
    }

    /** What reduces a strip; only where the innermost axis is reduced. */
    ReduceKernel kernel() {
        return Objects.requireNonNull(pairwise);
    }

    /** Converts the element at {@code in} to what is computed in. */
    void first(long in, long out) {
        if (toAccumulator == null) {
            Memory.copy(in, out, accumulator.itemsize());
        } else {
            toAccumulator.run(in, 0, out, 0, 1);
        }
    }

    /** How many strips there are in all, where everything is reduced to one element. */
    long strips() {
        long blocks = 1;
        for (int axis = strip.axes(); axis < axes.ndim(); axis++) {
            blocks *= axes.dim(axis);
        }
        return blocks * stripsOfBlock();
    }

    private long stripsOfBlock() {
        return (strip.block() + strip.most() - 1) / strip.most();
    }

    /** Reduces the strips {@code [from, to)} of all, each into an element of its own. */
    void run(long in, long from, long to, long results, int itemsize) {
        try (Arena arena = Arena.ofConfined()) {
            buffer(arena);
            long each = stripsOfBlock();
            for (long next = from; next < to; next++) {
                long block = in;
                long rest = next / each;
                for (int axis = strip.axes(); axis < axes.ndim(); axis++) {
                    block += rest % axes.dim(axis) * axes.stride(IN, axis);
                    rest /= axes.dim(axis);
                }
                strip(kernel(), block, next % each * strip.most(), results + next * itemsize, 0);
            }
        }
    }

    void run(long[] first) {
        long mask = masked ? first[MASK] : 0;
        if (converts || gathers) {
            try (Arena arena = Arena.ofConfined()) {
                buffer(arena);
                walk(axes.ndim() - 1, first[IN], first[OUT], mask);
            }
        } else {
            walk(axes.ndim() - 1, first[IN], first[OUT], mask);
        }
    }

    private void buffer(Arena arena) {
        long elements = reducesInnermost() ? strip.most() : Math.min(BUFFER, axes.dim(0));
        buffer = arena.allocate(elements * accumulator.itemsize(), 64).address();
        maskBuffer = masked ? arena.allocate(elements).address() : 0;
    }

    private boolean reducesInnermost() {
        return axes.stride(OUT, 0) == 0;
    }

    private void walk(int axis, long in, long out, long mask) {
        int innermost = pairwise != null ? strip.axes() : 1;
        if (axis < innermost) {
            if (pairwise != null) {
                block(pairwise, in, out, mask);
            } else if (elementwise != null) {
                combine(elementwise, in, out, mask);
            }
            return;
        }
        long inStride = axes.stride(IN, axis);
        long outStride = axes.stride(OUT, axis);
        long maskStride = masked ? axes.stride(MASK, axis) : 0;
        long n = axes.dim(axis);
        if (axis == innermost && pairwise != null && !gathers && !masked && strip.most() >= strip.block()) {
            pairwise.each(in, axes.stride(IN, 0), strip.block(), inStride, out, outStride, n);
            return;
        }
        long folded = axis == 1 && outStride == 0 && elementwise != null && toAccumulator == null && !masked
                ? elementwise.fold(out, axes.stride(OUT, 0), in, axes.stride(IN, 0), inStride, n, axes.dim(0)) : 0;
        for (long i = folded; i < n; i++) {
            walk(axis - 1, in + i * inStride, out + i * outStride, mask + i * maskStride);
        }
    }

    /** Reduces a block into one element, strip by strip. */
    private void block(ReduceKernel kernel, long in, long out, long mask) {
        for (long done = 0; done < strip.block(); done += strip.most()) {
            strip(kernel, in, done, out, mask);
        }
    }

    /** The strip of a block that begins after {@code done} elements of it. */
    private void strip(ReduceKernel kernel, long in, long done, long out, long mask) {
        long stride = gathers ? accumulator.itemsize() : axes.stride(IN, 0);
        long n = Math.min(strip.most(), strip.block() - done);
        long from = in + done * stride;
        if (gathers && toAccumulator != null) {
            gather(IN, toAccumulator, in, done, n, buffer, accumulator.itemsize());
            from = buffer;
        }
        if (masked) {
            reduceMasked(kernel, from, stride, n, out, mask, done);
        } else {
            kernel.run(from, stride, n, out);
        }
    }

    private void reduceMasked(ReduceKernel kernel, long from, long stride, long n, long out, long mask, long done) {
        long bools = mask + done * axes.stride(MASK, 0);
        long boolStride = axes.stride(MASK, 0);
        if (gathers) {
            gather(MASK, Converters.of(DType.BOOL, DType.BOOL), mask, done, n, maskBuffer, 1);
            bools = maskBuffer;
            boolStride = 1;
        }
        Mask.runs(bools, boolStride, n, (start, length) -> kernel.run(from + start * stride, stride, length, out));
    }

    /** Brings the elements [done, done + n) of an operand's block into a buffer, in order. */
    private void gather(int operand, UnaryKernel conversion, long block, long done, long n, long to, int itemsize) {
        long row = axes.dim(0);
        for (long next = done; next < done + n;) {
            long at = block;
            long rest = next;
            for (int i = 0; i < strip.axes(); i++) {
                at += rest % axes.dim(i) * axes.stride(operand, i);
                rest /= axes.dim(i);
            }
            long run = Math.min(row - next % row, done + n - next);
            conversion.run(at, axes.stride(operand, 0), to + (next - done) * itemsize, itemsize, run);
            next += run;
        }
    }

    /** Combines a strip of the input with a strip of results. */
    private void combine(BinaryKernel kernel, long in, long out, long mask) {
        long outStride = axes.stride(OUT, 0);
        long inStride = axes.stride(IN, 0);
        long row = axes.dim(0);
        if (toAccumulator == null) {
            combine(kernel, in, inStride, out, mask, row);
            return;
        }
        for (long done = 0; done < row; done += BUFFER) {
            long n = Math.min(BUFFER, row - done);
            toAccumulator.run(in + done * inStride, inStride, buffer, accumulator.itemsize(), n);
            combine(kernel, buffer, accumulator.itemsize(), out + done * outStride,
                    masked ? mask + done * axes.stride(MASK, 0) : 0, n);
        }
    }

    private void combine(BinaryKernel kernel, long in, long inStride, long out, long mask, long n) {
        long outStride = axes.stride(OUT, 0);
        if (masked) {
            Mask.runs(mask, axes.stride(MASK, 0), n, (start, length) -> {
                long to = out + start * outStride;
                kernel.run(to, outStride, in + start * inStride, inStride, to, outStride, length);
            });
        } else {
            kernel.run(out, outStride, in, inStride, out, outStride, n);
        }
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }

    private static boolean misaligned(Operand operand) {
        Layout layout = operand.layout();
        long bits = first(operand);
        for (int axis = 0; axis < layout.ndim(); axis++) {
            bits |= layout.dim(axis) > 1 ? layout.stride(axis) : 0;
        }
        return (bits & operand.dtype().alignment() - 1) != 0;
    }
}
