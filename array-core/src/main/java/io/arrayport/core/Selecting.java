package io.arrayport.core;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.indexing.Coordinates;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.ChooseOption;
import io.arrayport.core.ndarray.Choosing;
import io.arrayport.core.ndarray.CompressOption;
import io.arrayport.core.ndarray.LayoutOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PutOption;
import io.arrayport.core.ndarray.RavelOption;
import io.arrayport.core.ndarray.TakeOption;

/** NumPy's chapter "indexing routines": choosing elements by number or by condition, and what positions mean. */
public sealed interface Selecting permits Np {
    /** See {@link NdArray#take}. */
    default NdArray take(NdArray a, NdArray indices, TakeOption... options) {
        return a.take(indices, options);
    }

    /** See {@link NdArray#put(NdArray, NdArray, PutOption...)}. */
    default void put(NdArray a, NdArray ind, NdArray v, PutOption... options) {
        a.put(ind, v, options);
    }

    /** See {@link NdArray#put(NdArray, Number, PutOption...)}. */
    default void put(NdArray a, NdArray ind, Number v, PutOption... options) {
        a.put(ind, v, options);
    }

    /** See {@link NdArray#choose}; here choices may be lists of numbers as well. */
    default NdArray choose(NdArray a, List<?> choices, ChooseOption... options) {
        List<NdArray> made = new ArrayList<>();
        try {
            List<Object> arrays = new ArrayList<>();
            for (Object choice : choices) {
                if (choice instanceof List<?> numbers) {
                    made.add(Nested.array(a.device(), numbers));
                    arrays.add(made.getLast());
                } else {
                    arrays.add(choice);
                }
            }
            return a.choose(arrays, options);
        } finally {
            made.forEach(NdArray::close);
        }
    }

    /** See {@link NdArray#compress}. */
    default NdArray compress(NdArray condition, NdArray a, CompressOption... options) {
        return a.compress(condition, options);
    }

    /**
     * The elements of {@code arr}, in C order, where {@code condition} is not 0: a new array of one axis.
     *
     * @throws io.arrayport.core.error.IndexException if it is not 0 beyond the elements
     */
    default NdArray extract(NdArray condition, NdArray arr) {
        return Choosing.extract(condition, arr);
    }

    /**
     * Sets the elements of {@code arr} where {@code mask} is not 0 to those of {@code vals}, one after the other in C
     * order and repeated as often as it takes.
     *
     * @throws io.arrayport.core.error.ShapeException if mask and array differ in size, or there are no values
     * @throws io.arrayport.core.error.CastingException if values do not cast safely
     */
    default void place(NdArray arr, NdArray mask, NdArray vals) {
        Choosing.place(arr, mask, vals);
    }

    /** As {@link #place(NdArray, NdArray, NdArray)}, all to one number. */
    default void place(NdArray arr, NdArray mask, Number vals) {
        Choosing.place(arr, mask, vals);
    }

    /** As {@link #place(NdArray, NdArray, NdArray)}, with numbers that the array's type must hold. */
    default void place(NdArray arr, NdArray mask, List<?> vals) {
        try (NdArray values = Nested.array(arr.device(), vals, arr.dtype())) {
            Choosing.place(arr, mask, values);
        }
    }

    /**
     * Sets the elements of {@code a} where {@code mask} is not 0 to those of {@code values} that stand at the same
     * position in C order, repeated as often as it takes; otherwise as {@link #place(NdArray, NdArray, NdArray)}.
     */
    default void putmask(NdArray a, NdArray mask, NdArray values) {
        Choosing.putmask(a, mask, values);
    }

    /** As {@link #putmask(NdArray, NdArray, NdArray)}, all to one number. */
    default void putmask(NdArray a, NdArray mask, Number values) {
        Choosing.putmask(a, mask, values);
    }

    /** As {@link #putmask(NdArray, NdArray, NdArray)}, with numbers that the array's type must hold. */
    default void putmask(NdArray a, NdArray mask, List<?> values) {
        try (NdArray array = Nested.array(a.device(), values, a.dtype())) {
            Choosing.putmask(a, mask, array);
        }
    }

    /**
     * Of each line along an axis, by default the last, those elements at which the same line of {@code indices} points:
     * what {@code argsort} gives, sorts. A new array.
     *
     * @param indices integers; its other axes broadcast with those of {@code arr}
     * @throws io.arrayport.core.error.IndexException if a position is not there
     */
    default NdArray takeAlongAxis(NdArray arr, NdArray indices, AlongOption... options) {
        return Choosing.takeAlongAxis(arr, indices, options);
    }

    /** Sets what {@link #takeAlongAxis} reads to {@code values}, broadcast and converted. */
    default void putAlongAxis(NdArray arr, NdArray indices, NdArray values, AlongOption... options) {
        Choosing.putAlongAxis(arr, indices, values, options);
    }

    /** See {@link NdArray#nonzero}. */
    default List<NdArray> where(NdArray condition) {
        return condition.nonzero();
    }

    /**
     * The elements of {@code x} where {@code condition} is not 0, those of {@code y} elsewhere, all broadcast: a new
     * array of the type that both promote to.
     */
    default NdArray where(NdArray condition, NdArray x, NdArray y) {
        return Choosing.where(condition, x, y);
    }

    /** As {@link #where(NdArray, NdArray, NdArray)} with a weak number. */
    default NdArray where(NdArray condition, NdArray x, Number y) {
        return Choosing.where(condition, x, y);
    }

    /** As {@link #where(NdArray, NdArray, NdArray)} with a weak number. */
    default NdArray where(NdArray condition, Number x, NdArray y) {
        return Choosing.where(condition, x, y);
    }

    /** As {@link #where(NdArray, NdArray, NdArray)} with a weak complex number. */
    default NdArray where(NdArray condition, NdArray x, Complex y) {
        return Choosing.where(condition, x, y);
    }

    /** As {@link #where(NdArray, NdArray, NdArray)} with a weak complex number. */
    default NdArray where(NdArray condition, Complex x, NdArray y) {
        return Choosing.where(condition, x, y);
    }

    /** As {@link #where(NdArray, NdArray, NdArray)} with two numbers. */
    default NdArray where(NdArray condition, Number x, Number y) {
        return Choosing.where(condition, x, y);
    }

    /**
     * The positions of the elements that are not 0, in C order: one row for each, one column for each axis; int64, a
     * new array.
     */
    default NdArray argwhere(NdArray a) {
        return Coordinates.argwhere(a);
    }

    /** Where elements are not 0, counted in C order: int64, a new array. */
    default NdArray flatnonzero(NdArray a) {
        return Coordinates.flatnonzero(a);
    }

    /**
     * Positions of several axes that select together every combination, as an index of these arrays does: the i-th has
     * length 1 along all axes but the i-th. Views; of bools, where they are true.
     *
     * @param args 1-d
     */
    default List<NdArray> ix_(NdArray... args) {
        return Coordinates.mesh(args);
    }

    /**
     * Positions that count all elements of a shape, made of positions along its axes: int64, a new array.
     *
     * @param multiIndex of each axis one, broadcast
     * @throws IllegalArgumentException if a position is not there, and {@code mode} raises; none counts from the end
     */
    default NdArray ravelMultiIndex(List<NdArray> multiIndex, Shape dims, RavelOption... options) {
        return Coordinates.ravel(multiIndex, dims, options);
    }

    /** As {@link #ravelMultiIndex(List, Shape, RavelOption...)}, with positions of an axis in each row of an array. */
    default NdArray ravelMultiIndex(NdArray multiIndex, Shape dims, RavelOption... options) {
        return Coordinates.ravel(multiIndex, dims, options);
    }

    /**
     * Positions along the axes of a shape, made of positions that count its elements: of each axis one, int64. These
     * are views of one new array: closing one of them closes all.
     *
     * @throws IllegalArgumentException if a position is not there; none counts from the end
     */
    default List<NdArray> unravelIndex(NdArray indices, Shape shape, LayoutOption... options) {
        return Coordinates.unravel(indices, shape, options);
    }
}
