package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.IsinOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.SetOption;
import io.arrayport.core.ndarray.SetResult.ReturnIndices;
import io.arrayport.core.sorting.Membership;
import io.arrayport.core.sorting.SetOperations;

/** Arrays as sets of their elements: results are new and 1-d, in order, each element once. */
public sealed interface Sets permits Np {
    /** The elements that are in both arrays. */
    default NdArray intersect1d(NdArray ar1, NdArray ar2, SetOption... options) {
        return SetOperations.of("intersect1d", options).intersection(ar1, ar2);
    }

    /** The elements that are in both arrays, and where each stands first in the one and in the other: int64. */
    default List<NdArray> intersect1d(NdArray ar1, NdArray ar2, ReturnIndices returnIndices, SetOption... options) {
        return SetOperations.of("intersect1d", options).intersectionWithIndices(ar1, ar2);
    }

    /** The elements that are in either array. */
    default NdArray union1d(NdArray ar1, NdArray ar2) {
        return SetOperations.union(ar1, ar2);
    }

    /** The elements of the first array that are not in the second; in their order if they are assumed unique. */
    default NdArray setdiff1d(NdArray ar1, NdArray ar2, SetOption... options) {
        return SetOperations.of("setdiff1d", options).difference(ar1, ar2);
    }

    /** The elements that are in one of the arrays only. */
    default NdArray setxor1d(NdArray ar1, NdArray ar2, SetOption... options) {
        return SetOperations.of("setxor1d", options).exclusive(ar1, ar2);
    }

    /**
     * Which elements are among others: bools of the first array's shape.
     *
     * @throws IllegalArgumentException if a table is asked for, and not both arrays are of whole numbers or bools
     */
    default NdArray isin(NdArray element, NdArray testElements, IsinOption... options) {
        return Membership.isin(element, testElements, options);
    }
}
