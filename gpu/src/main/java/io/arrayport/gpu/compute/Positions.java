package io.arrayport.gpu.compute;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Axes;
import io.arrayport.core.memory.Storage;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.PartialRows;
import io.arrayport.gpu.kernel.Walk;
import org.jspecify.annotations.Nullable;

/** Where something is: extremes, true bools; and how often numbers are there. */
final class Positions {
    private static final int THREADS = 256;
    private static final int WARP = 32;
    private static final int MOST_BLOCKS = 1 << 16;
    /** Rows up to which a warp searches one. */
    private static final long SHORT = 512;
    private static final long PART = 1 << 14;
    private static final long BLOCKS = 2048;
    /** Bools that a block takes, as mask.cuh has it. */
    private static final long CHUNK = 4096;
    private static final int WIDEST = 16;

    private final Backend backend;

    Positions(Backend backend) {
        this.backend = backend;
    }

    /** As {@link Backend#argExtremum}. */
    void argExtremum(Op op, Operand in, Operand out, int axis) {
        if (out.layout().size() == 0) {
            return;
        }
        String operation = op == Op.MAXIMUM ? "argmax" : "argmin";
        if ("biufcmM".indexOf(in.dtype().kind()) < 0) {
            throw NotOnDevice.refusal(operation + " of " + in.dtype(), out.device());
        }
        try (Temporaries temporaries = new Temporaries(backend)) {
            Operand read = temporaries.as(in, in.dtype().withOrder(ByteOrder.nativeOrder()));
            Operand results = GpuKernels.isAligned(out) ? out : temporaries.like(out, out.dtype());
            long n = read.layout().dim(axis);
            long step = read.layout().stride(axis);
            Layout rows = read.layout().index(axis, 0);
            boolean time = Reductions.isTime(in.dtype());
            String kernel = PartialRows.arg(op.name().toLowerCase(Locale.ROOT), Reductions.number(read.dtype()));
            long[] bases = {Reductions.first(results), read.storage().address() + rows.offset()};
            Grid.rows(bases, results.layout(), rows).each(grid -> {
                long count = grid.size();
                long parts = Math.clamp((BLOCKS + count - 1) / count, 1, Math.max(1, n / PART));
                long most = (n + parts - 1) / parts;
                parts = (n + most - 1) / most;
                if (parts == 1) {
                    arg(kernel, grid, grid.bases()[0], new long[]{count, 1, n, n}, step, 0, time, results);
                    return;
                }
                Storage some = temporaries.bytes(out.device(), count * parts * Long.BYTES);
                arg(kernel, grid, some.address(), new long[]{count, parts, n, most}, step, 0, time, results);
                arg(kernel, grid, grid.bases()[0], new long[]{count, 1, parts, parts}, step, some.address(), time,
                        results);
            });
            if (!GpuKernels.isAligned(out)) {
                backend.copy(results, out);
            }
        }
    }

    private static void arg(String kernel, Grid grid, long to, long[] sizes, long step, long candidates, boolean time,
            Operand out) {
        Struct arguments = new Struct().put(sizes).put(grid.ndim()).axes(grid.shape()).axes(grid.strides()[1])
                .axes(grid.strides()[0]).put(grid.bases()[1], step, to, candidates, time ? 1 : 0);
        int threads = sizes[3] <= SHORT ? WARP : THREADS;
        GpuKernels.of(out.device()).launchBlocks(kernel, threads, (int) Math.min(sizes[0] * sizes[1], MOST_BLOCKS),
                arguments);
    }

    /** As {@link Backend#tally}. */
    void tally(Operand positions, @Nullable Operand weights, Operand out) {
        if (weights != null) {
            DType type = out.dtype();
            new Partials(backend).at("bincount", Op.ADD, new Signature(List.of(type, type), List.of(type)), out,
                    positions, weights);
            return;
        }
        long n = positions.layout().size();
        if (n == 0) {
            return;
        }
        try (Temporaries temporaries = new Temporaries(backend)) {
            Operand read = temporaries.aligned(positions);
            Operand counts = temporaries.aligned(out);
            GpuKernels.of(out.device()).launch("tally_8", n, new Struct().put(n, read.layout().stride(0),
                    Reductions.first(read), Reductions.first(counts)));
            if (!GpuKernels.isAligned(out)) {
                backend.copy(counts, out);
            }
        }
    }

    /** As {@link Backend#flatnonzero}. */
    Operand flatnonzero(Operand mask) {
        return chosen(mask, mask, "positions_8", DType.INT64, 1);
    }

    /** As {@link Backend#compress}. */
    Operand compress(Operand in, Operand mask) {
        DType type = in.dtype();
        if (type.kind() == 'T') {
            throw NotOnDevice.refusal("compress of " + type, in.device());
        }
        int number = type.kind() == 'c' ? type.itemsize() / 2 : type.itemsize();
        int width = GpuKernels.isAligned(in) ? Math.min(Integer.lowestOneBit(number), WIDEST) : 1;
        return chosen(mask, in, "taken_" + width, type, type.itemsize() / width);
    }

    private Operand chosen(Operand mask, Operand in, String kernel, DType type, int parts) {
        long n = mask.layout().size();
        try (Temporaries temporaries = new Temporaries(backend)) {
            Grid grid = inOrder(mask, in);
            if (grid.ndim() > Walk.AXES) {
                Operand bools = temporaries.like(mask, mask.dtype());
                Operand elements = temporaries.like(in, in.dtype());
                backend.copy(mask, bools);
                backend.copy(in, elements);
                return chosen(bools, elements, kernel, type, parts);
            }
            int chunks = Math.toIntExact((n + CHUNK - 1) / CHUNK);
            Storage counts = temporaries.bytes(mask.device(), (long) chunks * Long.BYTES);
            long[] before = new long[chunks];
            long count = 0;
            if (n > 0) {
                run("counted_1", mask, grid, chunks, counts, 0, 1);
                long[] each = HostIndices.download(backend, counts, chunks);
                for (int chunk = 0; chunk < chunks; chunk++) {
                    before[chunk] = count;
                    count += each[chunk];
                }
            }
            Layout layout = Layout.contiguous(Shape.of(count), type.itemsize());
            Operand found = Operand.of(type, layout, backend.allocate(mask.device(), (count + 1) * type.itemsize()));
            boolean done = false;
            try {
                if (count > 0) {
                    run(kernel, mask, grid, chunks, HostIndices.upload(backend, temporaries, mask, before),
                            Reductions.first(found), parts);
                }
                done = true;
                return found;
            } finally {
                if (!done) {
                    found.storage().close();
                }
            }
        }
    }

    /** In C order. */
    private static Grid inOrder(Operand mask, Operand in) {
        return Grid.of(Axes.of(mask.layout(), in.layout()).coalesce(), Reductions.first(mask),
                Reductions.first(in));
    }

    private static void run(String kernel, Operand mask, Grid grid, int chunks, Storage counts, long to,
            int parts) {
        Walk walk = new Walk(grid.shape(), grid.strides(), grid.bases(), false);
        GpuKernels.of(mask.device()).launchBlocks(kernel, THREADS, Math.min(chunks, MOST_BLOCKS), arguments -> {
            walk.write(arguments);
            new Struct().put(chunks, counts.address(), to, parts).write(arguments.asSlice(Walk.bytes(2)));
        });
    }
}
