package io.arrayport.core.ufunc;

import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Where elements stand, and how many there are. Results are int64 and fresh, owned by the caller and adopted by the
 * ambient scope. All methods throw {@link io.arrayport.core.error.ClosedException} if an operand is closed.
 */
public final class Searches {
    private Searches() {}

    /**
     * Returns where along {@code axis} the greatest or the least element stands: the first of equal ones; the first
     * NaN, if there is one.
     *
     * @param operation named in errors
     * @param extremum {@link Ufuncs#MAXIMUM} or {@link Ufuncs#MINIMUM}
     * @param axis of {@code in}, counted from the front
     * @param out what is written to, of {@code in}'s shape without the axis; null makes a fresh array
     * @throws ShapeException if the axis has no elements, or {@code out} another shape
     * @throws io.arrayport.core.error.ReadOnlyException if {@code out} may not be written
     */
    public static Operand position(String operation, UFunc extremum, Operand in, int axis, @Nullable Operand out) {
        if (in.layout().dim(axis) == 0) {
            throw new ShapeException(operation + ": an operand of shape " + in.shape() + " has no elements along axis "
                    + axis + ", so that none of them is the one");
        }
        Shape shape = in.layout().index(axis, 0).shape();
        List<Operand> operands = out == null ? List.of(in) : List.of(in, out);
        Backend backend = Backend.of(operation, operands);
        if (out != null) {
            if (!out.shape().equals(shape)) {
                throw new ShapeException(
                        operation + ": out has shape " + out.shape() + ", the result " + shape);
            }
            out.requireWriteable(operation, Elementwise.OUT);
        }
        try (Held _ = Held.of(in, out)) {
            Operand positions = longs(backend, in, Layout.contiguous(shape, Long.BYTES),
                    made -> backend.argExtremum(extremum.op(), in, made, axis));
            if (out == null) {
                return positions;
            }
            try (Storage _ = positions.storage()) {
                backend.copy(positions, out);
                return out;
            }
        }
    }

    /** Returns how many elements along {@code axes} are not 0, which NaN is not. */
    public static Operand countNonzero(Operand in, ReduceAxes axes, boolean keepdims) {
        String operation = "countNonzero";
        boolean[] reduced = axes.of(operation, in.layout().ndim());
        Backend backend = Backend.of(operation, in.device());
        Layout kept = Fresh.reduced(reduced, Long.BYTES, in.layout());
        try (Held _ = Held.of(in)) {
            Operand counts = longs(backend, in, kept, made -> {
                backend.fill(made, 0L);
                backend.countNonzero(in, made.with(ReduceCall.stretched(kept, reduced, in.shape())));
            });
            return keepdims ? counts : counts.with(ReduceCall.dropped(kept, reduced));
        }
    }

    /**
     * Returns the positions of the elements that are not 0, in C order: along each axis one operand, 1-d. They are the
     * columns of one array, which they share.
     *
     * @throws ShapeException if {@code in} has no axis
     */
    public static List<Operand> nonzero(Operand in) {
        int ndim = in.layout().ndim();
        if (ndim == 0) {
            throw new ShapeException("nonzero: an operand of shape () has no axis along which elements stand; reshape"
                    + " it to (1)");
        }
        Operand positions = flat(in);
        if (ndim == 1) {
            return List.of(positions);
        }
        try (Storage _ = positions.storage()) {
            Layout table = Layout.contiguous(Shape.of(positions.layout().size(), ndim), Long.BYTES);
            Operand all = longs(Backend.of("nonzero", in.device()), in, table,
                    made -> columns(positions, in.shape(), made));
            return IntStream.range(0, ndim).mapToObj(axis -> all.with(table.index(1, axis))).toList();
        }
    }

    private static void columns(Operand positions, Shape shape, Operand table) {
        long inside = 1;
        for (int axis = shape.ndim() - 1; axis >= 0; axis--) {
            Operand column = table.with(table.layout().index(1, axis));
            long dim = Math.max(shape.dim(axis), 1);
            Ufuncs.FLOOR_DIVIDE.call(List.of(Input.of(positions), Input.of(inside)), Keywords.NONE.withOut(column));
            Ufuncs.REMAINDER.inPlace(column, dim);
            inside *= dim;
        }
    }

    private static Operand flat(Operand in) {
        if (in.dtype() instanceof TimeType type) {
            return flat(new Operand(DType.INT64.withOrder(type.order()), in.layout(), in.storage(), false));
        }
        if (in.dtype().kind() == 'V') {
            Backend backend = Backend.of("nonzero", in.device());
            Operand counts = longs(backend, in, Layout.contiguous(in.shape(), Long.BYTES), made -> {
                backend.fill(made, 0L);
                backend.countNonzero(in, made);
            });
            try (Storage _ = counts.storage()) {
                return flat(counts);
            }
        }
        if (!in.dtype().equals(DType.BOOL)) {
            Operand mask = TextResolver.concerns(List.of(in.dtype())) ? Ufuncs.LOGICAL_AND.call(in, in)
                    : Ufuncs.NOT_EQUAL.call(in, 0);
            try (Storage _ = mask.storage()) {
                return flat(mask);
            }
        }
        try (Held _ = Held.of(in)) {
            return Backend.of("nonzero", in.device()).flatnonzero(in);
        }
    }

    private interface Step {
        void into(Operand made);
    }

    private static Operand longs(Backend backend, Operand beside, Layout layout, Step step) {
        Operand made = Operand.of(DType.INT64, layout,
                backend.allocate(beside.device(), layout.endByte(Long.BYTES)));
        try {
            step.into(made);
            return made;
        } catch (RuntimeException | Error failure) {
            made.storage().close();
            throw failure;
        }
    }
}
