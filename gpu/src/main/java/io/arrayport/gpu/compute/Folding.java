package io.arrayport.gpu.compute;

import java.util.EnumSet;
import java.util.Set;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Axes;
import io.arrayport.core.loop.Strip;
import io.arrayport.gpu.kernel.FoldRows;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.Walk;

/**
 * One reduction's launches; see docs/decisions. Where order makes no difference, blocks take parts of a row; floats are
 * added in NumPy's order, long rows by {@link PairwiseSums}; whatever else is done one after the other is cut into
 * parts where it is long, at places that the shape alone decides.
 */
final class Folding {
    private static final int OUT = 0;
    private static final int MASK = 2;
    private static final int READ = 3;
    private static final int THREADS = 256;
    private static final int MOST_BLOCKS = 1 << 16;
    /** Elements from which on a row is worth a block. */
    private static final long ROW = 64;
    /** Elements of a part that a block takes, at least. */
    private static final long PART = 1 << 14;
    /** Parts that keep a device busy, if there are that many elements. */
    private static final long BLOCKS = 2048;
    /** Results that keep a device busy, a thread each. */
    private static final long BUSY = 1 << 15;
    /** What one thread takes one after the other at most, if it need not. */
    private static final long PATIENCE = 4096;
    /** What it takes if there is more. */
    private static final long PORTION = 1024;
    /** Whose identity parts begin with. */
    private static final Set<Op> SUMS = EnumSet.of(Op.ADD, Op.BITWISE_XOR, Op.LOGICAL_XOR);
    /** Which taking an element twice does not change: parts begin with the result so far. */
    private static final Set<Op> IDEMPOTENT = EnumSet.of(Op.MAXIMUM, Op.MINIMUM, Op.FMAX, Op.FMIN, Op.BITWISE_AND,
            Op.BITWISE_OR, Op.LOGICAL_AND, Op.LOGICAL_OR);

    private final Backend backend;
    private final Temporaries temporaries;
    private final Op op;
    private final String name;
    private final DType type;
    private final Operand out;
    private final boolean time;
    private final boolean masked;
    private final boolean free;
    private final boolean pairwise;
    private final GpuKernels kernels;

    Folding(Backend backend, Temporaries temporaries, Op op, String name, DType type, Operand out, boolean time,
            boolean masked) {
        this.backend = backend;
        this.temporaries = temporaries;
        this.op = op;
        this.name = name;
        this.type = type;
        this.out = out;
        this.time = time;
        this.masked = masked;
        this.free = FoldRows.isFree(op, out.dtype(), time);
        this.pairwise = op == Op.ADD && "fc".indexOf(out.dtype().kind()) >= 0;
        this.kernels = GpuKernels.of(out.device());
    }

    /** Reduces a grid of (out, in, mask, what is read), of no more axes than kernels take. */
    void run(Grid grid, Strip strip) {
        long[] results = grid.strides()[OUT];
        Grid kept = grid.only(axis -> results[axis] != 0);
        Grid reduced = grid.only(axis -> results[axis] == 0);
        long outputs = kept.size();
        long each = reduced.size();
        boolean innermost = grid.ndim() == 0 || results[0] == 0;
        if (free && (innermost && each >= ROW || outputs < PORTION && each >= PATIENCE)) {
            team(kept, reduced);
            return;
        }
        int axes = innermost ? Math.min(Math.max(1, strip.axes()), reduced.ndim()) : 0;
        Grid inner = reduced.only(axis -> axis < axes);
        Grid outer = reduced.only(axis -> axis >= axes);
        long block = inner.size();
        long most = Math.min(block, strip.most());
        if (pairwise && innermost && !masked) {
            if (axes == 1 && most >= PairwiseSums.LEAST) {
                Operand sums = new PairwiseSums(temporaries, kernels, type)
                        .of(out.device(), kept, outer, inner, most, READ);
                then(sums, kept);
                return;
            }
            long strips = outer.size() * ((block + most - 1) / most);
            boolean apart = strips > 1 && outputs < BUSY && each > PATIENCE;
            fold(kept, outer, inner, most, apart ? 1 : strips, true);
            return;
        }
        boolean cut = each > PATIENCE && outputs < BUSY && (SUMS.contains(op) || IDEMPOTENT.contains(op)
                || op == Op.MULTIPLY);
        most = cut && innermost ? Math.min(most, PORTION) : most;
        long strips = outer.size() * ((block + most - 1) / most);
        fold(kept, outer, inner, most, cut ? Math.max(1, PORTION / most) : strips, false);
    }

    /** By a thread for each part of each result; strips that are results of their own are added one after the other. */
    private void fold(Grid kept, Grid outer, Grid inner, long most, long per, boolean inOrder) {
        long block = inner.size();
        long each = (block + most - 1) / most;
        long strips = outer.size() * each;
        long parts = (strips + per - 1) / per;
        long[] sizes = {strips, per, block, most, each};
        if (parts == 1) {
            launch("fold_", kept, outer, inner, sizes, 1, kept.strides()[OUT], kept.bases()[OUT], 0);
            return;
        }
        Operand some = beginnings(kept, parts);
        launch("fold_", kept, outer, inner, sizes, parts, packed(kept, parts * some.dtype().itemsize()),
                Reductions.first(some), some.dtype().itemsize());
        if (inOrder) {
            then(some, kept);
        } else {
            again(some, kept, parts);
        }
    }

    private void team(Grid kept, Grid reduced) {
        long outputs = kept.size();
        long each = reduced.size();
        long parts = Math.clamp((BLOCKS + outputs - 1) / outputs, 1, Math.max(1, each / PART));
        long most = ((each + parts - 1) / parts + THREADS - 1) / THREADS * THREADS;
        parts = (each + most - 1) / most;
        Grid none = reduced.only(_ -> false);
        long[] sizes = {1, 1, each, most, 1};
        if (parts == 1) {
            launch("team_", kept, none, reduced, sizes, 1, kept.strides()[OUT], kept.bases()[OUT], 0);
            return;
        }
        Operand some = beginnings(kept, parts);
        launch("team_", kept, none, reduced, sizes, parts, packed(kept, parts * some.dtype().itemsize()),
                Reductions.first(some), some.dtype().itemsize());
        again(some, kept, parts);
    }

    private void launch(String kind, Grid kept, Grid outer, Grid inner, long[] sizes, long parts, long[] outStrides,
            long outBase, long outStep) {
        boolean block = kind.equals("team_");
        long outputs = kept.size();
        Struct arguments = new Struct().put(outputs, parts).put(sizes)
                .put(kept.ndim(), outer.ndim(), Math.max(1, inner.ndim()))
                .axes(kept.shape()).axes(outStrides).axes(kept.strides()[READ]).axes(kept.strides()[MASK])
                .axes(outer.shape()).axes(outer.strides()[READ]).axes(outer.strides()[MASK])
                .axes(inner.shape()).axes(inner.strides()[READ]).axes(inner.strides()[MASK])
                .put(outBase, kept.bases()[READ], masked ? kept.bases()[MASK] : 0, outStep, 0, 0, 0, 0);
        String kernel = FoldRows.fold(name, type, out.dtype());
        if (block) {
            kernels.launchBlocks(kernel.replaceFirst("fold_", kind), THREADS,
                    (int) Math.min(outputs * parts, MOST_BLOCKS), arguments);
        } else {
            kernels.launch(kernel, outputs * parts, arguments);
        }
    }

    /** Reduces what parts have come to, in any order. */
    private void again(Operand some, Grid kept, long parts) {
        Layout results = results(kept, parts).layout();
        Axes axes = Axes.reduction(results, some.layout(), some.layout(), some.layout()).coalesce();
        long from = Reductions.first(some);
        String further = name.equals("count") ? "add" : name;
        Folding folding = new Folding(backend, temporaries, op, further, out.dtype(), out, time, false);
        Grid.of(axes, kept.bases()[OUT], from, from, from).each(each -> folding.run(each, Strip.row(axes)));
    }

    /** Adds what lies there for each result, in its order. */
    private void then(Operand some, Grid kept) {
        int size = some.dtype().itemsize();
        long parts = some.layout().dim(some.layout().ndim() - 1);
        long[][] one = {{0}, {0}, {0}, {size}};
        long[] bases = {kept.bases()[OUT], 0, 0, Reductions.first(some)};
        long[] strides = packed(kept, parts * size);
        Grid from = new Grid(kept.shape(), new long[][]{kept.strides()[OUT], strides, strides, strides}, bases);
        Grid outer = new Grid(new long[]{parts}, one, bases);
        new Folding(backend, temporaries, op, name, some.dtype(), out, time, false)
                .launch("fold_", from, outer, outer.only(_ -> false), new long[]{parts, parts, 1, 1, 1}, 1,
                        kept.strides()[OUT], kept.bases()[OUT], 0);
    }

    /** Returns what parts of results begin with: of each result one after the other. */
    private Operand beginnings(Grid kept, long parts) {
        Operand some = temporaries.of(out.device(), shape(kept, parts), out.dtype());
        if (IDEMPOTENT.contains(op)) {
            backend.copy(results(kept, parts), some);
        } else {
            boolean one = op == Op.MULTIPLY;
            boolean real = "fc".indexOf(out.dtype().kind()) >= 0;
            backend.fill(some, real ? one ? 1.0 : -0.0 : (Object) (one ? 1L : 0L));
        }
        return some;
    }

    /** Returns the results, each of them as often as it has parts. */
    private Operand results(Grid kept, long parts) {
        int ndim = kept.ndim();
        long[] strides = new long[ndim + 1];
        for (int axis = 0; axis < ndim; axis++) {
            strides[ndim - 1 - axis] = kept.strides()[OUT][axis];
        }
        return out.with(Layout.of(shape(kept, parts), strides, kept.bases()[OUT] - out.storage().address()));
    }

    private static Shape shape(Grid kept, long parts) {
        int ndim = kept.ndim();
        long[] dims = new long[ndim + 1];
        for (int axis = 0; axis < ndim; axis++) {
            dims[ndim - 1 - axis] = kept.shape()[axis];
        }
        dims[ndim] = parts;
        return Shape.of(dims);
    }

    /** Returns strides of an array of that shape without gaps, the innermost axis first. */
    private static long[] packed(Grid kept, long step) {
        long[] strides = new long[Math.min(Walk.AXES, kept.ndim())];
        long next = step;
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = next;
            next *= kept.shape()[axis];
        }
        return strides;
    }
}
