package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.index.IndexMode;

/** Choosing elements by number or by condition. */
public sealed interface ArraySelection permits NdArray {
    /**
     * The elements at positions along an axis, or of all elements in C order: a new array, or {@code out}, in which the
     * axes of {@code indices} stand where that axis was.
     *
     * @throws io.arrayport.core.error.IndexException if a position is not there, unless {@code mode} says what then
     * @throws io.arrayport.core.error.CastingException if indices are neither integers nor bools
     */
    default NdArray take(NdArray indices, TakeOption... options) {
        return Choosing.take((NdArray) this, indices, options);
    }

    /**
     * Sets the elements at {@code indices}, which count all elements in C order, to {@code values}, repeated as often
     * as it takes and converted as {@link NdArray#astype} converts.
     *
     * @throws io.arrayport.core.error.IndexException as {@link #take}; nothing has been written then
     */
    default void put(NdArray indices, NdArray values, PutOption... options) {
        Choosing.put((NdArray) this, indices, values, options);
    }

    /** As {@link #put(NdArray, NdArray, PutOption...)}, all to one number. */
    default void put(NdArray indices, Number values, PutOption... options) {
        Choosing.put((NdArray) this, indices, values, options);
    }

    /**
     * The parts of an axis, or of all elements in C order, where {@code condition} is true: a new array, or
     * {@code out}.
     *
     * @param condition 1-d; the axis may be longer
     * @throws io.arrayport.core.error.IndexException if it is true beyond the axis
     */
    default NdArray compress(NdArray condition, CompressOption... options) {
        return Choosing.compress(condition, (NdArray) this, options);
    }

    /**
     * At each place the element of that array of {@code choices} that this one has the number of, all broadcast: a new
     * array, or {@code out}.
     *
     * @param choices arrays, and numbers, which take the width of the arrays
     * @throws IllegalArgumentException if there is no choice of a number, unless {@code mode} says what then:
     *             {@link IndexMode#WRAP} or {@link IndexMode#CLIP}
     */
    default NdArray choose(List<?> choices, ChooseOption... options) {
        return Choosing.choose((NdArray) this, choices, options);
    }
}
