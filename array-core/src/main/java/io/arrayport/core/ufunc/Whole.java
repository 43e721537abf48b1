package io.arrayport.core.ufunc;

import java.util.Optional;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Indices as backends take them: int64 in native order, 1-d in C order. The operand itself where it is that, else a
 * copy; held until this is closed.
 *
 * @param operand to be read
 * @param owned the copy's storage
 */
record Whole(Operand operand, @Nullable Storage owned) implements AutoCloseable {

    /** @param operation named in errors */
    static Whole of(String operation, Operand indices) {
        Shape flat = Shape.of(indices.layout().size());
        Optional<Layout> view = indices.dtype().equals(DType.INT64)
                ? indices.layout().reshape(flat, Long.BYTES)
                : Optional.empty();
        indices.storage().acquire();
        if (view.isPresent()) {
            return new Whole(indices.with(view.get()), null);
        }
        try {
            Backend backend = Backend.of(operation, indices.device());
            Layout packed = Layout.contiguous(indices.shape(), Long.BYTES);
            Operand copy = Operand.of(DType.INT64, packed,
                    backend.allocate(indices.device(), packed.endByte(Long.BYTES)));
            backend.copy(indices, copy);
            return new Whole(copy.with(Layout.contiguous(flat, Long.BYTES)), copy.storage());
        } finally {
            indices.storage().release();
        }
    }

    /** Returns the positions at which {@code mask}, of bools, is true. */
    static Whole where(String operation, Operand mask) {
        mask.storage().acquire();
        try {
            Operand positions = Backend.of(operation, mask.device()).flatnonzero(mask);
            return new Whole(positions, positions.storage());
        } finally {
            mask.storage().release();
        }
    }

    @Override
    public void close() {
        if (owned == null) {
            operand.storage().release();
        } else {
            owned.close();
        }
    }
}
