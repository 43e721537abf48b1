package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/** Reductions of parts of one axis: of all that begin at its start, or of those that indices cut out. */
final class PartialCall {
    private PartialCall() {}

    /**
     * As {@link UFunc#accumulate}.
     *
     * @param operation named in errors
     */
    static Operand accumulate(UFunc ufunc, String operation, Operand in, int axis, @Nullable DType dtype,
            @Nullable Operand out) {
        int along = axis(operation, in, axis);
        DType type = ReduceCall.type(ufunc, operation, in.dtype(), dtype, out);
        Layout layout = Fresh.like(in.shape(), type.itemsize(), in.layout());
        return into(operation, in, type, layout, out,
                (backend, result) -> backend.accumulate(ufunc.op(), in, result, along));
    }

    /**
     * As {@link UFunc#reduceat}.
     *
     * @param operation named in errors
     */
    static Operand reduceat(UFunc ufunc, String operation, Operand in, Operand indices, int axis,
            @Nullable DType dtype, @Nullable Operand out) {
        int along = axis(operation, in, axis);
        DType type = ReduceCall.type(ufunc, operation, in.dtype(), dtype, out);
        if (indices.layout().ndim() != 1) {
            throw new ShapeException(operation + ": indices have shape " + indices.shape() + ", they must be 1-d");
        }
        if (!Promotion.canCast(indices.dtype(), DType.INT64, Casting.SAFE)) {
            throw new CastingException(operation + ": indices are " + indices.dtype()
                    + ", which does not cast safely to int64; convert them with astype(...)");
        }
        long[] dims = in.shape().toArray();
        dims[along] = indices.layout().size();
        long[] strides = in.layout().strides();
        strides[along] = 0; // as NumPy: the indices' axis stays where it stands, whatever the input's order
        Layout order = Layout.of(in.shape(), strides, 0);
        Layout layout = Fresh.like(Shape.of(dims), type.itemsize(), order);
        try (Whole starts = Whole.of(operation, indices)) {
            return into(operation, in, type, layout, out,
                    (backend, result) -> backend.reduceat(operation, ufunc.op(), in, starts.operand(), result, along));
        }
    }

    /** As NumPy's TypeError: a 0-d array is of a kind that nothing goes along. */
    private static int axis(String operation, Operand in, int axis) {
        int ndim = in.layout().ndim();
        if (ndim == 0 && (axis == 0 || axis == -1)) {
            throw new DTypeException(operation + ": an array of shape () has no axis to go along; give it one with"
                    + " reshape(1)");
        }
        return Layout.axis(operation, axis, ndim);
    }

    private static Operand into(String operation, Operand in, DType type, Layout layout, @Nullable Operand out,
            BiConsumer<Backend, Operand> compute) {
        List<Operand> operands = new ArrayList<>(List.of(in));
        if (out != null) {
            operands.add(out);
            if (!out.shape().equals(layout.shape())) {
                throw new ShapeException(operation + ": out has shape " + out.shape() + ", the result "
                        + layout.shape());
            }
            out.requireWriteable(operation, Elementwise.OUT);
        }
        Backend backend = Backend.of(operation, operands);
        try (Held _ = Held.of(in, out)) {
            Storage storage = backend.allocate(in.device(), layout.endByte(type.itemsize()));
            Operand fresh = Operand.of(type, layout, storage);
            boolean done = false;
            try {
                compute.accept(backend, fresh);
                if (out != null) {
                    backend.copy(fresh, out);
                }
                done = out == null;
                return out == null ? fresh : out;
            } finally {
                if (!done) {
                    storage.close();
                }
            }
        }
    }
}
