package io.arrayport.core.ndarray;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.Option.Where;
import org.jspecify.annotations.Nullable;

/**
 * The mask of a {@code where}, as operations take it.
 *
 * @param operand null computes everywhere
 * @param owned a mask made for the call, closed with this
 */
record Mask(@Nullable Operand operand, @Nullable Storage owned) implements AutoCloseable {

    /** @param device where the operands lie */
    static Mask of(@Nullable Where where, Device device) {
        NdArray mask = where == null ? null : where.mask();
        if (mask != null || where == null || where.everywhere()) {
            return new Mask(mask == null ? null : mask.operand(), null);
        }
        Backend backend = Backend.of("where", device);
        Storage nowhere = backend.allocate(device, 1);
        Operand nothing = Operand.of(DType.BOOL, Layout.contiguous(Shape.of(), 1), nowhere);
        boolean done = false;
        try {
            backend.fill(nothing, false);
            done = true;
            return new Mask(nothing, nowhere);
        } finally {
            if (!done) {
                nowhere.close();
            }
        }
    }

    @Override
    public void close() {
        if (owned != null) {
            owned.close();
        }
    }
}
