package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/** What is reduced: elements that are stored, or that are computed on the way. */
sealed interface Reducible {
    DType dtype();

    /** Returns where they lie, or would lie in a fresh array. */
    Layout layout();

    /** Returns an operand that lies on their device, which the caller of a reduction leases if they are stored. */
    Operand beside();

    /** Returns those at the first positions of some axes, which are kept. */
    Reducible first(boolean[] axes);

    /** Writes them. */
    void copy(Backend backend, Operand out);

    /** Reduces them, as {@link Backend#reduce} does. */
    void fold(Backend backend, Op op, Operand out, @Nullable Operand mask);

    default Shape shape() {
        return layout().shape();
    }

    default Device device() {
        return beside().device();
    }

    private static Layout first(Layout layout, boolean[] axes) {
        Layout first = layout;
        for (int axis = 0; axis < axes.length; axis++) {
            first = axes[axis] ? first.slice(axis, 0L, 1L, 1L) : first;
        }
        return first;
    }

    /** An array. */
    record Stored(Operand beside) implements Reducible {
        @Override
        public DType dtype() {
            return beside.dtype();
        }

        @Override
        public Layout layout() {
            return beside.layout();
        }

        @Override
        public Reducible first(boolean[] axes) {
            return with(Reducible.first(beside.layout(), axes));
        }

        Stored with(Layout layout) {
            return new Stored(beside.with(layout));
        }

        @Override
        public void copy(Backend backend, Operand out) {
            backend.copy(beside, out);
        }

        @Override
        public void fold(Backend backend, Op op, Operand out, @Nullable Operand mask) {
            backend.reduce(op, beside, out, mask);
        }
    }

    /**
     * An expression, whose arrays the caller leases. Its first elements may be copied, but not reduced.
     *
     * @param arrays in one shape, that of {@code layout}; at least one
     * @param layout without gaps
     */
    record Computed(Fusion fusion, List<Operand> arrays, List<Object> numbers, DType dtype, Layout layout)
            implements Reducible {
        @Override
        public Operand beside() {
            return arrays.getFirst();
        }

        @Override
        public Reducible first(boolean[] axes) {
            return new Computed(fusion, arrays.stream()
                    .map(array -> array.with(Reducible.first(array.layout(), axes))).toList(), numbers, dtype,
                    Reducible.first(layout, axes));
        }

        @Override
        public void copy(Backend backend, Operand out) {
            if (out.dtype().equals(dtype)) {
                fusion.run(arrays, numbers, out);
                return;
            }
            Layout fresh = Layout.contiguous(out.shape(), dtype.itemsize());
            try (Storage storage = backend.allocate(out.device(), fresh.endByte(dtype.itemsize()))) {
                Operand own = Operand.of(dtype, fresh, storage);
                fusion.run(arrays, numbers, own);
                backend.copy(own, out);
            }
        }

        @Override
        public void fold(Backend backend, Op op, Operand out, @Nullable Operand mask) {
            fusion.reduce(op, arrays, numbers, layout, out);
        }
    }
}
