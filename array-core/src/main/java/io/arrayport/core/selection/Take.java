package io.arrayport.core.selection;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.IndexMode;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Held;
import org.jspecify.annotations.Nullable;

/** Reads and writes elements at positions along one axis, or of all elements in C order. */
public final class Take {
    private Take() {}

    /**
     * Returns the elements at {@code indices}, whose axes take the place of the axis: fresh, or {@code out}.
     *
     * @param axis null is all elements in C order
     * @throws IndexException if {@code mode} raises and a position is not there, or no position can be
     * @throws CastingException if there are indices, and they are neither integers nor bools
     */
    public static Operand take(String operation, Operand a, Operand indices, @Nullable Integer axis, IndexMode mode,
            @Nullable Operand out) {
        int along = axis == null ? 0 : Layout.axis(operation, axis, Math.max(1, a.layout().ndim()));
        requireWhole(operation, indices);
        List<Operand> operands = out == null ? List.of(a, indices) : List.of(a, indices, out);
        Backend backend = Backend.of(operation, operands);
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(a, indices, out)) {
            Operand whole = axis == null || a.layout().ndim() == 0
                    ? Rows.flat(backend, a, Shape.of(a.layout().size()), owned) : a;
            long dim = whole.layout().dim(along);
            Operand positions = positions(operation, backend, indices, dim, mode, owned);
            int itemsize = a.dtype().itemsize();
            long[] rows = whole.shape().toArray();
            rows[along] = positions.layout().size();
            Layout packed = Layout.contiguous(Shape.of(rows), itemsize);
            return Result.of(operation, backend, a, a.dtype(),
                    Layout.contiguous(replaced(whole.shape(), along, indices.shape()), itemsize), out,
                    fresh -> backend.gather(operation, whole.with(Rows.first(whole.layout(), along)), along, positions,
                            fresh.with(Rows.first(packed, along))));
        } finally {
            owned.forEach(Storage::close);
        }
    }

    private static Shape replaced(Shape shape, int axis, Shape by) {
        long[] dims = new long[shape.ndim() - 1 + by.ndim()];
        for (int i = 0; i < dims.length; i++) {
            int inside = i - axis;
            dims[i] = inside < 0 ? shape.dim(i)
                    : inside < by.ndim() ? by.dim(inside) : shape.dim(i - by.ndim() + 1);
        }
        return Shape.of(dims);
    }

    /** Returns positions as backends take them. */
    private static Operand positions(String operation, Backend backend, Operand indices, long dim, IndexMode mode,
            List<Storage> owned) {
        Operand longs = Positions.longs(backend, indices, owned);
        return Positions.inside(operation, Positions.flat(backend, longs, owned), dim, mode, owned);
    }

    /**
     * Writes {@code values}, converted and repeated as often as it takes, to positions that count all elements in C
     * order; nothing if there are no values. As if all had been read first.
     *
     * @throws IndexException as for {@link #take}; nothing has been written then
     * @throws CastingException also if the values are records that have other fields
     */
    public static void put(String operation, Operand a, Operand indices, Operand values, IndexMode mode) {
        requireWhole(operation, indices);
        a.requireWriteable(operation, "this array");
        Promotion.requireCast(operation, values.dtype(), a.dtype(), Casting.UNSAFE);
        Backend backend = Backend.of(operation, List.of(a, indices, values));
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(a, indices, values)) {
            long size = a.layout().size();
            Operand at = positions(operation, backend, indices, size, mode, owned);
            long count = at.layout().size();
            if (size == 0 && count > 0) {
                throw new IndexException(operation + ": an array of shape " + a.shape()
                        + " has no elements to be set");
            }
            if (values.layout().size() == 0 || count == 0) {
                return;
            }
            Operand flat = Rows.flat(backend, a, Shape.of(size), owned);
            Operand typed = Rows.cycle(backend, Rows.as(backend, values, a.dtype(), owned), count, owned);
            backend.scatter(operation, Rows.apart(backend, typed, a, owned), 0, Rows.apart(backend, at, a, owned),
                    flat);
            if (flat.storage() != a.storage()) {
                backend.copy(flat.with(Layout.contiguous(a.shape(), a.dtype().itemsize())), a);
            }
        } finally {
            owned.forEach(Storage::close);
        }
    }

    /**
     * Returns {@code array[..., indices[..., i, ...], ...]}: of each line along an axis those elements at which its
     * indices point. Fresh.
     *
     * @param axis counted from the front
     */
    public static Operand along(String operation, Operand array, Operand indices, int axis) {
        requireAlong(operation, array, indices);
        if (areRows(array, indices, axis)) {
            Backend backend = Backend.of(operation, List.of(array, indices));
            try (Held _ = Held.of(array, indices)) {
                return Result.of(operation, backend, array, array.dtype(),
                        Layout.contiguous(indices.shape(), array.dtype().itemsize()), null,
                        fresh -> backend.gatherRows(operation, array, axis, indices, fresh));
            }
        }
        try (Picked picked = Picked.along(operation, array, indices, axis, _ -> {})) {
            return Selection.read(operation, array, picked);
        }
    }

    /** Writes {@code values}, broadcast and converted, to what {@link #along} reads. */
    public static void putAlong(String operation, Operand array, Operand indices, Operand values, int axis) {
        requireAlong(operation, array, indices);
        array.requireWriteable(operation, "this array");
        Promotion.requireCast(operation, values.dtype(), array.dtype(), Casting.UNSAFE);
        if (areRows(array, indices, axis) && values.dtype().equals(array.dtype())
                && values.shape().equals(indices.shape()) && isPacked(values) && areApart(array, indices)
                && areApart(array, values)) {
            try (Held _ = Held.of(array, indices, values)) {
                Backend.of(operation, List.of(array, indices, values)).scatterRows(operation, values, axis, indices,
                        array);
            }
            return;
        }
        try (Picked picked = Picked.along(operation, array, indices, axis,
                shape -> Selection.stretched(operation, values.layout(), shape))) {
            Selection.write(operation, array, picked, values);
        }
    }

    /** Whether numbers and their positions lie row by row, the same number of rows. */
    private static boolean areRows(Operand array, Operand indices, int axis) {
        int last = array.layout().ndim() - 1;
        if (axis != last || last < 1 || !indices.dtype().equals(DType.INT64) || !isPacked(array) || !isPacked(indices)
                || "biufcmM".indexOf(array.dtype().kind()) < 0) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (array.layout().dim(i) != indices.layout().dim(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPacked(Operand operand) {
        return operand.layout().isCContiguous(operand.dtype().itemsize());
    }

    private static boolean areApart(Operand a, Operand b) {
        return a.endAddress() <= b.minAddress() || b.endAddress() <= a.minAddress();
    }

    private static void requireAlong(String operation, Operand array, Operand indices) {
        if ("iu".indexOf(indices.dtype().kind()) < 0) {
            throw new IndexException(operation + ": indices are " + indices.dtype() + ", they must be integers");
        }
        if (indices.layout().ndim() != array.layout().ndim()) {
            throw new ShapeException(operation + ": indices have shape " + indices.shape()
                    + ", which must have as many axes as the array of shape " + array.shape());
        }
    }

    private static void requireWhole(String operation, Operand indices) {
        DType type = indices.dtype();
        if (indices.layout().size() > 0 && !Promotion.canCast(type, DType.INT64, Casting.SAME_KIND)) {
            throw new CastingException(operation + ": indices are " + type
                    + ", which does not cast to int64 by the rule same_kind; convert them with astype(...)");
        }
    }
}
