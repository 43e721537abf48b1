package io.arrayport.core;

import java.util.List;

import io.arrayport.core.manipulation.Splits;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.NdArray;

/** Arrays cut along an axis, by default the first. All parts are views. */
public sealed interface Splitting permits Np {
    /**
     * Cut into parts of one length.
     *
     * @throws io.arrayport.core.error.ShapeException if the axis does not divide
     */
    default List<NdArray> split(NdArray ary, long indicesOrSections, AlongOption... options) {
        return Splits.equal("split", ary, indicesOrSections, options);
    }

    /** Cut before each of these positions; those beyond an end leave parts of length 0. */
    default List<NdArray> split(NdArray ary, long[] indicesOrSections, AlongOption... options) {
        return Splits.at("split", ary, indicesOrSections, options);
    }

    /** Cut into so many parts, the first of which are longer by one where the axis does not divide. */
    default List<NdArray> arraySplit(NdArray ary, long indicesOrSections, AlongOption... options) {
        return Splits.sections("arraySplit", ary, indicesOrSections, options);
    }

    /** See {@link #split(NdArray, long[], AlongOption...)}. */
    default List<NdArray> arraySplit(NdArray ary, long[] indicesOrSections, AlongOption... options) {
        return Splits.at("arraySplit", ary, indicesOrSections, options);
    }

    /** {@link #split(NdArray, long, AlongOption...)} along the second axis, or the one that there is. */
    default List<NdArray> hsplit(NdArray ary, long indicesOrSections) {
        return split(ary, indicesOrSections, Splits.named("hsplit", ary, 1, ary.ndim() > 1 ? 1 : 0));
    }

    /** {@link #split(NdArray, long[], AlongOption...)} along the second axis, or the one that there is. */
    default List<NdArray> hsplit(NdArray ary, long[] indicesOrSections) {
        return split(ary, indicesOrSections, Splits.named("hsplit", ary, 1, ary.ndim() > 1 ? 1 : 0));
    }

    /** {@link #split(NdArray, long, AlongOption...)} along the first of at least two axes. */
    default List<NdArray> vsplit(NdArray ary, long indicesOrSections) {
        return split(ary, indicesOrSections, Splits.named("vsplit", ary, 2, 0));
    }

    /** {@link #split(NdArray, long[], AlongOption...)} along the first of at least two axes. */
    default List<NdArray> vsplit(NdArray ary, long[] indicesOrSections) {
        return split(ary, indicesOrSections, Splits.named("vsplit", ary, 2, 0));
    }

    /** {@link #split(NdArray, long, AlongOption...)} along the third axis. */
    default List<NdArray> dsplit(NdArray ary, long indicesOrSections) {
        return split(ary, indicesOrSections, Splits.named("dsplit", ary, 3, 2));
    }

    /** {@link #split(NdArray, long[], AlongOption...)} along the third axis. */
    default List<NdArray> dsplit(NdArray ary, long[] indicesOrSections) {
        return split(ary, indicesOrSections, Splits.named("dsplit", ary, 3, 2));
    }

    /**
     * The subarrays along an axis, which they lack.
     *
     * @throws io.arrayport.core.error.ShapeException if there is no axis
     */
    default List<NdArray> unstack(NdArray x, AlongOption... options) {
        return Splits.unstack(x, options);
    }
}
