package io.arrayport.core.ufunc;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.WeakKind;

/** What a ufunc takes as an argument. */
public sealed interface Input {

    /** Returns {@code operand} as an input. */
    static Input of(Operand operand) {
        return new Array(operand);
    }

    /**
     * Returns a Java number as an input.
     *
     * @throws io.arrayport.core.error.DTypeException if it is of none of {@link WeakKind}'s classes
     */
    static Input of(Object number) {
        return new Weak(number);
    }

    /** An array, whose type counts in full; 0-d arrays too. */
    record Array(Operand operand) implements Input {}

    /**
     * A number that lends the result its kind and takes the width from the arrays that it meets (NEP 50).
     *
     * @param value of one of {@link WeakKind}'s classes
     */
    record Weak(Object value) implements Input {
        public Weak {
            WeakKind.of(value);
        }
    }
}
