package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.Fourier;
import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.blas.Blas;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.fourier.Plan;
import io.arrayport.core.kernel.Choices;
import io.arrayport.core.kernel.ClipKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.Positions;
import io.arrayport.core.kernel.SortKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/** Main memory: this package's loops over this machine's kernels, split between threads where that is worth it. */
public sealed class CpuBackend implements Backend permits WatchingBackend {
    /** For backend.Backends, which knows it by name. */
    public CpuBackend() {}

    @Override
    public DeviceType deviceType() {
        return DeviceType.CPU;
    }

    @Override
    public Backend watching(String operation, FloatErrors errors) {
        return new WatchingBackend(operation, errors);
    }

    @Override
    public Fusion fusion(Program program) {
        return new Blocks(program);
    }

    @Override
    public Storage allocate(Device device, long bytes) {
        return Storage.allocate(bytes);
    }

    @Override
    public void fill(Operand out, Object value) {
        FillLoop.run(out, value);
    }

    @Override
    public void unary(Op op, Signature signature, Operand in, Operand out, @Nullable Operand where) {
        ElementLoop.unary(op, signature, in, out, where);
    }

    @Override
    public void binary(Op op, Signature signature, Operand a, Operand b, Operand out, @Nullable Operand where) {
        if (signature.input(0) instanceof StringType || signature.input(1) instanceof StringType) {
            StringLoop.binary(this, op, signature, a, b, out, where);
        } else {
            ElementLoop.binary(op, signature, a, b, out, where);
        }
    }

    @Override
    public void clip(Operand in, Operand least, Operand most, Operand out) {
        ClipKernel kernel = Kernels.clip(Lanes.of("clip", out.dtype()));
        int itemsize = out.dtype().itemsize();
        long from = base(in) + in.layout().offset();
        long to = base(out) + out.layout().offset();
        long low = base(least) + least.layout().offset();
        long high = base(most) + most.layout().offset();
        Cut.flat(out.layout().size(),
                (first, n) -> kernel.run(from + first * itemsize, low, high, to + first * itemsize, n));
    }

    @Override
    public void reduce(Op op, Operand in, Operand out, @Nullable Operand where) {
        if (out.dtype() instanceof StringType) {
            StringLoop.reduce(op, in, out, where);
            return;
        }
        if (in.dtype() instanceof TextType || in.dtype() instanceof StringType) {
            try (Packed truths = Packed.as(this, in, out.dtype())) {
                ReduceLoop.run(op, truths.operand(), out, where);
            }
            return;
        }
        ReduceLoop.run(op, in, out, where);
    }

    @Override
    public void squares(Operand in, Operand mean, Operand out) {
        if (in.layout().size() > 0 && !SquaresLoop.run(in, mean, out)) {
            differences(in, mean, out);
        }
    }

    /** As {@link #squares}, all differences at a time. */
    private void differences(Operand in, Operand mean, Operand out) {
        DType type = out.dtype();
        Layout layout = SquaresLoop.differences(in, mean, type);
        try (Storage storage = allocate(in.device(), layout.endByte(type.itemsize()))) {
            Operand all = Operand.of(type, layout, storage);
            binary(Op.SUBTRACT, new Signature(List.of(type, type), List.of(type)), in, mean, all, null);
            unary(Op.SQUARE, new Signature(List.of(type), List.of(type)), all, all, null);
            reduce(Op.ADD, all, out, null);
        }
    }

    @Override
    public void select(Operand in, int axis, long[] ranks, Operand out) {
        if (out.layout().size() == 0) {
            return;
        }
        if (in.dtype().isNative()) {
            SelectLoop.run(in, axis, ranks, out);
            return;
        }
        DType type = out.dtype();
        Layout layout = Fresh.like(in.shape(), type.itemsize(), in.layout());
        try (Storage storage = allocate(in.device(), layout.endByte(type.itemsize()))) {
            Operand turned = Operand.of(type, layout, storage);
            copy(in, turned);
            SelectLoop.run(turned, axis, ranks, out);
        }
    }

    @Override
    public void sort(Operand a, int axis) {
        SortLoop.sort(this, a, axis, SortLoop.WHOLE);
    }

    @Override
    public void sort(Operand in, int axis, Operand out) {
        SortLoop.sort(this, in, axis, out, SortLoop.WHOLE);
    }

    @Override
    public void partition(Operand a, int axis, long[] ranks) {
        SortLoop.sort(this, a, axis, SortLoop.parted(ranks));
    }

    @Override
    public void partition(Operand in, int axis, long[] ranks, Operand out) {
        SortLoop.sort(this, in, axis, out, SortLoop.parted(ranks));
    }

    @Override
    public void argsort(Operand in, int axis, Operand out) {
        SortLoop.order(this, in, axis, out, SortKernel::order);
    }

    @Override
    public void argpartition(Operand in, int axis, long[] ranks, Operand out) {
        SortLoop.order(this, in, axis, out, (kernel, from, stride, n, places, room) -> kernel.partOrder(from, stride, n,
                ranks, places, room));
    }

    @Override
    public void reorder(Operand in, int axis, Operand out) {
        SortLoop.order(this, in, axis, out, SortKernel::reorder);
    }

    @Override
    public void searchsorted(Operand sorted, @Nullable Operand sorter, Operand values, boolean right, Operand out) {
        SearchLoop.run(this, sorted, sorter, values, right, out);
    }

    @Override
    public void tally(Operand positions, @Nullable Operand weights, Operand out) {
        TallyLoop.run(positions, weights, out);
    }

    @Override
    public void multiply(Operand a, boolean conjugate, Operand b, Operand out) {
        Lane lane = Lanes.of("matmul", out.dtype());
        if (!HalfProduct.run(this, lane, a, b, out) && !OneMatrixLoop.run(lane, conjugate, a, b, out)) {
            ProductLoop.run(Blas.product(lane, conjugate), base(a), a.layout(), base(b), b.layout(), base(out),
                    out.layout());
        }
    }

    @Override
    public void fourier(Fourier kind, Operand in, int axis, long n, double factor, Operand out) {
        if (n > Plan.LONGEST) {
            throw new ShapeException("fft: rows have " + n + " elements, they may have " + Plan.LONGEST);
        }
        if (in.layout().dim(axis) == 0) {
            fill(out, 0L);
        } else if (out.layout().size() > 0) {
            FourierLoop.run(kind, in, axis, (int) n, factor, out);
        }
    }

    @Override
    public void accumulate(Op op, Operand in, Operand out, int axis) {
        if (out.layout().size() == 0) {
            return;
        }
        Lane acc = Lanes.of("accumulate", out.dtype());
        boolean direct = in.dtype().isNative() && Kernels.hasInto(op, Lanes.of("accumulate", in.dtype()), acc);
        Operand from = direct ? in : out;
        if (direct) {
            copy(in.with(in.layout().index(axis, 0)), out.with(out.layout().index(axis, 0)));
        } else {
            copy(in, out);
        }
        AccumulateLoop.run(op, Lanes.of("accumulate", from.dtype()), acc, base(from), from.layout(), base(out),
                out.layout(), axis);
    }

    @Override
    public void reduceat(String operation, Op op, Operand in, Operand indices, Operand out, int axis) {
        long[] starts = Indices.read(operation, indices, 0, in.layout().dim(axis), axis);
        Lane lane = Lanes.of(operation, out.dtype());
        try (Packed from = Packed.as(this, in, out.dtype())) {
            Operand read = from.operand();
            ReduceatLoop.run(op, lane, base(read), read.layout(), base(out), out.layout(), axis, starts);
        }
    }

    @Override
    public void at(String operation, Op op, Signature signature, Operand a, Operand indices, @Nullable Operand b) {
        AtLoop.run(operation, op, signature, a, indices, b);
    }

    @Override
    public void locate(String operation, Operand indices, long dim, int axis, long stride, Operand out) {
        UnaryLoop.split((in, inStride, to, toStride, n) -> {
            if (!Positions.add(in, inStride, dim, stride, to, toStride, n)) {
                throw Indices.refused(operation, in, inStride, n, dim, axis);
            }
        }, base(indices), indices.layout(), base(out), out.layout());
    }

    @Override
    public void gather(String operation, Operand in, int axis, Operand indices, Operand out) {
        if (StringLoop.areApart(in, out)) {
            StringLoop.gather(operation, in, axis, indices, out);
        } else {
            GatherLoop.gather(operation, in, axis, indices, out);
        }
    }

    @Override
    public void gatherRows(String operation, Operand in, int axis, Operand indices, Operand out) {
        GatherRows.gather(operation, in, axis, indices, out);
    }

    @Override
    public void scatterRows(String operation, Operand in, int axis, Operand indices, Operand out) {
        GatherRows.scatter(operation, in, axis, indices, out);
    }

    @Override
    public void scatter(String operation, Operand in, int axis, Operand indices, Operand out) {
        if (StringLoop.areApart(in, out)) {
            StringLoop.scatter(this, operation, in, axis, indices, out);
        } else {
            GatherLoop.scatter(operation, in, axis, indices, out);
        }
    }

    @Override
    public void choose(Operand condition, Operand a, Operand b, Operand out) {
        if (out.dtype() instanceof StringType) {
            StringLoop.choose(this, condition, a, b, out);
        } else {
            ChooseLoop.run(condition, a, b, out);
        }
    }

    @Override
    public void choose(String operation, Operand which, List<Operand> choices, Operand out) {
        if (out.dtype() instanceof StringType) {
            StringLoop.choose(this, operation, which, choices, out);
        } else {
            ChooseLoop.run(operation, which, choices, out);
        }
    }

    @Override
    public void argExtremum(Op op, Operand in, Operand out, int axis) {
        if (out.layout().size() == 0) {
            return;
        }
        try (Packed from = Packed.natively(this, in)) {
            Operand read = from.operand();
            ArgLoop.run(Ordered.arg(op, "arg", read.dtype()), read.dtype().itemsize(), base(read), read.layout(),
                    base(out), out.layout(), axis);
        }
    }

    @Override
    public void countNonzero(Operand in, Operand out) {
        try (Packed from = Packed.natively(this, in)) {
            Operand read = from.operand();
            CountLoop.run(Ordered.count("count", read.dtype()), base(read), read.layout(), base(out),
                    out.layout());
        }
    }

    @Override
    public Operand flatnonzero(Operand mask) {
        MaskChunks chunks = MaskChunks.of(base(mask), mask.layout());
        long count = chunks.count();
        Layout layout = Layout.contiguous(Shape.of(count), Long.BYTES);
        Operand positions = Operand.of(DType.INT64, layout, allocate(mask.device(), (count + 1) * Long.BYTES));
        chunks.write(base(positions));
        return positions;
    }

    @Override
    public Operand compress(Operand in, Operand mask) {
        MaskChunks chunks = MaskChunks.of(base(mask), mask.layout(), base(in), in.layout());
        long count = chunks.count();
        int itemsize = in.dtype().itemsize();
        Layout layout = Layout.contiguous(Shape.of(count), itemsize);
        Operand found = Operand.of(in.dtype(), layout, allocate(in.device(), (count + 1) * itemsize));
        chunks.squeeze(Choices.squeeze(itemsize), itemsize, base(found));
        if (in.dtype() instanceof StringType) {
            try {
                StringLoop.settle(in, found);
            } catch (RuntimeException | Error refused) {
                found.storage().close();
                throw refused;
            }
        }
        return found;
    }

    @Override
    public void copy(Operand in, Operand out, @Nullable Operand where) {
        boolean asBytes = in.dtype().equals(out.dtype()) && !StringLoop.areApart(in, out)
                && !(in.dtype() instanceof StructType type && !type.isFull());
        if (where != null && asBytes) {
            ChooseLoop.copy(in, out, where);
        } else if (where != null) {
            MaskedLoop.unary(Converters.supply(in.dtype(), out.dtype()), new long[]{base(in), base(out), base(where)},
                    in.layout(), out.layout(), where.layout());
        } else if (asBytes) {
            CopyLoop.copy(base(in), in.layout(), base(out), out.layout(), in.dtype().itemsize());
        } else {
            UnaryLoop.split(Converters.supply(in.dtype(), out.dtype()), base(in), in.layout(), base(out),
                    out.layout());
        }
    }

    private static long base(Operand operand) {
        return operand.storage().address();
    }
}
