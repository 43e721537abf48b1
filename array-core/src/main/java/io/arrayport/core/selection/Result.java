package io.arrayport.core.selection;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import org.jspecify.annotations.Nullable;

/** A new array to be computed, or another one that is to be given the result. */
final class Result {
    interface Step {
        void into(Operand fresh);
    }

    private Result() {}

    /**
     * Returns what {@code step} has filled: {@code out}, as if all had been read before it was written, or a fresh one.
     *
     * @throws ShapeException if {@code out} has another shape
     * @throws CastingException if {@code type} does not cast to {@code out}'s by the rule same_kind
     */
    static Operand of(String operation, Backend backend, Operand beside, DType type, Layout layout,
            @Nullable Operand out, Step step) {
        if (out != null) {
            require(operation, type, layout, out);
        }
        Operand fresh = Operand.of(type, layout,
                backend.allocate(beside.device(), layout.endByte(type.itemsize())));
        boolean done = false;
        try {
            step.into(fresh);
            if (out != null) {
                backend.copy(fresh, out);
            }
            done = out == null;
            return out == null ? fresh : out;
        } finally {
            if (!done) {
                fresh.storage().close();
            }
        }
    }

    private static void require(String operation, DType type, Layout layout, Operand out) {
        if (!out.shape().equals(layout.shape())) {
            throw new ShapeException(operation + ": out has shape " + out.shape() + ", the result " + layout.shape());
        }
        if (!Promotion.canCast(type, out.dtype(), Casting.SAME_KIND)) {
            throw new CastingException(operation + ": the result is " + type + ", which does not cast to out's "
                    + out.dtype() + " by the rule same_kind");
        }
        out.requireWriteable(operation, "out");
    }
}
