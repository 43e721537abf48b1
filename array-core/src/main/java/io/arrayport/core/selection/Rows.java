package io.arrayport.core.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;

/** Layouts seen as rows along a first axis. */
final class Rows {
    private Rows() {}

    /** Puts one axis in front. */
    static Layout first(Layout layout, int axis) {
        int[] order = new int[layout.ndim()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i == 0 ? axis : i <= axis ? i - 1 : i;
        }
        return layout.transpose(order);
    }

    /** One row, which an array without rows has too. */
    static Layout row(Layout rows) {
        long[] dims = rows.shape().toArray();
        long[] strides = rows.strides();
        return Layout.of(Shape.of(Arrays.copyOfRange(dims, 1, dims.length)),
                Arrays.copyOfRange(strides, 1, strides.length), rows.offset());
    }

    /**
     * In place of some axes, one in front along which each step is a byte.
     *
     * @param selected the axes that it stands for
     * @param extent its length
     * @param lowest where their first byte is, from the first element
     */
    static Layout bytes(Layout layout, boolean[] selected, long extent, long lowest) {
        int whole = 1;
        for (boolean one : selected) {
            whole += one ? 0 : 1;
        }
        long[] dims = new long[whole];
        long[] strides = new long[whole];
        dims[0] = extent;
        strides[0] = 1;
        int to = 1;
        for (int axis = 0; axis < selected.length; axis++) {
            if (!selected[axis]) {
                dims[to] = layout.dim(axis);
                strides[to++] = layout.stride(axis);
            }
        }
        return Layout.of(Shape.of(dims), strides, layout.size() == 0 ? layout.offset() : layout.offset() + lowest);
    }

    /** Under another shape, in C order: a view, or a copy whose storage is added to {@code owned}. */
    static Operand flat(Backend backend, Operand operand, Shape shape, List<Storage> owned) {
        int itemsize = operand.dtype().itemsize();
        Optional<Layout> view = operand.layout().reshape(shape, itemsize);
        if (view.isPresent()) {
            return operand.with(view.get());
        }
        return copy(backend, operand, itemsize, owned).with(Layout.contiguous(shape, itemsize));
    }

    private static Operand copy(Backend backend, Operand operand, int itemsize, List<Storage> owned) {
        Layout packed = Layout.contiguous(operand.shape(), itemsize);
        Operand copy = Operand.of(operand.dtype(), packed,
                backend.allocate(operand.device(), packed.endByte(itemsize)));
        owned.add(copy.storage());
        backend.copy(operand, copy);
        return copy;
    }
}
