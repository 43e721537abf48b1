package io.arrayport.core.selection;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.IndexMode;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Held;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/** Reads and writes elements where something is true. Whatever is not 0 counts as true, NaN too. */
public final class Masks {
    private Masks() {}

    /**
     * Returns {@code a} where {@code condition} is true and {@code b} elsewhere, in {@code type}; all broadcast. Fresh.
     */
    public static Operand where(String operation, Operand condition, Operand a, Operand b, DType type) {
        Shape shape = Shape.broadcast(operation, condition.shape(), a.shape(), b.shape());
        Backend backend = Backend.of(operation, List.of(condition, a, b));
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(condition, a, b)) {
            Operand mask = stretched(truths(backend, condition, owned), shape);
            Operand left = stretched(Rows.as(backend, a, type, owned), shape);
            Operand right = stretched(Rows.as(backend, b, type, owned), shape);
            Layout layout = Fresh.like(shape, type.itemsize(), mask.layout(), left.layout(), right.layout());
            return Result.of(operation, backend, condition, type, layout, null,
                    fresh -> backend.choose(mask, left, right, fresh));
        } finally {
            owned.forEach(Storage::close);
        }
    }

    private static Operand stretched(Operand operand, Shape shape) {
        return operand.shape().equals(shape) ? operand : operand.with(operand.layout().broadcastTo(shape));
    }

    /** Returns bools: {@code in} itself, or where it is not 0. */
    static Operand truths(Backend backend, Operand in, List<Storage> owned) {
        if (in.dtype().equals(DType.BOOL)) {
            return in;
        }
        if (in.dtype() instanceof TextType || in.dtype() instanceof StringType) {
            return Rows.as(backend, in, DType.BOOL, owned);
        }
        Operand counts = in.dtype() instanceof TimeType type
                ? new Operand(DType.INT64.withOrder(type.order()), in.layout(), in.storage(), false) : in;
        Operand truths = Ufuncs.NOT_EQUAL.call(counts, 0);
        owned.add(truths.storage());
        return truths;
    }

    /**
     * Returns the elements along an axis, or of all in C order, where {@code condition} is true.
     *
     * @param condition 1-d, not longer than the axis unless false there
     */
    public static Operand compress(String operation, Operand condition, Operand a, @Nullable Integer axis,
            @Nullable Operand out) {
        if (condition.layout().ndim() != 1) {
            throw new ShapeException(operation + ": the condition has shape " + condition.shape() + ", it must be 1-d");
        }
        Backend backend = Backend.of(operation, List.of(condition, a));
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(condition)) {
            Operand positions = backend.flatnonzero(truths(backend, condition, owned));
            owned.add(positions.storage());
            return Take.take(operation, a, positions, axis, IndexMode.RAISE, out);
        } finally {
            owned.forEach(Storage::close);
        }
    }

    /**
     * Sets {@code a} where {@code mask} is true to the elements of {@code values} at the same position, counted in C
     * order; values are repeated as often as it takes. As if all had been read first.
     *
     * @throws ShapeException if mask and array differ in size
     * @throws CastingException if values do not cast safely
     */
    public static void putmask(String operation, Operand a, Operand mask, Operand values) {
        requireCast(operation, values, a, mask);
        Backend backend = Backend.of(operation, List.of(a, mask, values));
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(a, mask, values)) {
            if (a.layout().size() == 0 || values.layout().size() == 0) {
                return;
            }
            Operand truths = Rows.flat(backend, truths(backend, mask, owned), a.shape(), owned);
            Operand cycle = Rows.flat(backend, Rows.cycle(backend, Rows.as(backend, values, a.dtype(), owned),
                    a.layout().size(), owned), a.shape(), owned);
            backend.copy(Rows.apart(backend, cycle, a, owned), a, Rows.apart(backend, truths, a, owned));
        } finally {
            owned.forEach(Storage::close);
        }
    }

    /**
     * Sets {@code a} where {@code mask} is true to the elements of {@code values} one after the other, repeated as
     * often as it takes; otherwise as {@link #putmask}.
     *
     * @throws ShapeException also if there are no values, and the mask is somewhere true
     */
    public static void place(String operation, Operand a, Operand mask, Operand values) {
        requireCast(operation, values, a, mask);
        Backend backend = Backend.of(operation, List.of(a, mask, values));
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(a, mask, values)) {
            Operand positions = backend.flatnonzero(truths(backend, mask, owned));
            owned.add(positions.storage());
            if (positions.layout().size() > 0 && values.layout().size() == 0) {
                throw new ShapeException(operation + ": there are no values to set " + positions.layout().size()
                        + " elements to");
            }
            Take.put(operation, a, positions, values, IndexMode.RAISE);
        } finally {
            owned.forEach(Storage::close);
        }
    }

    private static void requireCast(String operation, Operand values, Operand a, Operand mask) {
        if (mask.layout().size() != a.layout().size()) {
            throw new ShapeException(operation + ": the mask has shape " + mask.shape() + ", which has not as many"
                    + " elements as the array of shape " + a.shape());
        }
        if (!Promotion.canCast(values.dtype(), a.dtype(), Casting.SAFE)) {
            throw new CastingException(operation + ": values are " + values.dtype() + ", which does not cast safely to "
                    + a.dtype() + "; convert them with astype(...)");
        }
        a.requireWriteable(operation, "this array");
    }
}
