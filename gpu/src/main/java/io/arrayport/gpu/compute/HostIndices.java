package io.arrayport.gpu.compute;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Indices;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;

/** Numbers of a device that are looked at before anything is done by them, and those that it is given. */
final class HostIndices {
    private HostIndices() {}

    /** As {@link Indices#read}, of an operand on a device. */
    static long[] read(Backend backend, Temporaries temporaries, String operation, Operand indices, long low, long dim,
            int axis) {
        Operand packed = temporaries.like(indices, indices.dtype());
        backend.copy(indices, packed);
        long n = indices.layout().size();
        try (Storage here = Storage.allocate(n * Long.BYTES)) {
            backend.download(packed.storage(), 0, here.address(), n * Long.BYTES);
            return Indices.read(operation, Operand.of(indices.dtype(),
                    Layout.contiguous(indices.shape(), Long.BYTES), here), low, dim, axis);
        }
    }

    /** Returns numbers on the operand's device. */
    static Storage upload(Backend backend, Temporaries temporaries, Operand beside, long[] numbers) {
        long bytes = (long) numbers.length * Long.BYTES;
        Storage there = temporaries.bytes(beside.device(), bytes);
        try (Storage here = Storage.allocate(bytes)) {
            MemorySegment.copy(numbers, 0, Memory.segment(here.address(), bytes), ValueLayout.JAVA_LONG, 0,
                    numbers.length);
            backend.upload(here.address(), there, 0, bytes);
        }
        return there;
    }

    /** Returns numbers that a device has written. */
    static long[] download(Backend backend, Storage there, int n) {
        long[] numbers = new long[n];
        long bytes = (long) n * Long.BYTES;
        try (Storage here = Storage.allocate(bytes)) {
            backend.download(there, 0, here.address(), bytes);
            MemorySegment.copy(Memory.segment(here.address(), bytes), ValueLayout.JAVA_LONG, 0, numbers, 0, n);
        }
        return numbers;
    }
}
