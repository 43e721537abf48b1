package io.arrayport.core;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.index.Index;
import io.arrayport.core.manipulation.Deletes;
import io.arrayport.core.manipulation.Inserts;
import io.arrayport.core.manipulation.Trims;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.TrimOption;

/** Elements taken out and put in, along an axis that is named or among all elements in C order. */
public sealed interface Editing permits Np {
    /**
     * Without the elements at {@code obj}: a position, a slice, an array of positions, or a mask. New.
     *
     * @throws io.arrayport.core.error.IndexException if a position is out of bounds
     * @throws io.arrayport.core.error.ShapeException if a mask is not as long as the axis
     */
    default NdArray delete(NdArray arr, Index obj, AlongOption... options) {
        return Deletes.delete(arr, obj, options);
    }

    /** Without the element at a position; negative ones count from the end. New. */
    default NdArray delete(NdArray arr, long obj, AlongOption... options) {
        return Deletes.delete(arr, Index.at(obj), options);
    }

    /**
     * With {@code values} before the elements at {@code obj}: a slice, an array of positions, or a mask, counted before
     * anything is inserted. Before several positions each value goes to its own; before a single one go all. New, of
     * {@code arr}'s type, to which values are converted.
     *
     * @param values broadcast
     * @throws io.arrayport.core.error.IndexException if a position is out of bounds
     * @throws io.arrayport.core.error.ShapeException if the values do not fit
     */
    default NdArray insert(NdArray arr, Index obj, NdArray values, AlongOption... options) {
        return Inserts.insert(arr, obj, values, options);
    }

    /** With {@code values} before the element at a position, which may be the length. New. */
    default NdArray insert(NdArray arr, long obj, NdArray values, AlongOption... options) {
        return Inserts.insert(arr, Index.at(obj), values, options);
    }

    /** With a number, of {@code arr}'s type, before each of the elements at {@code obj}. New. */
    default NdArray insert(NdArray arr, Index obj, Number values, AlongOption... options) {
        try (NdArray one = Blank.on(arr.device(), Np.np.array(values, Options.dtype(arr.dtype())))) {
            return Inserts.insert(arr, obj, one, options);
        }
    }

    /** With a number, of {@code arr}'s type, before the element at a position, which may be the length. New. */
    default NdArray insert(NdArray arr, long obj, Number values, AlongOption... options) {
        return insert(arr, Index.at(obj), values, options);
    }

    /**
     * Without the zeros at the ends: those positions of an axis at which all elements are 0. Along all axes, unless the
     * options name some. A view.
     */
    default NdArray trimZeros(NdArray filt, TrimOption... options) {
        return Trims.zeros(filt, options);
    }
}
