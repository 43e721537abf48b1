package io.arrayport.gpu.compute;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.Fourier;
import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.backend.Streams;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.gpu.driver.DevicePool;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.driver.GpuStreams;
import io.arrayport.gpu.fuse.FusedKernels;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.KernelTable;
import io.arrayport.gpu.library.Blas;
import io.arrayport.gpu.library.Fft;
import org.jspecify.annotations.Nullable;

/**
 * NVIDIA devices. Operations are done in order, each after those that were asked before; a method returns when its work
 * is queued, which is when the next one may follow. Only what reads or writes main memory waits.
 */
public sealed class CudaBackend implements Backend permits WatchingCuda {
    /** What operations call on their way: nobody watches steps that were not asked for. */
    private static final CudaBackend PLAIN = new CudaBackend();

    /** For the service loader. */
    public CudaBackend() {}

    @Override
    public DeviceType deviceType() {
        return DeviceType.CUDA;
    }

    @Override
    public Backend watching(String operation, FloatErrors errors) {
        return new WatchingCuda(operation, errors);
    }

    @Override
    public Storage allocate(Device device, long bytes) {
        DevicePool pool = Gpu.of(device.id()).pool();
        DevicePool.Block block = pool.take(bytes);
        return Storage.foreign(DevicePool.ORIGIN, block.address(), bytes, device, Access.WRITEABLE,
                () -> pool.give(block));
    }

    @Override
    public void upload(long source, Storage target, long offset, long bytes) {
        if (bytes > 0) {
            gpu(target.device()).upload(source, target.address() + offset, bytes);
        }
    }

    @Override
    public void download(Storage source, long offset, long target, long bytes) {
        if (bytes > 0) {
            gpu(source.device()).download(source.address() + offset, target, bytes);
        }
    }

    @Override
    public Optional<Streams> streams(Device device) {
        return Gpu.ifThere(device.id()).map(GpuStreams::new);
    }

    private static Gpu gpu(Device device) {
        return Gpu.of(device.id());
    }

    @Override
    public void fill(Operand out, Object value) {
        if (out.layout().size() == 0) {
            return;
        }
        Layout one = Layout.contiguous(Shape.of(), out.dtype().itemsize());
        try (Storage element = Storage.allocate(out.dtype().itemsize())) {
            Backend.of("fill", Device.CPU).fill(Operand.of(out.dtype(), one, element), value);
            MemorySegment bytes = Memory.segment(element.address(), Memory.ALIGNMENT);
            if (GpuKernels.isWidth(out.dtype().itemsize()) && GpuKernels.isAligned(out)) {
                GpuKernels.of(out.device()).fill(out, bytes.get(ValueLayout.JAVA_LONG, 0),
                        bytes.get(ValueLayout.JAVA_LONG, Long.BYTES));
                return;
            }
            try (Storage there = allocate(out.device(), out.dtype().itemsize())) {
                upload(element.address(), there, 0, out.dtype().itemsize());
                copy(Operand.of(out.dtype(), one.broadcastTo(out.shape()), there), out);
            }
        }
    }

    @Override
    public void unary(Op op, Signature signature, Operand in, Operand out, @Nullable Operand where) {
        elementwise(op, signature, List.of(in), out, where);
    }

    @Override
    public void binary(Op op, Signature signature, Operand a, Operand b, Operand out, @Nullable Operand where) {
        elementwise(op, signature, List.of(a, b), out, where);
    }

    private void elementwise(Op op, Signature signature, List<Operand> inputs, Operand out, @Nullable Operand where) {
        String kernel = KernelTable.elementwise(op, signature);
        if (!KernelTable.has(kernel)) {
            throw NotOnDevice.refusal(op.name().toLowerCase(Locale.ROOT) + " of " + signature.inputs(), out.device());
        }
        if (WholePowers.isWatched(op, signature)) {
            WholePowers.require(PLAIN, signature.input(1), inputs.get(1), where);
        }
        try (Temporaries temporaries = new Temporaries(PLAIN)) {
            @Nullable
            Operand[] operands = new @Nullable Operand[inputs.size() + 2];
            for (int i = 0; i < inputs.size(); i++) {
                operands[i + 1] = temporaries.as(inputs.get(i), signature.input(i));
            }
            boolean direct = out.dtype().equals(signature.output()) && GpuKernels.isAligned(out);
            Operand computed = direct ? out : temporaries.like(out, signature.output());
            operands[0] = computed;
            operands[inputs.size() + 1] = direct ? where : null;
            GpuKernels.of(out.device()).run(kernel, operands);
            if (!direct) {
                copy(computed, out, where);
            }
        }
    }

    @Override
    public void multiply(Operand a, boolean conjugate, Operand b, Operand out) {
        new Products(PLAIN, Blas.get()).multiply(a, conjugate, b, out);
    }

    @Override
    public void fourier(Fourier kind, Operand in, int axis, long n, double factor, Operand out) {
        new Transforms(PLAIN, Fft.get()).run(kind, in, axis, n, factor, out);
    }

    @Override
    public Fusion fusion(Program program) {
        return FusedProgram.of(PLAIN, program, FusedKernels.usual());
    }

    @Override
    public void reduce(Op op, Operand in, Operand out, @Nullable Operand where) {
        new Reductions(PLAIN).reduce(op, in, out, where);
    }

    @Override
    public void squares(Operand in, Operand mean, Operand out) {
        new Reductions(PLAIN).squares(in, mean, out);
    }

    @Override
    public void countNonzero(Operand in, Operand out) {
        new Reductions(PLAIN).countNonzero(in, out);
    }

    @Override
    public void accumulate(Op op, Operand in, Operand out, int axis) {
        new Partials(PLAIN).accumulate(op, in, out, axis);
    }

    @Override
    public void reduceat(String operation, Op op, Operand in, Operand indices, Operand out, int axis) {
        new Partials(PLAIN).reduceat(operation, op, in, indices, out, axis);
    }

    @Override
    public void at(String operation, Op op, Signature signature, Operand a, Operand indices, @Nullable Operand b) {
        new Partials(PLAIN).at(operation, op, signature, a, indices, b);
    }

    @Override
    public void argExtremum(Op op, Operand in, Operand out, int axis) {
        new Positions(PLAIN).argExtremum(op, in, out, axis);
    }

    @Override
    public void tally(Operand positions, @Nullable Operand weights, Operand out) {
        new Positions(PLAIN).tally(positions, weights, out);
    }

    @Override
    public Operand flatnonzero(Operand mask) {
        return new Positions(PLAIN).flatnonzero(mask);
    }

    @Override
    public Operand compress(Operand in, Operand mask) {
        return new Positions(PLAIN).compress(in, mask);
    }

    @Override
    public void choose(Operand condition, Operand a, Operand b, Operand out) {
        try (Temporaries temporaries = new Temporaries(PLAIN)) {
            Operand left = temporaries.aligned(a);
            Operand right = temporaries.aligned(b);
            if (GpuKernels.isWidth(out.dtype().itemsize()) && GpuKernels.isAligned(out)) {
                GpuKernels.of(out.device()).run("choose_" + out.dtype().itemsize(), out, condition, left, right);
                return;
            }
            Operand chosen = temporaries.like(out, out.dtype());
            copy(right, chosen);
            copy(left, chosen, condition);
            copy(chosen, out);
        }
    }

    @Override
    public void sort(Operand a, int axis) {
        Sorting.sort(PLAIN, a, axis);
    }

    @Override
    public void argsort(Operand in, int axis, Operand out) {
        Sorting.order(PLAIN, "argsort", in, axis, out, false);
    }

    @Override
    public void reorder(Operand in, int axis, Operand out) {
        Sorting.order(PLAIN, "lexsort", in, axis, out, true);
    }

    @Override
    public void select(Operand in, int axis, long[] ranks, Operand out) {
        Sorting.select(PLAIN, in, axis, ranks, out);
    }

    @Override
    public void searchsorted(Operand sorted, @Nullable Operand sorter, Operand values, boolean right, Operand out) {
        Sorting.search(PLAIN, sorted, sorter, values, right, out);
    }

    @Override
    public void choose(String operation, Operand which, List<Operand> choices, Operand out) {
        Indexing.choose(PLAIN, operation, which, choices, out);
    }

    @Override
    public void gather(String operation, Operand in, int axis, Operand indices, Operand out) {
        Indexing.gather(PLAIN, operation, in, axis, indices, out);
    }

    @Override
    public void scatter(String operation, Operand in, int axis, Operand indices, Operand out) {
        Indexing.scatter(PLAIN, operation, in, axis, indices, out);
    }

    @Override
    public void gatherRows(String operation, Operand in, int axis, Operand indices, Operand out) {
        Indexing.gatherRows(PLAIN, operation, in, axis, indices, out);
    }

    @Override
    public void scatterRows(String operation, Operand in, int axis, Operand indices, Operand out) {
        Indexing.scatterRows(PLAIN, operation, in, axis, indices, out);
    }

    @Override
    public void locate(String operation, Operand indices, long dim, int axis, long stride, Operand out) {
        Indexing.locate(PLAIN, operation, indices, dim, axis, stride, out);
    }

    @Override
    public void copy(Operand in, Operand out, @Nullable Operand where) {
        if (RecordCopy.isNeeded(in.dtype(), out.dtype())) {
            RecordCopy.run(PLAIN, in, out, where);
            return;
        }
        GpuKernels kernels = GpuKernels.of(out.device());
        DType from = TimeUnits.number(in.dtype(), out.dtype());
        DType to = TimeUnits.number(out.dtype(), in.dtype());
        if (from.equals(to)) {
            kernels.move("move", in, out, where);
        } else if (from.isNative() && to.isNative() && (from instanceof TimeType && to instanceof TimeType
                || KernelTable.has(KernelTable.copy(from, to)))) {
            try (Temporaries temporaries = new Temporaries(PLAIN)) {
                Operand read = temporaries.aligned(in);
                boolean direct = GpuKernels.isAligned(out);
                Operand written = direct ? out : temporaries.like(out, out.dtype());
                if (from instanceof TimeType source && to instanceof TimeType target) {
                    TimeUnits.of(source, target).run(read, written, direct ? where : null);
                } else {
                    kernels.run(KernelTable.copy(from, to), written, read, direct ? where : null);
                }
                if (!direct) {
                    copy(written, out, where);
                }
            }
        } else if (!from.isNative() || !to.isNative()) {
            turned(in, out, where);
        } else {
            throw NotOnDevice.refusal("astype from " + from + " to " + to, out.device());
        }
    }

    /** Copies where one side or both are in the other byte order. */
    private void turned(Operand in, Operand out, @Nullable Operand where) {
        DType from = in.dtype().withOrder(ByteOrder.nativeOrder());
        DType to = out.dtype().withOrder(ByteOrder.nativeOrder());
        GpuKernels kernels = GpuKernels.of(out.device());
        if (from.equals(to) && in.dtype().isNative() != out.dtype().isNative() && "biufcmM".indexOf(from.kind()) >= 0) {
            kernels.move("turn", in, out, where);
            return;
        }
        if ("biufcmM".indexOf(from.kind()) < 0 || "biufcmM".indexOf(to.kind()) < 0) {
            throw NotOnDevice.refusal("astype from " + in.dtype() + " to " + out.dtype(), out.device());
        }
        try (Temporaries temporaries = new Temporaries(PLAIN)) {
            Operand read = temporaries.as(in, from);
            if (to.equals(from)) {
                copy(read, out, where);
                return;
            }
            Operand converted = temporaries.like(out, to);
            copy(read, converted);
            copy(converted, out, where);
        }
    }
}
