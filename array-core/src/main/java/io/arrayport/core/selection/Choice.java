package io.arrayport.core.selection;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.index.IndexMode;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Held;
import org.jspecify.annotations.Nullable;

/** Each element from one of several arrays, chosen by number. */
public final class Choice {
    private static final String OPERATION = "choose";

    private Choice() {}

    /**
     * Returns at each place the element of the array that {@code which} names there; all broadcast. Fresh, or
     * {@code out}.
     *
     * @param choices not empty
     * @param type of the result
     * @throws IllegalArgumentException if {@code mode} raises and there is no choice of a number
     */
    public static Operand of(Operand which, List<Operand> choices, DType type, IndexMode mode,
            @Nullable Operand out) {
        if (!Promotion.canCast(which.dtype(), DType.INT64, Casting.SAFE)) {
            throw new CastingException(OPERATION + ": the numbers of choices are " + which.dtype()
                    + ", which does not cast safely to int64; convert them with astype(...)");
        }
        if (choices.isEmpty()) {
            throw new IllegalArgumentException(OPERATION + ": there is nothing to choose from");
        }
        List<Operand> all = new ArrayList<>(choices);
        all.add(which);
        Shape shape = Shape.broadcast(OPERATION, all.stream().map(Operand::shape).toArray(Shape[]::new));
        if (out != null) {
            all.add(out);
        }
        Backend backend = Backend.of(OPERATION, all);
        List<Storage> owned = new ArrayList<>();
        try (Held _ = Held.of(all.toArray(Operand[]::new))) {
            Operand numbers = Positions.inside(OPERATION, Positions.longs(backend, which, owned), choices.size(), mode,
                    owned);
            List<Operand> typed = new ArrayList<>();
            for (Operand choice : choices) {
                Operand same = Rows.as(backend, choice, type, owned);
                typed.add(same.with(same.layout().broadcastTo(shape)));
            }
            return Result.of(OPERATION, backend, which, type, Layout.contiguous(shape, type.itemsize()), out,
                    fresh -> backend.choose(OPERATION, numbers.with(numbers.layout().broadcastTo(shape)), typed,
                            fresh));
        } finally {
            owned.forEach(Storage::close);
        }
    }
}
