package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Reducible.Stored;
import org.jspecify.annotations.Nullable;

/** Reduces axes by a ufunc of two inputs. */
final class ReduceCall {
    private final UFunc ufunc;
    private final String operation;
    private final Reducible in;
    private final boolean[] reduced;
    private final Reducing keywords;
    private final DType type;
    private final @Nullable Object start;

    private ReduceCall(UFunc ufunc, String operation, Reducible in, boolean[] reduced, Reducing keywords, DType type) {
        this.ufunc = ufunc;
        this.operation = operation;
        this.in = in;
        this.reduced = reduced;
        this.keywords = keywords;
        this.type = type;
        Object initial = keywords.initial();
        if (initial == null) {
            Object identity = ufunc.identity().value(); // a small number: it fits
            this.start = type instanceof StringType && identity != null ? "" : identity;
        } else {
            this.start = initial.equals(Reducing.FIRST) ? null : Scalars.fit(operation, initial, type);
        }
    }

    /**
     * As {@link UFunc#reduce}.
     *
     * @param operation named in errors
     */
    static Operand reduce(UFunc ufunc, String operation, Operand in, ReduceAxes axes, Reducing keywords) {
        return reduce(ufunc, operation, new Stored(in), axes, keywords);
    }

    /** As {@link #reduce(UFunc, String, Operand, ReduceAxes, Reducing)}, of what may be computed on the way. */
    static Operand reduce(UFunc ufunc, String operation, Reducible in, ReduceAxes axes, Reducing keywords) {
        boolean[] reduced = axes.of(operation, in.layout().ndim());
        DType type = type(ufunc, operation, in.dtype(), keywords.dtype(), keywords.out());
        ReduceCall call = new ReduceCall(ufunc, operation, in, reduced, keywords, type);
        return call.run();
    }

    /**
     * Returns the type in which a reduction, or one of its relatives, computes.
     *
     * @throws DTypeException if there is no loop of one type for it
     */
    static DType type(UFunc ufunc, String operation, DType in, @Nullable DType dtype, @Nullable Operand out) {
        if (ufunc.nin() != 2) {
            throw new IllegalArgumentException(operation + ": only a ufunc of two inputs can do that, and "
                    + ufunc.method() + " has " + ufunc.nin());
        }
        DType own = Promotion.nativeOf(in);
        if (dtype instanceof TimeType) {
            throw TimeResolver.unit(operation, dtype);
        }
        if (own instanceof TimeType && !isLogical(ufunc)) {
            return time(ufunc, operation, own);
        }
        DType asked = dtype != null ? dtype
                : isLogical(ufunc) ? DType.BOOL // whatever in and out are
                        : out != null ? Promotion.promoteTypes(in, out.dtype()) : widened(ufunc, own);
        Signature found = ufunc.loops().exact(asked, asked);
        if (found == null && dtype == null) {
            found = Resolver.search(ufunc, List.of(asked, asked));
        }
        if (dtype == null && found != null && !found.isUniform()) {
            found = ufunc.loops().exact(own, own); // comparisons of bools, whatever out is
        }
        if (found == null || !found.isUniform()) {
            throw Resolver.noLoop(ufunc, operation, List.of(asked, asked), asked);
        }
        return found.output();
    }

    /** Times are reduced in their own unit, whatever dtype and out are. */
    private static DType time(UFunc ufunc, String operation, DType own) {
        Signature found = Resolver.search(ufunc, List.of(own, own));
        if (found == null || !found.isUniform()) {
            throw Resolver.noLoop(ufunc, operation, List.of(own, own), null);
        }
        return found.output();
    }

    private static boolean isLogical(UFunc ufunc) {
        return switch (ufunc.op()) {
            case LOGICAL_AND, LOGICAL_OR, LOGICAL_XOR -> true;
            default -> false;
        };
    }

    /** Sums and products of what is narrower than 64 bits are taken in 64. */
    private static DType widened(UFunc ufunc, DType in) {
        boolean sums = ufunc.op() == Op.ADD || ufunc.op() == Op.MULTIPLY;
        if (!sums || in.itemsize() == Long.BYTES) {
            return in;
        }
        return switch (in.kind()) {
            case 'b', 'i' -> DType.INT64;
            case 'u' -> DType.UINT64;
            default -> in;
        };
    }

    private Operand run() {
        Operand out = keywords.out();
        Operand where = keywords.where();
        Elementwise.requireBool(operation, where);
        Backend backend = backend(out, where);
        Operand mask = where == null ? null : mask(where);
        checkOrder();
        Layout kept = mask == null ? Fresh.reduced(reduced, type.itemsize(), in.layout())
                : Fresh.reduced(reduced, type.itemsize(), in.layout(), mask.layout());
        checkStart();
        Layout result = keywords.keepdims() ? kept : dropped(kept, reduced);
        if (out != null) {
            checkOut(out, result.shape());
        }
        if (out == null && where == null) {
            in.beside().storage().acquire();
            try {
                return fresh(backend, kept, null).with(result);
            } finally {
                in.beside().storage().release();
            }
        }
        try (Held _ = Held.of(in.beside(), out, where)) {
            Operand fresh = fresh(backend, kept, mask).with(result);
            if (out == null) {
                return fresh;
            }
            try (Storage _ = fresh.storage()) {
                backend.copy(fresh, out);
                return out;
            }
        }
    }

    private Operand fresh(Backend backend, Layout kept, @Nullable Operand mask) {
        Operand fresh = Operand.of(type, kept, backend.allocate(in.device(), kept.size() * type.itemsize()));
        try {
            compute(backend, fresh, mask);
            return fresh;
        } catch (RuntimeException | Error failure) {
            fresh.storage().close();
            throw failure;
        }
    }

    private Backend backend(@Nullable Operand out, @Nullable Operand where) {
        if (out == null && where == null) {
            return Backend.of(operation, in.device());
        }
        List<Operand> operands = new ArrayList<>(List.of(in.beside()));
        if (out != null) {
            operands.add(out);
        }
        if (where != null) {
            operands.add(where);
        }
        return Backend.of(operation, operands);
    }

    private Operand mask(Operand where) {
        if (start == null) {
            throw new ShapeException(operation + ": " + ufunc.method()
                    + " has no identity, and elements that where leaves out need one; give initial(...)");
        }
        return Elementwise.stretched(where, in.shape());
    }

    private void checkOrder() {
        int count = 0;
        for (boolean one : reduced) {
            count += one ? 1 : 0;
        }
        if (count > 1 && !ufunc.identity().reorderable()) {
            throw new ShapeException(operation + ": the order of elements matters, so that at most one axis can be "
                    + "reduced, not " + count + "; name one with axis(...)");
        }
    }

    /** As NumPy, also where there would be no result either: an axis of length 0 has no first element. */
    private void checkStart() {
        for (int axis = 0; start == null && axis < reduced.length; axis++) {
            if (reduced[axis] && in.layout().dim(axis) == 0) {
                throw new ShapeException(operation + ": an operand of shape " + in.shape()
                        + " has nothing to reduce, and " + ufunc.method() + " has no identity; give initial(...)");
            }
        }
    }

    private void checkOut(Operand out, Shape result) {
        if (!out.shape().equals(result)) {
            throw new ShapeException(operation + ": out has shape " + out.shape() + ", the result " + result
                    + (keywords.keepdims() ? ", reduced axes kept" : ""));
        }
        out.requireWriteable(operation, Elementwise.OUT);
    }

    private void compute(Backend backend, Operand out, @Nullable Operand mask) {
        if (start != null) {
            backend.fill(out, start);
            fold(backend, in, out, mask);
        } else if (in.layout().size() > 0) {
            in.first(reduced).copy(backend, out);
            if (ufunc.identity().value() == null && several(in.layout()) || !(in instanceof Stored stored)) {
                fold(backend, in, out, mask); // the first again, which no minimum or maximum minds
            } else {
                foldRest(backend, stored, out);
            }
        }
    }

    private void fold(Backend backend, Reducible elements, Operand out, @Nullable Operand mask) {
        elements.fold(backend, ufunc.op(), out.with(stretched(out.layout(), reduced, elements.shape())), mask);
    }

    /** Folds all but the first, in a box for each reduced axis: behind the first there, at it on the axes before. */
    private void foldRest(Backend backend, Stored all, Operand out) {
        Layout box = all.layout();
        for (int axis = 0; axis < reduced.length; axis++) {
            if (reduced[axis] && all.layout().dim(axis) > 1) {
                fold(backend, all.with(box.slice(axis, 1L, null, 1L)), out, null);
                box = box.slice(axis, 0L, 1L, 1L);
            }
        }
    }

    private boolean several(Layout layout) {
        int count = 0;
        for (int axis = 0; axis < reduced.length; axis++) {
            count += reduced[axis] && layout.dim(axis) > 1 ? 1 : 0;
        }
        return count > 1;
    }

    /** Returns the layout of a result, seen with the shape of what is reduced: stride 0 along the reduced axes. */
    static Layout stretched(Layout out, boolean[] reduced, Shape shape) {
        long[] strides = out.strides();
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = reduced[axis] ? 0 : strides[axis];
        }
        return Layout.of(shape, strides, 0);
    }

    /** Returns the layout of a result without the reduced axes. */
    static Layout dropped(Layout kept, boolean[] reduced) {
        Layout layout = kept;
        for (int axis = reduced.length - 1; axis >= 0; axis--) {
            layout = reduced[axis] ? layout.index(axis, 0) : layout;
        }
        return layout;
    }
}
