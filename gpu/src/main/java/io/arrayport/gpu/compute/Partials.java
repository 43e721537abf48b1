package io.arrayport.gpu.compute;

import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.gpu.kernel.FoldRows;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.KernelTable;
import io.arrayport.gpu.kernel.PartialRows;
import io.arrayport.gpu.kernel.Walk;
import io.arrayport.gpu.kernel.Walks;
import org.jspecify.annotations.Nullable;

/** Reductions of parts of an axis: running ones, slices, and what goes to the same position. */
final class Partials {
    /** What one thread takes one after the other at most, where parts may be combined. */
    private static final long PATIENCE = 4096;
    private static final long PORTION = 1024;
    private static final long BUSY = 1 << 15;
    private static final Set<Op> COMBINED = EnumSet.of(Op.ADD, Op.MULTIPLY, Op.MAXIMUM, Op.MINIMUM, Op.FMAX, Op.FMIN,
            Op.BITWISE_AND, Op.BITWISE_OR, Op.BITWISE_XOR, Op.LOGICAL_AND, Op.LOGICAL_OR, Op.LOGICAL_XOR);

    private final Backend backend;

    Partials(Backend backend) {
        this.backend = backend;
    }

    /** As {@link Backend#accumulate}. */
    void accumulate(Op op, Operand in, Operand out, int axis) {
        if (out.layout().size() == 0) {
            return;
        }
        DType type = Reductions.number(out.dtype());
        String name = FoldRows.name(op, type, Reductions.isTime(out.dtype()));
        String kernel = PartialRows.scan(name, type);
        String chain = PartialRows.chain(name, type);
        if (!KernelTable.has(kernel) && !KernelTable.has(chain)) {
            throw NotOnDevice.refusal("accumulate of " + out.dtype(), out.device());
        }
        try (Temporaries temporaries = new Temporaries(backend)) {
            boolean direct = GpuKernels.isAligned(out);
            Operand results = direct ? out : temporaries.like(out, out.dtype());
            backend.copy(in, results);
            Rows rows = KernelTable.has(kernel) ? (all, along) -> scan(kernel, all, along)
                    : (all, along) -> chain(chain, all, along);
            accumulate(temporaries, op, rows, results, axis);
            if (!direct) {
                backend.copy(results, out);
            }
        }
    }

    /** What accumulates along an axis in place, a thread for each row. */
    private interface Rows {
        void run(Operand a, int axis);
    }

    /** Long rows are accumulated portion by portion, and what comes before a portion is added to all of it then. */
    private void accumulate(Temporaries temporaries, Op op, Rows rows, Operand a, int axis) {
        long n = a.layout().dim(axis);
        if (n <= PATIENCE || a.layout().size() / n >= BUSY || !COMBINED.contains(op)) {
            rows.run(a, axis);
            return;
        }
        long portions = n / PORTION;
        Operand all = a.with(a.layout().slice(axis, 0L, portions * PORTION, 1L).unjoined(axis, portions, PORTION));
        rows.run(all, axis + 1);
        Operand last = all.with(all.layout().index(axis + 1, PORTION - 1));
        Operand before = temporaries.like(last, a.dtype());
        backend.copy(last, before);
        accumulate(temporaries, op, rows, before, axis);
        Operand behind = all.with(all.layout().slice(axis, 1L, portions, 1L));
        Layout carried = before.layout().slice(axis, 0L, portions - 1, 1L).expandDims(axis + 1);
        Operand earlier = before.with(carried.broadcastTo(behind.shape()));
        if (op == Op.MULTIPLY) { // as the rows' own kernel: that of two arrays fuses, and conjugates then leave a rest
            new Reductions(backend).reduce(op, earlier, behind, null);
        } else { // in this order: of equal ones, which of them comes first tells zeros apart
            backend.binary(op, new Signature(List.of(a.dtype(), a.dtype()), List.of(a.dtype())), earlier, behind,
                    behind, null);
        }
        rows.run(a.with(a.layout().slice(axis, portions * PORTION - 1, n, 1L)), axis);
    }

    private static void chain(String kernel, Operand a, int axis) {
        long step = a.layout().stride(axis);
        long n = a.layout().dim(axis);
        Layout first = a.layout().index(axis, 0);
        long base = a.storage().address() + first.offset();
        long[] none = {};
        Grid.rows(new long[]{base}, first).each(grid -> {
            Struct arguments = new Struct().put(grid.size(), 1, 1, 1, n - 1, n - 1, 1).put(grid.ndim(), 0, 1)
                    .axes(grid.shape()).axes(grid.strides()[0]).axes(grid.strides()[0]).axes(none)
                    .axes(none).axes(none).axes(none).axes(none).axes(new long[]{step}).axes(none)
                    .put(grid.bases()[0], grid.bases()[0] + step, 0, step, 0, 0, 0, 0);
            GpuKernels.of(a.device()).launch(kernel, grid.size(), arguments);
        });
    }

    private static void scan(String kernel, Operand a, int axis) {
        Operand first = Reductions.numbers(a.with(a.layout().index(axis, 0)));
        Walks.each(walk -> GpuKernels.of(a.device()).launch(kernel, walk.size(), to -> {
            walk.write(to);
            to.set(ValueLayout.JAVA_LONG, Walk.bytes(1), a.layout().dim(axis));
            to.set(ValueLayout.JAVA_LONG, Walk.bytes(1) + Long.BYTES, a.layout().stride(axis));
        }), first);
    }

    /** As {@link Backend#reduceat}. */
    void reduceat(String operation, Op op, Operand in, Operand indices, Operand out, int axis) {
        try (Temporaries temporaries = new Temporaries(backend)) {
            long dim = in.layout().dim(axis);
            long[] starts = HostIndices.read(backend, temporaries, operation, indices, 0, dim, axis);
            if (out.layout().size() == 0) {
                return;
            }
            long[] bounds = new long[2 * starts.length];
            for (int k = 0; k < starts.length; k++) {
                bounds[2 * k] = starts[k];
                long end = k + 1 == starts.length ? dim : starts[k + 1];
                bounds[2 * k + 1] = Math.max(end, starts[k] + 1);
            }
            Operand read = Reductions.numbers(temporaries.as(in, out.dtype()));
            Operand results = GpuKernels.isAligned(out) ? out : temporaries.like(out, out.dtype());
            String name = FoldRows.name(op, Reductions.number(out.dtype()), Reductions.isTime(out.dtype()));
            along(name, read, Reductions.numbers(results), axis, new long[]{
                    HostIndices.upload(backend, temporaries, out, bounds).address(), 0, 0}, starts.length);
            if (!GpuKernels.isAligned(out)) {
                backend.copy(results, out);
            }
        }
    }

    /** As {@link Backend#at}. */
    void at(String operation, Op op, Signature signature, Operand a, Operand indices, @Nullable Operand b) {
        try (Temporaries temporaries = new Temporaries(backend)) {
            DType type = a.dtype();
            boolean direct = op.inputs() == 2 && signature.output().equals(type) && signature.input(0).equals(type)
                    && signature.inputs().getLast().equals(type) && GpuKernels.isAligned(a)
                    && KernelTable.has(FoldRows.fold(FoldRows.name(op, type, false), type, type))
                    && !(op == Op.MULTIPLY && type.kind() == 'c');
            if (b == null || !direct) {
                oneByOne(operation, temporaries, op, signature, a, indices, b);
            } else if (indices.layout().size() > 0) {
                grouped(operation, temporaries, FoldRows.name(op, type, false), a, indices, temporaries.as(b, type));
            }
        }
    }

    private void oneByOne(String operation, Temporaries temporaries, Op op, Signature signature, Operand a,
            Operand indices, @Nullable Operand b) {
        long dim = a.layout().dim(0);
        long[] positions = HostIndices.read(backend, temporaries, operation, indices, -dim, dim, 0);
        for (int k = 0; k < positions.length; k++) {
            long position = positions[k] < 0 ? positions[k] + dim : positions[k];
            Operand row = a.with(a.layout().index(0, position));
            if (b == null) {
                backend.unary(op, signature, row, row, null);
            } else {
                backend.binary(op, signature, row, b.with(b.layout().index(0, k)), row, null);
            }
        }
    }

    /** A thread for each element of each position that there is: it takes what goes there, in order. */
    private void grouped(String operation, Temporaries temporaries, String name, Operand a, Operand indices,
            Operand b) {
        Groups groups = Groups.of(backend, temporaries, operation, indices, a.layout().dim(0));
        if (a.layout().size() > 0) {
            along(name, b, a, 0, new long[]{Reductions.first(groups.bounds()), Reductions.first(groups.places()),
                    Reductions.first(groups.order())}, groups.count());
        }
    }

    /** Reduces along an axis by tables: bounds, places and order. */
    private void along(String name, Operand in, Operand out, int axis, long[] tables, long count) {
        String kernel = FoldRows.fold(name, in.dtype(), out.dtype());
        if (!KernelTable.has(kernel)) {
            throw NotOnDevice.refusal(name + " of " + out.dtype(), out.device());
        }
        long step = in.layout().stride(axis);
        Layout results = out.layout().index(axis, 0);
        Layout rows = in.layout().index(axis, 0);
        long[] bases = {out.storage().address() + results.offset(), in.storage().address() + rows.offset()};
        long[] none = {};
        Grid.rows(bases, results, rows).each(Walk.AXES - 1, grid -> {
            long[] shape = before(count, grid.shape());
            Struct arguments = new Struct().put(count * grid.size(), 1, 1, 1, 1, 1, 1).put(shape.length, 0, 1)
                    .axes(shape).axes(before(out.layout().stride(axis), grid.strides()[0]))
                    .axes(before(0, grid.strides()[1])).axes(none)
                    .axes(none).axes(none).axes(none).axes(none).axes(new long[]{step}).axes(none)
                    .put(grid.bases()[0], grid.bases()[1], 0, 0).put(tables).put(step);
            GpuKernels.of(out.device()).launch(kernel, count * grid.size(), arguments);
        });
    }

    private static long[] before(long first, long[] others) {
        long[] all = new long[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }
}
