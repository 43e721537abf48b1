package io.arrayport.gpu.compute;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.gpu.kernel.GpuKernels;

/** What an operation needs on its way: closed with it, which is safe as the memory's next user comes later. */
final class Temporaries implements AutoCloseable {
    private final Backend backend;
    private final List<Storage> made = new ArrayList<>();

    Temporaries(Backend backend) {
        this.backend = backend;
    }

    /** Uninitialised, contiguous, of another's shape. */
    Operand like(Operand other, DType type) {
        return of(other.device(), other.shape(), type);
    }

    /** Uninitialised, contiguous. */
    Operand of(Device device, Shape shape, DType type) {
        Layout layout = Layout.contiguous(shape, type.itemsize());
        return Operand.of(type, layout, bytes(device, layout.endByte(type.itemsize())));
    }

    /** Uninitialised memory; at least a byte. */
    Storage bytes(Device device, long bytes) {
        Storage storage = backend.allocate(device, Math.max(1, bytes));
        made.add(storage);
        return storage;
    }

    /** What another operation has made, to be closed with the rest. */
    Operand own(Operand fresh) {
        made.add(fresh.storage());
        return fresh;
    }

    /** The operand if it has that type and may be read by whole elements, or a copy. */
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
        return GpuKernels.isAligned(in) ? in : copied(in);
    }

    /** A copy, contiguous. */
    Operand copied(Operand in) {
        Operand moved = like(in, in.dtype());
        backend.copy(in, moved);
        return moved;
    }

    @Override
    public void close() {
        made.forEach(Storage::close);
    }
}
