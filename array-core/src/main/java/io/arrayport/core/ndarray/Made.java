package io.arrayport.core.ndarray;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;

/** A new array that a backend fills from another one. */
final class Made {
    /** Writes what was made. */
    interface Step {
        void into(Backend backend, Operand made);
    }

    private Made() {}

    /**
     * Holds {@code source}, which the step reads only, until that is done; if it fails, nothing is left.
     *
     * @param operation named in errors
     */
    static NdArray of(String operation, NdArray source, DType type, Layout layout, Step step) {
        source.storage().acquireReading();
        try {
            Backend backend = Backend.of(operation, source.device());
            Operand made = Operand.of(type, layout,
                    backend.allocate(source.device(), layout.endByte(type.itemsize())));
            boolean done = false;
            try {
                step.into(backend, made);
                done = true;
                return NdArray.fresh(made);
            } finally {
                if (!done) {
                    made.storage().close();
                }
            }
        } finally {
            source.storage().releaseReading();
        }
    }
}
