package io.arrayport.core.loop;

import java.nio.ByteOrder;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/** An operand in a type that a kernel takes: itself, or a copy that closing frees. */
record Packed(Operand operand, @Nullable Storage owned) implements AutoCloseable {
    /** Returns {@code in} in native byte order. */
    static Packed natively(Backend backend, Operand in) {
        return as(backend, in, in.dtype().withOrder(ByteOrder.nativeOrder()));
    }

    /** Returns {@code in} as {@code type}. */
    static Packed as(Backend backend, Operand in, DType type) {
        if (in.dtype().equals(type)) {
            return new Packed(in, null);
        }
        Layout packed = Layout.contiguous(in.shape(), type.itemsize());
        Storage storage = backend.allocate(in.device(), packed.endByte(type.itemsize()));
        Operand copy = Operand.of(type, packed, storage);
        try {
            backend.copy(in, copy);
        } catch (RuntimeException refused) {
            storage.close();
            throw refused;
        }
        return new Packed(copy, storage);
    }

    @Override
    public void close() {
        if (owned != null) {
            owned.close();
        }
    }
}
