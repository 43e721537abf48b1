package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.LexsortOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PartitionOption;
import io.arrayport.core.ndarray.SearchsortedOption;
import io.arrayport.core.ndarray.SortOption;
import io.arrayport.core.ndarray.SortedCopies;
import io.arrayport.core.sorting.Lexsort;

/**
 * Elements in order: NaN behind everything else, no time behind all times, complex numbers by real part, then by
 * imaginary part, those with a NaN last.
 */
public sealed interface Sorting permits Np {
    /**
     * A sorted copy: along an axis, by default the last, or of all elements in C order.
     *
     * @throws io.arrayport.core.error.AxisException if there is no such axis
     * @throws IllegalArgumentException if both kind and stable are given
     */
    default NdArray sort(NdArray a, SortOption... options) {
        return SortedCopies.sort(a, options);
    }

    /** See {@link NdArray#argsort}. */
    default NdArray argsort(NdArray a, SortOption... options) {
        return a.argsort(options);
    }

    /** A copy, sorted along its last axis, of complex numbers: complex64 of integers of one or two bytes. */
    default NdArray sortComplex(NdArray a) {
        return SortedCopies.sortComplex(a);
    }

    /** A copy that {@link NdArray#partition(long, PartitionOption...)} is done with, or of all elements in C order. */
    default NdArray partition(NdArray a, long kth, PartitionOption... options) {
        return SortedCopies.partition(a, new long[]{kth}, options);
    }

    /** As {@link #partition(NdArray, long, PartitionOption...)}, for each of {@code kth}. */
    default NdArray partition(NdArray a, long[] kth, PartitionOption... options) {
        return SortedCopies.partition(a, kth, options);
    }

    /** See {@link NdArray#argpartition(long, PartitionOption...)}. */
    default NdArray argpartition(NdArray a, long kth, PartitionOption... options) {
        return a.argpartition(kth, options);
    }

    /** See {@link NdArray#argpartition(long[], PartitionOption...)}. */
    default NdArray argpartition(NdArray a, long[] kth, PartitionOption... options) {
        return a.argpartition(kth, options);
    }

    /**
     * Where elements stand if they are sorted by several keys, of which the last is the most important one: int64,
     * along an axis of the keys, by default the last.
     *
     * @param keys of one shape, at least one
     * @throws io.arrayport.core.error.DTypeException if there is no key
     * @throws io.arrayport.core.error.ShapeException if shapes differ
     */
    default NdArray lexsort(List<NdArray> keys, LexsortOption... options) {
        return Lexsort.of(keys, options);
    }

    /** As {@link #lexsort(List, LexsortOption...)}; each position of the first axis is a key. */
    default NdArray lexsort(NdArray keys, LexsortOption... options) {
        return Lexsort.of(keys, options);
    }

    /** See {@link NdArray#searchsorted(NdArray, SearchsortedOption...)}. */
    default NdArray searchsorted(NdArray a, NdArray v, SearchsortedOption... options) {
        return a.searchsorted(v, options);
    }

    /** See {@link NdArray#searchsorted(Number, SearchsortedOption...)}. */
    default NdArray searchsorted(NdArray a, Number v, SearchsortedOption... options) {
        return a.searchsorted(v, options);
    }
}
