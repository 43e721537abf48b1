package io.arrayport.core;

import java.util.List;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.manipulation.Joins;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.JoinOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.StackOption;

/**
 * Arrays put together. Results are new, of the type that all promote to unless another is named, and have their axes in
 * memory in the order in which the arrays have theirs.
 */
public sealed interface Joining permits Np {
    /** Where arrays of numbers alone are made. */
    Device device();

    /**
     * Arrays one behind the other along an axis that they have, by default the first; with {@code allAxes()} the
     * elements of all in one row, in C order.
     *
     * @param arrays of shapes that differ along that axis only
     * @throws io.arrayport.core.error.ShapeException if there are none, or they do not fit
     * @throws io.arrayport.core.error.CastingException if the casting rule, same_kind unless another is given, does not
     *         allow to convert one to the type that is asked for, or to out's
     */
    default NdArray concatenate(List<NdArray> arrays, JoinOption... options) {
        return Joins.concatenate(arrays, options);
    }

    /** {@link #concatenate} by the array API's name. */
    default NdArray concat(List<NdArray> arrays, JoinOption... options) {
        return Joins.concatenate(arrays, options);
    }

    /**
     * Arrays side by side along a new axis, by default in front: the result's axis of that number.
     *
     * @param arrays of one shape
     * @throws io.arrayport.core.error.ShapeException if there are none, or they are not
     */
    default NdArray stack(List<NdArray> arrays, JoinOption... options) {
        return Joins.stack(arrays, options);
    }

    /** Arrays below one another: along the first axis, those without two counting as rows. */
    default NdArray vstack(List<NdArray> tup, StackOption... options) {
        return Joins.vstack("vstack", tup, options);
    }

    /** {@link #vstack} by its older name. */
    default NdArray rowStack(List<NdArray> tup, StackOption... options) {
        return Joins.vstack("rowStack", tup, options);
    }

    /** Arrays beside one another: along the second axis, or the one that they have. */
    default NdArray hstack(List<NdArray> tup, StackOption... options) {
        return Joins.hstack(tup, options);
    }

    /** Arrays behind one another: along the third axis, which those that lack it get with length 1. */
    default NdArray dstack(List<NdArray> tup) {
        return Joins.dstack(tup);
    }

    /** Arrays along the second axis, those without two counting as columns. */
    default NdArray columnStack(List<NdArray> tup) {
        return Joins.columnStack(tup);
    }

    /**
     * {@code values} behind {@code arr} along an axis; without one, the elements of both in one row. New.
     *
     * @throws io.arrayport.core.error.ShapeException if they differ along another axis
     */
    default NdArray append(NdArray arr, NdArray values, AlongOption... options) {
        return Joins.append(arr, values, options);
    }

    /** A number behind {@code arr}, which is read as one row; int64 or float64 by its class. New. */
    default NdArray append(NdArray arr, Number values) {
        try (NdArray one = Blank.on(arr.device(), Np.np.array(values))) {
            return Joins.append(arr, one);
        }
    }

    /**
     * An array of blocks: those in the innermost lists stand beside one another along the last axis, these along the
     * one before it, and so on. Arrays with fewer axes than lists are deep get further ones in front.
     *
     * @param arrays lists of lists, all of one depth, of arrays and numbers
     * @return new
     * @throws io.arrayport.core.error.ShapeException if a list is empty, not all are of one depth, or arrays do not fit
     */
    default NdArray block(List<?> arrays) {
        return Blocks.join(device(), arrays);
    }

    /** A copy of a block that stands alone. */
    default NdArray block(NdArray arrays) {
        return arrays.copy();
    }
}
