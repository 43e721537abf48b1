package io.arrayport.gpu.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Axes;

/**
 * Rows of two operands, along the first axis of each, cut into units that a device moves at once: as many bytes as lie
 * one after the other in both, at addresses that are multiples of it.
 *
 * @param width bytes of a unit
 * @param walks of one row, together all its units; operand 0 is what positions name
 */
record RowUnits(int width, List<Walk> walks) {
    private static final int OPERANDS = 2;
    private static final long WIDEST = 16;

    static RowUnits of(Operand picked, Operand listed) {
        int itemsize = picked.dtype().itemsize();
        long[] bases = {first(picked), first(listed)};
        Axes axes = Axes.of(row(picked.layout()), row(listed.layout())).order().flip(bases).coalesce();
        boolean joined = axes.ndim() > 0 && axes.stride(0, 0) == itemsize && axes.stride(1, 0) == itemsize;
        long run = joined ? axes.dim(0) * itemsize : itemsize;
        int inner = joined ? 1 : 0;
        long bits = run | bases[0] | bases[1] | picked.layout().stride(0) | listed.layout().stride(0);
        for (int axis = inner; axis < axes.ndim(); axis++) {
            bits |= axes.stride(0, axis) | axes.stride(1, axis);
        }
        int width = (int) Math.min(WIDEST, Long.lowestOneBit(bits));
        int more = axes.ndim() - inner;
        long[] shape = new long[more + 1];
        long[][] strides = new long[OPERANDS][more + 1];
        shape[0] = run / width;
        for (int operand = 0; operand < OPERANDS; operand++) {
            strides[operand][0] = width;
            for (int axis = 0; axis < more; axis++) {
                shape[axis + 1] = axes.dim(axis + inner);
                strides[operand][axis + 1] = axes.stride(operand, axis + inner);
            }
        }
        List<Walk> walks = new ArrayList<>();
        add(walks, shape, strides, bases);
        return new RowUnits(width, walks);
    }

    private static void add(List<Walk> walks, long[] shape, long[][] strides, long[] bases) {
        int outer = shape.length - 1;
        if (shape.length <= Walk.AXES) {
            walks.add(new Walk(shape, strides, bases, false));
            return;
        }
        for (long i = 0; i < shape[outer]; i++) {
            add(walks, Arrays.copyOf(shape, outer),
                    new long[][]{Arrays.copyOf(strides[0], outer), Arrays.copyOf(strides[1], outer)},
                    new long[]{bases[0] + i * strides[0][outer], bases[1] + i * strides[1][outer]});
        }
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }

    private static Layout row(Layout layout) {
        long[] dims = layout.shape().toArray();
        long[] strides = layout.strides();
        return Layout.of(Shape.of(Arrays.copyOfRange(dims, 1, dims.length)),
                Arrays.copyOfRange(strides, 1, strides.length), layout.offset());
    }
}
