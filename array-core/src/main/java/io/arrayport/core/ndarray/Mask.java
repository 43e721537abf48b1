package io.arrayport.core.ndarray;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
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

    static Mask of(@Nullable Where where) {
        NdArray mask = where == null ? null : where.mask();
        if (mask != null || where == null || where.everywhere()) {
            return new Mask(mask == null ? null : mask.operand(), null);
        }
        Storage nowhere = Storage.allocateZeroed(1);
        return new Mask(Operand.of(DType.BOOL, Layout.contiguous(Shape.of(), 1), nowhere), nowhere);
    }

    @Override
    public void close() {
        if (owned != null) {
            owned.close();
        }
    }
}
