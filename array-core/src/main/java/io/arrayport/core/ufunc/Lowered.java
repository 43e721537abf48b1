package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Program;
import io.arrayport.core.dtype.DType;
import org.jspecify.annotations.Nullable;

/**
 * An expression with the types of its arguments resolved.
 *
 * @param types of each part of the graph, in native order; null where it is a weak number
 * @param stages what is computed one after the other: the elements of each reduction, then the result, unless that is
 *        a reduction itself
 */
record Lowered(@Nullable DType[] types, List<Stage> stages) {
    /** The mask of {@code where}, among arrays. */
    static final int MASK = -1;
    /** What is written to, among arrays: it keeps what it has where the mask is false. */
    static final int OUT = -2;

    /**
     * A number that all elements share.
     *
     * @param parameter which argument it is, -1 if it is {@code value}
     * @param value as it was given
     */
    record Scalar(int parameter, Object value, String operation, DType type) {}

    /** What is computed at once. */
    static final class Stage {
        /** The reduction that takes its elements; -1 if they are the result. */
        final int reduction;
        /** The part that it computes. */
        final int node;
        /** For each array of the program the part that it is: a parameter or a reduction; MASK or OUT. */
        final int[] arrays;
        final List<Scalar> numbers;
        final Program program;
        private volatile @Nullable Ready ready;

        private record Ready(Backend backend, Fusion fusion) {}

        Stage(int reduction, int node, int[] arrays, List<Scalar> numbers, Program program) {
            this.reduction = reduction;
            this.node = node;
            this.arrays = arrays;
            this.numbers = numbers;
            this.program = program;
        }

        @SuppressWarnings("ReferenceEquality") // another backend compiles anew
        Fusion fusion(Backend backend) {
            Ready known = ready;
            if (known == null || known.backend() != backend) {
                known = new Ready(backend, backend.fusion(program));
                ready = known;
            }
            return known.fusion();
        }
    }
}
