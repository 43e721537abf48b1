package io.arrayport.core;

import io.arrayport.core.ndarray.CloseOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.numeric.Closeness;
import io.arrayport.core.numeric.Equality;

/** Whether arrays are the same, or nearly. */
public sealed interface Comparing permits Np {
    /**
     * Whether numbers are apart by no more than {@code atol + rtol * |b|}, broadcast: new, of bools. NaN is close to
     * nothing unless {@code equalNan(true)} is given, infinity to itself.
     *
     * @throws io.arrayport.core.error.DTypeException if the types have no floats in common
     */
    default NdArray isclose(NdArray a, NdArray b, CloseOption... options) {
        return Closeness.of("isclose", options).compare(a, b);
    }

    /** As {@link #isclose(NdArray, NdArray, CloseOption...)} with a weak number. */
    default NdArray isclose(NdArray a, Number b, CloseOption... options) {
        return Closeness.of("isclose", options).compare(a, b);
    }

    /** As {@link #isclose(NdArray, NdArray, CloseOption...)} of a weak number. */
    default NdArray isclose(Number a, NdArray b, CloseOption... options) {
        return Closeness.of("isclose", options).compare(a, b);
    }

    /** Whether all numbers are close, as {@link #isclose(NdArray, NdArray, CloseOption...)} has it. */
    default boolean allclose(NdArray a, NdArray b, CloseOption... options) {
        try (NdArray close = Closeness.of("allclose", options).compare(a, b); NdArray all = close.all()) {
            return all.getBoolean();
        }
    }

    /** As {@link #allclose(NdArray, NdArray, CloseOption...)} with a weak number. */
    default boolean allclose(NdArray a, Number b, CloseOption... options) {
        try (NdArray close = Closeness.of("allclose", options).compare(a, b); NdArray all = close.all()) {
            return all.getBoolean();
        }
    }

    /** Whether shapes are the same, and so are all elements. */
    default boolean arrayEqual(NdArray a1, NdArray a2) {
        return Equality.equal(a1, a2, false);
    }

    /** As {@link #arrayEqual(NdArray, NdArray)}; {@code equalNan} says whether NaN is the same as NaN. */
    default boolean arrayEqual(NdArray a1, NdArray a2, boolean equalNan) {
        return Equality.equal(a1, a2, equalNan);
    }

    /** Whether shapes can be broadcast to one, and all elements are the same then. */
    default boolean arrayEquiv(NdArray a1, NdArray a2) {
        return Equality.equivalent(a1, a2);
    }
}
