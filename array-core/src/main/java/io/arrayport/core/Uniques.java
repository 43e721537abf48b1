package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.SetResult.ReturnCounts;
import io.arrayport.core.ndarray.SetResult.ReturnIndex;
import io.arrayport.core.ndarray.SetResult.ReturnInverse;
import io.arrayport.core.ndarray.UniqueOption;
import io.arrayport.core.sorting.Unique;

/**
 * Each element once, in order. What is wanted besides is named between the array and the options:
 * {@code np.unique(a, returnIndex(), returnCounts())} is a list of the elements, where each stands first, and how often
 * it comes. Positions and counts are int64, new arrays all of them.
 *
 * <p>With an axis, the subarrays along it are the elements, of which the first numbers count most.
 */
public sealed interface Uniques permits Np {
    /** Each element once, in order. NaN is one element, unless {@code equalNan(false)}. */
    default NdArray unique(NdArray a, UniqueOption... options) {
        return Unique.of(options).values(a);
    }

    /** Also where each stands first. */
    default List<NdArray> unique(NdArray a, ReturnIndex returnIndex, UniqueOption... options) {
        return Unique.of(options).with(a, returnIndex);
    }

    /** Also which of them each element of {@code a} is: of its shape, or with an axis 1-d. */
    default List<NdArray> unique(NdArray a, ReturnInverse returnInverse, UniqueOption... options) {
        return Unique.of(options).with(a, returnInverse);
    }

    /** Also how often each comes. */
    default List<NdArray> unique(NdArray a, ReturnCounts returnCounts, UniqueOption... options) {
        return Unique.of(options).with(a, returnCounts);
    }

    /** Also where each stands first, and which of them each element is. */
    default List<NdArray> unique(NdArray a, ReturnIndex returnIndex, ReturnInverse returnInverse,
            UniqueOption... options) {
        return Unique.of(options).with(a, returnIndex, returnInverse);
    }

    /** Also where each stands first, and how often it comes. */
    default List<NdArray> unique(NdArray a, ReturnIndex returnIndex, ReturnCounts returnCounts,
            UniqueOption... options) {
        return Unique.of(options).with(a, returnIndex, returnCounts);
    }

    /** Also which of them each element is, and how often each comes. */
    default List<NdArray> unique(NdArray a, ReturnInverse returnInverse, ReturnCounts returnCounts,
            UniqueOption... options) {
        return Unique.of(options).with(a, returnInverse, returnCounts);
    }

    /** Also where each stands first, which of them each element is, and how often each comes. */
    default List<NdArray> unique(NdArray a, ReturnIndex returnIndex, ReturnInverse returnInverse,
            ReturnCounts returnCounts, UniqueOption... options) {
        return Unique.of(options).with(a, returnIndex, returnInverse, returnCounts);
    }

    /** The array API's form with everything: elements, positions, inverse, counts. Each NaN is an element. */
    default List<NdArray> uniqueAll(NdArray x) {
        return Unique.EACH_NAN.with(x, new ReturnIndex(), new ReturnInverse(), new ReturnCounts());
    }

    /** Elements and how often each comes. Each NaN is an element. */
    default List<NdArray> uniqueCounts(NdArray x) {
        return Unique.EACH_NAN.with(x, new ReturnCounts());
    }

    /** Elements and which of them each one of {@code x} is, in its shape. Each NaN is an element. */
    default List<NdArray> uniqueInverse(NdArray x) {
        return Unique.EACH_NAN.with(x, new ReturnInverse());
    }

    /** Elements, in order. Each NaN is one. */
    default NdArray uniqueValues(NdArray x) {
        return Unique.EACH_NAN.values(x);
    }
}
