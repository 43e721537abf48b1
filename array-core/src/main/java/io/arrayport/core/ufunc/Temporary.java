package io.arrayport.core.ufunc;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * An input that an operation may read while it writes its output: the input itself, or a copy where writing would
 * reach it.
 *
 * @param owned the copy's storage, closed with this
 */
record Temporary(Operand operand, @Nullable Storage owned) implements AutoCloseable {

    /**
     * Returns {@code in} itself if no byte of it is in {@code out}'s range, or if every element of it lies exactly
     * where the same element of {@code out} goes; else a copy of it. Both have one shape.
     */
    static Temporary unlessApart(Backend backend, Operand in, Operand out) {
        return isDisjoint(in, out) || isInPlace(in, out) ? new Temporary(in, null) : copy(backend, in);
    }

    /** As {@link #unlessApart}, of an input that is read again after {@code out} has been written. */
    static Temporary unlessDisjoint(Backend backend, Operand in, Operand out) {
        return isDisjoint(in, out) ? new Temporary(in, null) : copy(backend, in);
    }

    private static boolean isDisjoint(Operand in, Operand out) {
        return in.endAddress() <= out.minAddress() || out.endAddress() <= in.minAddress();
    }

    private static Temporary copy(Backend backend, Operand in) {
        int itemsize = in.dtype().itemsize();
        Layout packed = Layout.contiguous(in.shape(), itemsize);
        Operand copy = Operand.of(in.dtype(), packed, backend.allocate(in.device(), packed.endByte(itemsize)));
        backend.copy(in, copy);
        return new Temporary(copy, copy.storage());
    }

    private static boolean isInPlace(Operand in, Operand out) {
        Layout a = in.layout();
        Layout b = out.layout();
        if (in.storage().address() + a.offset() != out.storage().address() + b.offset()) {
            return false;
        }
        for (int axis = 0; axis < a.ndim(); axis++) {
            if (a.dim(axis) > 1 && a.stride(axis) != b.stride(axis)) {
                return false;
            }
        }
        return !repeats(b, Math.max(in.dtype().itemsize(), out.dtype().itemsize()));
    }

    /** Whether two indices may name overlapping bytes: then an element written early is read again as an input. */
    private static boolean repeats(Layout layout, int itemsize) {
        long reach = itemsize; // bytes that the axes of smaller stride, together, cover
        boolean[] done = new boolean[layout.ndim()];
        for (int round = 0; round < layout.ndim(); round++) {
            int next = -1;
            for (int axis = 0; axis < layout.ndim(); axis++) {
                if (!done[axis] && (next < 0 || Math.abs(layout.stride(axis)) < Math.abs(layout.stride(next)))) {
                    next = axis;
                }
            }
            done[next] = true;
            if (layout.dim(next) > 1) {
                if (Math.abs(layout.stride(next)) < reach) {
                    return true;
                }
                reach += Math.abs(layout.stride(next)) * (layout.dim(next) - 1);
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (owned != null) {
            owned.close();
        }
    }
}
