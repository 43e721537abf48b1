package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import org.jspecify.annotations.Nullable;

/**
 * What a backend computes while floating-point errors are looked for: operands before, results afterwards, on a device
 * by a copy of theirs in main memory.
 *
 * @param operation named in errors
 */
public record Watched(String operation, FloatErrors errors) {
    /** Computes element by element, and does what is asked about errors. */
    public void elementwise(Op op, Signature signature, List<Operand> inputs, Operand out, @Nullable Operand where,
            Runnable compute) {
        try (FloatWatch watch = FloatWatch.elementwise(op, signature, inputs)) {
            compute.run();
            watch.look(out, where).act(operation, errors);
        }
    }

    /** Computes many elements into one, as {@link #elementwise}. */
    public void fold(Op op, List<Operand> inputs, Operand out, Runnable compute) {
        FoldWatch watch = FoldWatch.of(op, inputs);
        compute.run();
        watch.look(out).act(operation, errors);
    }
}
