package io.arrayport.core.loop;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.element.Element;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.memory.TransferEvent;

/** A copy of an operand's elements in C order and main memory, to be read as doubles: complex numbers have two parts. */
final class Doubles implements AutoCloseable {
    private final Storage storage;
    private final long size;
    private final int parts;

    private Doubles(Storage storage, long size, int parts) {
        this.storage = storage;
        this.size = size;
        this.parts = parts;
    }

    static Doubles of(Operand operand) {
        DType type = operand.dtype().kind() == 'c' ? DType.COMPLEX128 : DType.FLOAT64;
        Layout packed = Layout.contiguous(operand.shape(), type.itemsize());
        Storage storage = Storage.allocate(packed.endByte(type.itemsize()));
        boolean done = false;
        try {
            read(operand, type, packed, storage);
            done = true;
            return new Doubles(storage, packed.size(), type.itemsize() / Double.BYTES);
        } finally {
            if (!done) {
                storage.close();
            }
        }
    }

    private static void read(Operand operand, DType type, Layout packed, Storage here) {
        if (operand.device().type().isHost()) {
            new CpuBackend().copy(operand, Operand.of(type, packed, here));
            return;
        }
        Backend backend = Backend.of("errstate", operand.device());
        try (Storage there = backend.allocate(operand.device(), here.byteSize())) {
            backend.copy(operand, Operand.of(type, packed, there));
            backend.download(there, 0, here.address(), here.byteSize());
            TransferEvent.emit(operand.device(), Device.CPU, here.byteSize());
        }
    }

    /** Returns whether elements are floating-point numbers or pairs of them. */
    static boolean floats(DType type) {
        return type.kind() == 'f' || type.kind() == 'c';
    }

    /** How many elements there are. */
    long size() {
        return size;
    }

    /** How many numbers an element is. */
    int parts() {
        return parts;
    }

    double get(long i, int part) {
        return Element.toDouble(DType.FLOAT64, storage.address() + (i * parts + part) * Double.BYTES);
    }

    @Override
    public void close() {
        storage.close();
    }
}
