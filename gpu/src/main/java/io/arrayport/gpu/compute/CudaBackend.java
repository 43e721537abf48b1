package io.arrayport.gpu.compute;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.gpu.driver.DevicePool;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.KernelTable;
import org.jspecify.annotations.Nullable;

/**
 * NVIDIA devices. Operations are done in order, each after those that were asked before; a method returns when its work
 * is queued, which is when the next one may follow. Only what reads or writes main memory waits.
 */
public final class CudaBackend extends NotOnDevice {
    /** For the service loader. */
    public CudaBackend() {}

    @Override
    public DeviceType deviceType() {
        return DeviceType.CUDA;
    }

    @Override
    public Storage allocate(Device device, long bytes) {
        DevicePool pool = Gpu.of(device.id()).pool();
        DevicePool.Block block = pool.take(bytes);
        return Storage.foreign("cuda", block.address(), bytes, device, Access.WRITEABLE, () -> pool.give(block));
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
            throw refusal(op.name().toLowerCase(Locale.ROOT) + " of " + signature.inputs(), out.device());
        }
        try (Temporaries temporaries = new Temporaries(this)) {
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
    public void choose(Operand condition, Operand a, Operand b, Operand out) {
        try (Temporaries temporaries = new Temporaries(this)) {
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
    public void copy(Operand in, Operand out, @Nullable Operand where) {
        GpuKernels kernels = GpuKernels.of(out.device());
        DType from = in.dtype();
        DType to = out.dtype();
        if (from.equals(to)) {
            kernels.move("move", in, out, where);
        } else if (from.isNative() && to.isNative() && KernelTable.has(KernelTable.copy(from, to))) {
            try (Temporaries temporaries = new Temporaries(this)) {
                Operand read = temporaries.aligned(in);
                boolean direct = GpuKernels.isAligned(out);
                Operand written = direct ? out : temporaries.like(out, to);
                kernels.run(KernelTable.copy(from, to), written, read, direct ? where : null);
                if (!direct) {
                    copy(written, out, where);
                }
            }
        } else if (!from.isNative() || !to.isNative()) {
            turned(in, out, where);
        } else {
            throw refusal("astype from " + from + " to " + to, out.device());
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
            throw refusal("astype from " + in.dtype() + " to " + out.dtype(), out.device());
        }
        try (Temporaries temporaries = new Temporaries(this)) {
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

    /** What an operation needs on its way: closed with it, which is safe as the memory's next user comes later. */
    private static final class Temporaries implements AutoCloseable {
        private final CudaBackend backend;
        private final List<Storage> made = new ArrayList<>();

        Temporaries(CudaBackend backend) {
            this.backend = backend;
        }

        Operand like(Operand other, DType type) {
            Layout layout = Layout.contiguous(other.shape(), type.itemsize());
            Storage storage = backend.allocate(other.device(), layout.endByte(type.itemsize()));
            made.add(storage);
            return Operand.of(type, layout, storage);
        }

        Operand as(Operand in, DType type) {
            if (in.dtype().equals(type)) {
                return aligned(in);
            }
            Operand converted = like(in, type);
            backend.copy(in, converted);
            return converted;
        }

        /** A device stops for good at an address that is no multiple of the element read from it. */
        Operand aligned(Operand in) {
            if (GpuKernels.isAligned(in)) {
                return in;
            }
            Operand moved = like(in, in.dtype());
            backend.copy(in, moved);
            return moved;
        }

        @Override
        public void close() {
            made.forEach(Storage::close);
        }
    }

}
