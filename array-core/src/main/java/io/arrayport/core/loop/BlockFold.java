package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.Pairwise;
import io.arrayport.core.kernel.ReduceKernel;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Reduces the elements of an expression while they are computed, in the order in which {@link ReduceLoop} would reduce
 * a fresh array of them: along an innermost axis strips into one element each, floats pairwise; otherwise strips
 * combined with a strip of results. Elements are computed in that order, block by block.
 */
final class BlockFold {
    private static final int OUT = 1;
    private static final int WIDEST = 16;

    private final BlockWalk walk;
    private final Op op;
    private final Lane lane;
    private final int itemsize;
    private final Axes axes;
    private final long base;
    private final @Nullable UnaryKernel toAccumulator;
    private final int accumulated;
    private final @Nullable ReduceKernel strips;
    private final @Nullable BinaryKernel elementwise;

    private BlockFold(BlockWalk walk, Op op, DType type, DType accumulator, Axes axes, long base) {
        this.walk = walk;
        this.op = op;
        this.lane = Lanes.of("reduce", accumulator);
        this.itemsize = type.itemsize();
        this.axes = axes;
        this.base = base;
        boolean innermost = axes.stride(OUT, 0) == 0;
        Lane in = Lanes.of("reduce", type);
        boolean direct = innermost ? Kernels.hasReduce(op, in, lane) : Kernels.hasInto(op, in, lane);
        this.toAccumulator = direct ? null : Converters.of(type, accumulator);
        this.accumulated = direct ? itemsize : accumulator.itemsize();
        this.strips = innermost ? Kernels.reduce(op, direct ? in : lane, lane) : null;
        this.elementwise = innermost ? null : Kernels.into(op, direct ? in : lane, lane);
    }

    /**
     * Reduces where the order of NumPy's can be kept block by block.
     *
     * @return whether that is so
     */
    static boolean run(BlockProgram program, Op op, List<Operand> arrays, List<Object> numbers, Layout elements,
            Operand out) {
        Lane lane = Lanes.of("reduce", out.dtype());
        boolean free = Kernels.isFree(op, lane);
        boolean rounds = lane == Lane.F16 || lane == Lane.BF16; // a strip at a time
        if (!free && (rounds || !program.type().equals(out.dtype()))) {
            return false;
        }
        if (elements.size() == 0) {
            return true;
        }
        Axes axes = Axes.by(elements, List.of(out)).coalesce();
        try (BlockWalk walk = new BlockWalk(program, arrays, numbers, elements, 0)) {
            new BlockFold(walk, op, program.type(), out.dtype(), axes,
                    out.storage().address() + out.layout().offset()).run();
        }
        return true;
    }

    private void run() {
        // Not split between threads: a sum would be by halves, of which each computes its own elements
        long row = axes.dim(0);
        long rows = walk.size() / row;
        if (row > walk.most()) {
            for (long i = 0; i < rows; i++) {
                split(i * row, row, out(i));
            }
            return;
        }
        long together = walk.most() / row;
        for (long i = 0; i < rows; i += together) {
            long count = Math.min(together, rows - i);
            long at = elements(i * row, count * row);
            for (long j = 0; j < count; j++) {
                combine(at + j * row * accumulated, row, out(i + j));
            }
        }
    }

    /** Where the results of a row begin. */
    private long out(long row) {
        long address = base;
        long rest = row;
        for (int i = 1; i < axes.ndim(); i++) {
            address += rest % axes.dim(i) * axes.stride(OUT, i);
            rest /= axes.dim(i);
        }
        return address;
    }

    /** Computes elements, converted to what they are reduced in. */
    private long elements(long first, long n) {
        long at = walk.range(first, n);
        if (toAccumulator == null) {
            return at;
        }
        long to = walk.beside();
        toAccumulator.run(at, itemsize, to, accumulated, n);
        return to;
    }

    private void combine(long at, long n, long out) {
        if (strips != null) {
            strips.run(at, accumulated, n, out);
        } else if (elementwise != null) {
            long stride = axes.stride(OUT, 0);
            elementwise.run(out, stride, at, accumulated, out, stride, n);
        }
    }

    /** A row longer than a block. */
    private void split(long first, long row, long out) {
        if (op == Op.ADD && strips != null && !lane.isInteger() && lane != Lane.BOOL && !lane.isTime()) {
            pairwise(first, row, walk.sums());
            Kernels.binary(Op.ADD, lane).run(out, 0, walk.sums(), 0, out, accumulated, 1);
            return;
        }
        for (long done = 0; done < row; done += walk.most()) {
            long n = Math.min(walk.most(), row - done);
            combine(elements(first + done, n), n, out + done * axes.stride(OUT, 0));
        }
    }

    /** Writes a sum to {@code to}; what lies behind is room for others. */
    private void pairwise(long first, long n, long to) {
        if (n > walk.most()) {
            long left = lane.isComplex() ? Pairwise.complexLeft(n) : Pairwise.left(n);
            pairwise(first, left, to);
            pairwise(first + left, n - left, to + WIDEST);
            Kernels.binary(Op.ADD, lane).run(to, 0, to + WIDEST, 0, to, accumulated, 1);
            return;
        }
        nothing(to);
        combine(elements(first, n), n, to);
    }

    /** -0 changes no float that is added to it. */
    private void nothing(long to) {
        Memory.segment(to, WIDEST).fill((byte) 0);
        long sign = to + lane.part().bytes() - 1;
        for (int part = 0; part < accumulated / lane.part().bytes(); part++) {
            Memory.segment(sign + (long) part * lane.part().bytes(), 1).fill((byte) 0x80);
        }
    }
}
