package io.arrayport.gpu.kernel;

import java.util.Objects;
import java.util.function.Consumer;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Axes;
import org.jspecify.annotations.Nullable;

/** The geometry of an elementwise operation as kernels take it. */
public final class Walks {
    /** What four elements may be read and written by at once begins at a multiple of this. */
    private static final long PACKED = 16;

    private Walks() {}

    /**
     * Hands over one walk after the other, together all elements.
     *
     * @param operands of one shape; null, of which none is the first, has address 0
     */
    public static void each(Consumer<Walk> launch, @Nullable Operand... operands) {
        Layout shape = Objects.requireNonNull(operands[0]).layout();
        if (shape.size() == 0) {
            return;
        }
        Layout[] layouts = new Layout[operands.length];
        long[] bases = new long[operands.length];
        for (int i = 0; i < operands.length; i++) {
            Operand operand = operands[i];
            layouts[i] = operand == null ? shape : operand.layout();
            bases[i] = operand == null ? 0 : operand.storage().address() + operand.layout().offset();
        }
        Axes axes = Axes.of(layouts).order();
        axes.flip(bases).coalesce();
        for (int i = 0; i < operands.length; i++) {
            bases[i] = operands[i] == null ? 0 : bases[i];
        }
        walk(launch, axes, operands, bases, Math.max(1, axes.ndim()));
    }

    private static void walk(Consumer<Walk> launch, Axes axes, @Nullable Operand[] operands, long[] bases, int ndim) {
        if (ndim > Walk.AXES) {
            int outer = ndim - 1;
            for (long i = 0; i < axes.dim(outer); i++) {
                long[] row = bases.clone();
                for (int operand = 0; operand < row.length; operand++) {
                    row[operand] += operands[operand] == null ? 0 : i * axes.stride(operand, outer);
                }
                walk(launch, axes, operands, row, outer);
            }
            return;
        }
        long[] shape = new long[ndim];
        long[][] strides = new long[operands.length][ndim];
        // A mask, which is the last operand, is looked at element by element
        boolean packed = ndim == 1 && operands[operands.length - 1] == null;
        for (int axis = 0; axis < ndim; axis++) {
            shape[axis] = axes.dim(axis);
        }
        for (int i = 0; i < operands.length; i++) {
            for (int axis = 0; axis < ndim; axis++) {
                strides[i][axis] = operands[i] == null ? 0 : axes.stride(i, axis);
            }
            packed &= operands[i] == null
                    || strides[i][0] == operands[i].dtype().itemsize() && bases[i] % PACKED == 0;
        }
        launch.accept(new Walk(shape, strides, bases, packed));
    }
}
