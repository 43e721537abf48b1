package io.arrayport.gpu.compute;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Axes;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.loop.Strip;
import io.arrayport.gpu.kernel.FoldRows;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.KernelTable;
import org.jspecify.annotations.Nullable;

/** Reductions along any axes: how their elements reach the kernels, in types that these have. */
final class Reductions {
    private final Backend backend;

    Reductions(Backend backend) {
        this.backend = backend;
    }

    /** As {@link Backend#reduce}. */
    void reduce(Op op, Operand in, Operand out, @Nullable Operand where) {
        if (in.layout().size() == 0) {
            return;
        }
        try (Temporaries temporaries = new Temporaries(backend)) {
            boolean time = isTime(out.dtype());
            DType acc = number(out.dtype());
            String name = FoldRows.name(op, acc, time);
            Operand read = read(temporaries, name, in, out.dtype());
            if (!KernelTable.has(FoldRows.fold(name, read.dtype(), acc))) {
                throw NotOnDevice.refusal(name + "-reduction of " + in.dtype(), out.device());
            }
            Operand written = GpuKernels.isAligned(out) ? numbers(out) : apart(temporaries, out);
            boolean cast = !in.dtype().equals(out.dtype()) || !GpuKernels.isAligned(in);
            Axes axes = axes(written.layout(), in.layout(), where, read.layout());
            Strip strip = where == null ? Strip.choose(axes, false, cast) : Strip.choose(axes, false, cast, false);
            long[] bases = {first(written), first(in), where == null ? 0 : first(where), first(read)};
            Grid grid = where == null ? Grid.of(axes, bases[0], bases[1], bases[3], bases[3])
                    : Grid.of(axes, bases);
            Folding folding = new Folding(backend, temporaries, op, name, read.dtype(), written.with(written.layout()),
                    time, where != null);
            grid.each(each -> folding.run(each, strip));
            if (!GpuKernels.isAligned(out)) {
                backend.copy(compact(written), compact(numbers(out)));
            }
        }
    }

    /** As {@link Backend#squares}. */
    void squares(Operand in, Operand mean, Operand out) {
        if (in.layout().size() == 0) {
            return;
        }
        DType type = out.dtype();
        Layout layout = Fresh.like(in.shape(), type.itemsize(), in.layout(), mean.layout());
        try (Temporaries temporaries = new Temporaries(backend)) {
            Operand all = Operand.of(type, layout,
                    temporaries.bytes(in.device(), layout.endByte(type.itemsize())));
            backend.binary(Op.SUBTRACT, new Signature(List.of(type, type), List.of(type)), in, mean, all, null);
            backend.unary(Op.SQUARE, new Signature(List.of(type), List.of(type)), all, all, null);
            reduce(Op.ADD, all, out, null);
        }
    }

    /** As {@link Backend#countNonzero}. */
    void countNonzero(Operand in, Operand out) {
        if (in.layout().size() == 0) {
            return;
        }
        if ("biufcmM".indexOf(in.dtype().kind()) < 0) {
            throw NotOnDevice.refusal("count_nonzero of " + in.dtype(), out.device());
        }
        try (Temporaries temporaries = new Temporaries(backend)) {
            Operand read = numbers(temporaries.as(in, in.dtype().withOrder(ByteOrder.nativeOrder())));
            Axes axes = axes(out.layout(), read.layout(), null, read.layout());
            Folding folding = new Folding(backend, temporaries, Op.ADD, "count", read.dtype(), out, false, false);
            Grid.of(axes, first(out), first(read), first(read), first(read))
                    .each(each -> folding.run(each, Strip.row(axes)));
        }
    }

    private static Axes axes(Layout out, Layout in, @Nullable Operand where, Layout read) {
        return (where == null ? Axes.reduction(out, in, read, read) : Axes.reduction(out, in, where.layout(), read))
                .coalesce();
    }

    /** The elements as a kernel takes them, in the order of axes in which they lie. */
    private Operand read(Temporaries temporaries, String name, Operand in, DType out) {
        if ("biufcmM".indexOf(in.dtype().kind()) < 0) {
            throw NotOnDevice.refusal("reduction of " + in.dtype(), in.device());
        }
        boolean times = isTime(in.dtype()) && isTime(out);
        DType own = in.dtype().withOrder(ByteOrder.nativeOrder());
        boolean direct = times ? own.equals(out) : KernelTable.has(FoldRows.fold(name, number(own), number(out)));
        DType type = direct ? own : out;
        if (in.dtype().equals(type) && GpuKernels.isAligned(in)) {
            return numbers(in);
        }
        Layout layout = Fresh.like(in.shape(), type.itemsize(), in.layout());
        Operand read = Operand.of(type, layout, temporaries.bytes(in.device(), layout.endByte(type.itemsize())));
        backend.copy(in, read);
        return numbers(read);
    }

    private Operand apart(Temporaries temporaries, Operand out) {
        Operand small = compact(numbers(out));
        Operand apart = temporaries.like(small, small.dtype());
        backend.copy(small, apart);
        return apart.with(apart.layout().broadcastTo(out.shape()));
    }

    /** The elements of a result, each once. */
    private static Operand compact(Operand out) {
        Layout layout = out.layout();
        for (int axis = 0; axis < layout.ndim(); axis++) {
            if (layout.stride(axis) == 0 && layout.dim(axis) > 1) {
                layout = layout.slice(axis, 0L, 1L, 1L);
            }
        }
        return out.with(layout);
    }

    static boolean isTime(DType type) {
        return type.kind() == 'm' || type.kind() == 'M';
    }

    /** What times are counted in. */
    static DType number(DType type) {
        return isTime(type) ? DType.INT64 : type;
    }

    static Operand numbers(Operand operand) {
        return isTime(operand.dtype()) ? Operand.of(DType.INT64, operand.layout(), operand.storage()) : operand;
    }

    static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }
}
