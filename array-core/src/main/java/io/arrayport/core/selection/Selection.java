package io.arrayport.core.selection;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.DTypeException;
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
        Operand mask = mask(array, parts);
        if (mask != null) {
            Backend backend = Backend.of(operation, List.of(array, mask));
            try (Held _ = Held.of(array, mask)) {
                return backend.compress(array, mask);
            }
        }
        Operand positions = positions(array, parts);
        if (positions != null) {
            return listed(operation, array, positions);
        }
        try (Picked picked = Picked.of(operation, array, parts)) {
            return read(operation, array, picked);
        }
    }

    /** Returns the positions, if they are the only index of the only axis: nothing broadcasts, nothing moves. */
    private static @Nullable Operand positions(Operand array, List<? extends Part> parts) {
        return parts.size() == 1 && parts.getFirst() instanceof Part.Array(Operand positions)
                && array.layout().ndim() == 1 && positions.layout().ndim() == 1
                && positions.dtype().equals(DType.INT64) && positions.layout().isCContiguous(Long.BYTES) ? positions
                        : null;
    }

    private static Operand listed(String operation, Operand array, Operand positions) {
        Backend backend = Backend.of(operation, List.of(array, positions));
        try (Held _ = Held.of(array, positions)) {
            Layout packed = Layout.contiguous(positions.shape(), array.dtype().itemsize());
            return Result.of(operation, backend, array, array.dtype(), packed, null,
                    fresh -> backend.gather(operation, array, 0, positions, fresh));
        }
    }

    /** Returns the mask, if there is one over all elements and nothing else. */
    private static @Nullable Operand mask(Operand array, List<? extends Part> parts) {
        return parts.size() == 1 && parts.getFirst() instanceof Part.Array part && part.isMask() && part.axes() > 0
                && part.operand().shape().equals(array.shape()) ? part.operand() : null;
    }

    /** Returns a fresh copy of what is picked. */
    static Operand read(String operation, Operand array, Picked picked) {
        try (Held _ = Held.of(array, picked.positions())) {
            Backend backend = Backend.of(operation, array.device());
            int itemsize = array.dtype().itemsize();
            Layout packed = picked.fresh(itemsize);
            Operand read = Result.of(operation, backend, array, array.dtype(), packed, null, fresh -> backend
                    .gather(operation, picked.rows(), picked.axis(), picked.positions(), fresh));
            return read.with(picked.result(packed));
        }
    }

    /**
     * Writes {@code value}, broadcast and converted, to what the parts select, as if it and all positions had been read
     * first. Of positions that come twice the last one counts.
     *
     * @throws io.arrayport.core.error.IndexException if the index is malformed or a position is out of bounds; nothing
     *             has been written then
     * @throws ShapeException if the value does not stretch to what is selected
     * @throws DTypeException as NumPy's TypeError, if a mask of the whole array is to take a value of several axes
     * @throws io.arrayport.core.error.ReadOnlyException if the array may not be written
     * @throws io.arrayport.core.error.CastingException if the value is of records that have other fields
     */
    public static void set(String operation, Operand array, List<? extends Part> parts, Operand value) {
        array.requireWriteable(operation, SELF);
        Promotion.requireCast(operation, value.dtype(), array.dtype(), Casting.UNSAFE);
        Operand mask = mask(array, parts);
        if (mask != null && value.layout().ndim() > 1) {
            throw new DTypeException(operation + ": a mask takes a value of no axis or one, this has shape "
                    + value.shape() + "; make it flat, or let an ellipsis stand before the mask");
        }
        if (mask != null && value.layout().size() == 1) {
            write(operation, array, mask, value);
            return;
        }
        try (Picked picked = Picked.of(operation, array, parts,
                shape -> stretched(operation, value.layout(), shape))) {
            write(operation, array, picked, value);
        }
    }

    /** Writes one element wherever a mask is true. */
    private static void write(String operation, Operand array, Operand mask, Operand value) {
        Backend backend = Backend.of(operation, List.of(array, mask, value));
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(array, mask, value)) {
            Operand one = Rows.apart(backend, Rows.as(backend, value, array.dtype(), owned), array, owned);
            backend.copy(one.with(stretched(operation, one.layout(), array.shape())), array,
                    Rows.apart(backend, mask, array, owned));
        } finally {
            owned.forEach(Storage::close);
        }
    }

    /** Writes to what is picked, as if all had been read first. */
    static void write(String operation, Operand array, Picked picked, Operand value) {
        try (Held _ = Held.of(array, value, picked.positions())) {
            Backend backend = Backend.of(operation, List.of(array, value));
            Operand rows = rows(operation, backend, value, picked, array.dtype());
            backend.scatter(operation, Rows.apart(backend, rows, array, picked.owned()), picked.axis(),
                    Rows.apart(backend, picked.positions(), array, picked.owned()), picked.rows());
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
        Operand typed = Rows.as(backend, value, type, picked.owned());
        Layout stretched = stretched(operation, typed.layout(), picked.shape());
        return Rows.flat(backend, typed.with(picked.turned(stretched)), picked.flat(), picked.owned());
    }

    /** As NumPy's assignment, which also drops axes of length 1 that what is selected does not have. */
    static Layout stretched(String operation, Layout value, Shape shape) {
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
}
