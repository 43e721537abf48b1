package io.arrayport.core.selection;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.index.Index;

/** One part of an index, its arrays as operations see them. */
public sealed interface Part {
    /** What strides can say. */
    record Plain(Index.Basic index) implements Part {}

    /** Positions of an axis, or bools over as many axes as they have. */
    record Array(Operand operand) implements Part {
        boolean isMask() {
            return operand.dtype().kind() == 'b';
        }

        /** How many axes of the array it takes the place of. */
        int axes() {
            return isMask() ? operand.layout().ndim() : 1;
        }

        /** Whether it is one position, which stands for a number. */
        boolean isPosition() {
            return !isMask() && operand.layout().ndim() == 0;
        }
    }
}
