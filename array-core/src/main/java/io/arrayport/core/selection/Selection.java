package io.arrayport.core.selection;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Held;
import io.arrayport.core.ufunc.Input;
import io.arrayport.core.ufunc.UFunc;
import org.jspecify.annotations.Nullable;

/** Reads, writes and computes what an index with arrays selects. */
public final class Selection {
    private static final String SELF = "this array";

    private Selection() {}

    /**
     * Returns a fresh copy of what the parts select.
     *
     * @throws io.arrayport.core.error.IndexException if the index is malformed or a position is out of bounds
     */
    public static Operand get(String operation, Operand array, List<? extends Part> parts) {
        try (Picked picked = Picked.of(operation, array, parts); Held _ = Held.of(array, picked.positions())) {
            Backend backend = Backend.of(operation, array.device());
            int itemsize = array.dtype().itemsize();
            Layout packed = picked.fresh(itemsize);
            Operand fresh = Operand.of(array.dtype(), packed,
                    backend.allocate(array.device(), packed.endByte(itemsize)));
            boolean done = false;
            try {
                backend.gather(operation, picked.rows(), picked.axis(), picked.positions(), fresh);
                done = true;
            } finally {
                if (!done) {
                    fresh.storage().close();
                }
            }
            return fresh.with(picked.result(packed));
        }
    }

    /**
     * Writes {@code value}, broadcast and converted, to what the parts select, as if it and all positions had been read
     * first. Of positions that come twice the last one counts.
     *
     * @throws io.arrayport.core.error.IndexException if the index is malformed or a position is out of bounds; nothing
     *             has been written then
     * @throws ShapeException if the value does not stretch to what is selected
     * @throws io.arrayport.core.error.ReadOnlyException if the array may not be written
     */
    public static void set(String operation, Operand array, List<? extends Part> parts, Operand value) {
        array.requireWriteable(operation, SELF);
        try (Picked picked = Picked.of(operation, array, parts);
                Held _ = Held.of(array, value, picked.positions())) {
            Backend backend = Backend.of(operation, List.of(array, value));
            Operand rows = rows(operation, backend, value, picked, array.dtype());
            backend.scatter(operation, apart(backend, rows, array, picked.owned()), picked.axis(),
                    apart(backend, picked.positions(), array, picked.owned()), picked.rows());
        }
    }

    /**
     * Computes {@code array[parts] = ufunc(array[parts], b)} one position after the other, so that one that comes twice
     * counts twice.
     *
     * @param b stretches to what is selected; null for a ufunc of one input
     * @throws io.arrayport.core.error.IndexException if the index is malformed or a position is out of bounds; nothing
     *             has been written then
     */
    public static void at(UFunc ufunc, Operand array, List<? extends Part> parts, @Nullable Input b) {
        String operation = ufunc.name() + ".at";
        try (Picked picked = Picked.of(operation, array, parts)) {
            if (b instanceof Input.Array(Operand value)) {
                try (Held _ = Held.of(value)) {
                    Backend backend = Backend.of(operation, List.of(array, value));
                    ufunc.at(picked.rows(), picked.positions(),
                            Input.of(rows(operation, backend, value, picked, value.dtype())));
                }
            } else {
                ufunc.at(picked.rows(), picked.positions(), b);
            }
        }
    }

    /** Returns {@code value} as a row for each position, in {@code type}. */
    private static Operand rows(String operation, Backend backend, Operand value, Picked picked, DType type) {
        Operand typed = value.dtype().equals(type) ? value : converted(backend, value, type, picked.owned());
        Layout stretched = stretched(operation, typed.layout(), picked.shape());
        return Rows.flat(backend, typed.with(picked.turned(stretched)), picked.flat(), picked.owned());
    }

    /** As NumPy's assignment, which also drops axes of length 1 that what is selected does not have. */
    private static Layout stretched(String operation, Layout value, Shape shape) {
        Layout layout = value;
        while (layout.ndim() > shape.ndim() && layout.dim(0) == 1) {
            layout = layout.index(0, 0);
        }
        try {
            return layout.broadcastTo(shape);
        } catch (ShapeException cause) {
            throw new ShapeException(operation + ": the value has shape " + value.shape()
                    + ", which does not stretch to " + shape + " of what is selected", cause);
        }
    }

    private static Operand apart(Backend backend, Operand in, Operand out, List<Storage> owned) {
        boolean overlaps = in.endAddress() > out.minAddress() && out.endAddress() > in.minAddress();
        return overlaps ? converted(backend, in, in.dtype(), owned) : in;
    }

    private static Operand converted(Backend backend, Operand in, DType type, List<Storage> owned) {
        Layout packed = Layout.contiguous(in.shape(), type.itemsize());
        Operand copy = Operand.of(type, packed, backend.allocate(in.device(), packed.endByte(type.itemsize())));
        owned.add(copy.storage());
        backend.copy(in, copy);
        return copy;
    }
}
