package io.arrayport.core.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
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
        return copy(backend, operand, operand.dtype(), owned).with(Layout.contiguous(shape, itemsize));
    }

    /** Returns a row-major copy in {@code type}, whose storage is added to {@code owned}. */
    static Operand copy(Backend backend, Operand operand, DType type, List<Storage> owned) {
        Operand copy = empty(backend, operand, type, operand.shape());
        owned.add(copy.storage());
        backend.copy(operand, copy);
        return copy;
    }

    /** Returns a row-major array that is not filled, beside another one. */
    static Operand empty(Backend backend, Operand beside, DType type, Shape shape) {
        Layout packed = Layout.contiguous(shape, type.itemsize());
        return Operand.of(type, packed, backend.allocate(beside.device(), packed.endByte(type.itemsize())));
    }

    /** Returns {@code in}, or a copy of it if {@code out} may lie over it. */
    static Operand apart(Backend backend, Operand in, Operand out, List<Storage> owned) {
        boolean overlaps = in.endAddress() > out.minAddress() && out.endAddress() > in.minAddress();
        return overlaps ? copy(backend, in, in.dtype(), owned) : in;
    }

    /** Returns {@code in}, or a copy of it in {@code type}. */
    static Operand as(Backend backend, Operand in, DType type, List<Storage> owned) {
        return in.dtype().equals(type) ? in : copy(backend, in, type, owned);
    }

    /**
     * Returns {@code count} elements: those of {@code values} in C order, as often as it takes.
     *
     * @param values not empty
     */
    static Operand cycle(Backend backend, Operand values, long count, List<Storage> owned) {
        long period = values.layout().size();
        int itemsize = values.dtype().itemsize();
        Operand flat = flat(backend, values, Shape.of(period), owned);
        if (period == 1) {
            return flat.with(flat.layout().broadcastTo(Shape.of(count)));
        }
        if (period >= count) {
            return flat.with(flat.layout().slice(0, 0L, count, 1L));
        }
        Operand all = empty(backend, values, values.dtype(), Shape.of(count));
        owned.add(all.storage());
        long whole = count / period * period;
        Layout rounds = Layout.contiguous(Shape.of(count / period, period), itemsize);
        backend.copy(flat.with(flat.layout().broadcastTo(rounds.shape())), all.with(rounds));
        backend.copy(flat.with(flat.layout().slice(0, 0L, count - whole, 1L)),
                all.with(all.layout().slice(0, whole, count, 1L)));
        return all;
    }
}
