package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.function.Function;

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
import io.arrayport.core.threads.Split;

/**
 * Sums squares of differences block by block, so that none of them leaves the nearest cache, in the order in which
 * NumPy adds those of the array of all differences.
 */
final class SquaresLoop {
    private static final int OUT = 0;
    private static final int IN = 2;
    private static final int MEAN = 3;
    /** Elements of a block: a multiple of what a pairwise sum is never cut within. */
    private static final long BLOCK = 1024;
    /** Elements that a thread sums at a time, at least. */
    private static final long SHARED = 1 << 13;
    /** Bytes of a line of the cache. */
    private static final long LINE = 64;

    private final Axes axes;
    private final int itemsize;
    private final boolean single;
    private final BinaryKernel subtract;
    private final UnaryKernel square;
    private final BinaryKernel add;
    private final ReduceKernel sum;
    private final long buffer;
    private final long partial;

    private SquaresLoop(Axes axes, BinaryKernel subtract, Lane lane, Arena arena) {
        this.axes = axes;
        this.itemsize = lane.bytes();
        this.single = lane == Lane.F32;
        this.subtract = subtract;
        this.square = Kernels.unary(Op.SQUARE, lane);
        this.add = Kernels.binary(Op.ADD, lane);
        this.sum = Kernels.reduce(Op.ADD, lane, lane);
        this.partial = arena.allocate(LINE + Math.min(2 * BLOCK, axes.dim(0)) * itemsize, 64).address();
        this.buffer = partial + LINE;
    }

    /** Returns the layout of the array of all differences. */
    static Layout differences(Operand in, Operand mean, DType type) {
        return Fresh.like(in.shape(), type.itemsize(), in.layout(), mean.layout());
    }

    /**
     * As {@link io.arrayport.core.backend.Backend#squares}; there are elements.
     *
     * @return false, and nothing is done, if the array of all differences would be walked in another way than its
     *         inputs, so that sums would be cut elsewhere
     */
    static boolean run(Operand in, Operand mean, Operand out) {
        DType type = out.dtype();
        Layout all = differences(in, mean, type);
        Axes wanted = Axes.reduction(out.layout(), all).coalesce();
        Axes axes = Axes.reduction(out.layout(), all, in.layout(), mean.layout()).coalesce();
        if (axes.ndim() != wanted.ndim() || Strip.choose(wanted, false, false).axes() > 1) {
            return false;
        }
        for (int i = 0; i < axes.ndim(); i++) {
            if (axes.dim(i) != wanted.dim(i) || axes.stride(OUT, i) != wanted.stride(OUT, i)) {
                return false;
            }
        }
        Lane lane = Lanes.of("squares", type);
        BinaryKernel subtract = Kernels.binary(Op.SUBTRACT, lane);
        boolean direct = in.dtype().equals(type) && mean.dtype().equals(type);
        Function<Arena, BinaryKernel> differences = arena -> direct ? subtract
                : Converted.binary(subtract, new DType[]{in.dtype(), mean.dtype(), type},
                        new DType[]{type, type, type}, in.layout().size(), arena);
        long[] first = {first(out), 0, first(in), first(mean)};
        int kept = Cut.outermost(axes, axis -> axes.stride(OUT, axis) != 0);
        if (kept < 0 && axes.ndim() == 1 && Split.isWorth(axes.dim(0), 1)) {
            halves(axes, differences, lane, first);
            return true;
        }
        Cut.along(axes, first, kept, kept == 0 ? BLOCK : 1, (part, at) -> {
            try (Arena arena = Arena.ofConfined()) {
                new SquaresLoop(part, differences.apply(arena), lane, arena).walk(part.ndim() - 1, at[IN], at[MEAN],
                        at[OUT]);
            }
        });
        return true;
    }

    /** The sum of one row: of its halves, of theirs and so on, as one thread cuts it. */
    private static void halves(Axes axes, Function<Arena, BinaryKernel> differences, Lane lane, long[] first) {
        Halves halves = Halves.of(axes.dim(0), SHARED, Pairwise::left);
        double[] sums = new double[halves.count()];
        Split.run(sums.length, halves.each(), (from, to) -> {
            try (Arena arena = Arena.ofConfined()) {
                SquaresLoop loop = new SquaresLoop(axes, differences.apply(arena), lane, arena);
                for (int i = (int) from; i < to; i++) {
                    long start = halves.start(i);
                    sums[i] = loop.pairwise(first[IN] + start * axes.stride(IN, 0),
                            first[MEAN] + start * axes.stride(MEAN, 0), halves.start(i + 1) - start);
                }
            }
        });
        try (Arena arena = Arena.ofConfined()) {
            SquaresLoop loop = new SquaresLoop(axes, differences.apply(arena), lane, arena);
            halves.combine((a, b) -> sums[a] = loop.rounded(sums[a] + sums[b]));
            loop.put(first[OUT], loop.get(first[OUT]) + sums[0]);
        }
    }

    private double rounded(double sum) {
        return single ? (float) sum : sum;
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }

    private void walk(int axis, long in, long mean, long out) {
        if (axis <= 0) {
            row(in, mean, out);
            return;
        }
        long n = axes.dim(axis);
        for (long i = 0; i < n; i++) {
            walk(axis - 1, in + i * axes.stride(IN, axis), mean + i * axes.stride(MEAN, axis),
                    out + i * axes.stride(OUT, axis));
        }
    }

    private void row(long in, long mean, long out) {
        long n = axes.dim(0);
        if (axes.stride(OUT, 0) == 0) {
            double total = get(out) + pairwise(in, mean, n);
            put(out, total);
            return;
        }
        for (long done = 0; done < n; done += BLOCK) {
            long count = Math.min(BLOCK, n - done);
            block(in + done * axes.stride(IN, 0), mean + done * axes.stride(MEAN, 0), count);
            long to = out + done * axes.stride(OUT, 0);
            add.run(to, axes.stride(OUT, 0), buffer, itemsize, to, axes.stride(OUT, 0), count);
        }
    }

    /** The sum of a row's squares; of two floats' sum the nearest float is the same if a double comes between. */
    private double pairwise(long in, long mean, long n) {
        if (n > 2 * BLOCK) {
            long left = Pairwise.left(n);
            double sum = pairwise(in, mean, left) + pairwise(in + left * axes.stride(IN, 0),
                    mean + left * axes.stride(MEAN, 0), n - left);
            return rounded(sum);
        }
        block(in, mean, n);
        put(partial, 0);
        sum.run(buffer, itemsize, n, partial);
        return get(partial);
    }

    /** Brings the squares of {@code n} differences into the buffer. */
    private void block(long in, long mean, long n) {
        subtract.run(in, axes.stride(IN, 0), mean, axes.stride(MEAN, 0), buffer, itemsize, n);
        square.run(buffer, itemsize, buffer, itemsize, n);
    }

    private double get(long at) {
        return single ? Memory.RAW.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at)
                : Memory.RAW.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
    }

    private void put(long at, double value) {
        if (single) {
            Memory.RAW.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, (float) value);
        } else {
            Memory.RAW.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, value);
        }
    }
}
