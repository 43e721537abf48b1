package io.arrayport.core.ndarray;

/**
 * Order: NaN behind everything else, no time behind all times, complex numbers by real part, then by imaginary part,
 * those with a NaN last.
 */
public sealed interface ArraySorting permits NdArray {
    /**
     * Sorts the elements, in place, along an axis, by default the last. -0 comes before 0.
     *
     * @throws io.arrayport.core.error.AxisException if there is no such axis
     * @throws io.arrayport.core.error.ReadOnlyException if this array may not be written
     * @throws IllegalArgumentException if both kind and stable are given
     */
    default void sort(SortOption... options) {
        Sorts.of("sort", options).sort((NdArray) this);
    }

    /**
     * Where the elements stand, in their order, along an axis, by default the last, or among all in C order: a new
     * array, int64. Positions of equal elements, which 0 and -0 are, ascend.
     *
     * @throws io.arrayport.core.error.AxisException if there is no such axis
     * @throws IllegalArgumentException if both kind and stable are given
     */
    default NdArray argsort(SortOption... options) {
        return Sorts.of("argsort", options).argsort((NdArray) this);
    }

    /**
     * Brings the element that sorting would put at {@code kth} to its place, in place, along an axis, by default the
     * last; those before it are not greater, those behind it not less.
     *
     * @param kth negative counts from the end
     * @throws io.arrayport.core.error.AxisException if there is no such axis
     * @throws io.arrayport.core.error.ReadOnlyException if this array may not be written
     * @throws IllegalArgumentException if {@code kth} is not inside of the axis
     */
    default void partition(long kth, PartitionOption... options) {
        partition(new long[]{kth}, options);
    }

    /** As {@link #partition(long, PartitionOption...)}, for each of {@code kth}. */
    default void partition(long[] kth, PartitionOption... options) {
        Partitions.of("partition", kth, options).partition((NdArray) this);
    }

    /**
     * Where the elements stand that {@link #partition(long, PartitionOption...)} would put at each place, along an
     * axis, by default the last, or among all in C order: a new array, int64.
     *
     * @throws io.arrayport.core.error.AxisException if there is no such axis
     * @throws IllegalArgumentException if {@code kth} is not inside of the axis
     */
    default NdArray argpartition(long kth, PartitionOption... options) {
        return argpartition(new long[]{kth}, options);
    }

    /** As {@link #argpartition(long, PartitionOption...)}, for each of {@code kth}. */
    default NdArray argpartition(long[] kth, PartitionOption... options) {
        return Partitions.of("argpartition", kth, options).argpartition((NdArray) this);
    }

    /**
     * Where values belong among the elements of this array, which is 1-d and ascends: how many come before each. A new
     * array of the values' shape, int64.
     *
     * @throws io.arrayport.core.error.ShapeException if this array is not 1-d
     * @throws io.arrayport.core.error.DTypeException if there is no type for its elements and the values
     * @throws IllegalArgumentException if a sorter is given that is no order of this array
     */
    default NdArray searchsorted(NdArray v, SearchsortedOption... options) {
        return Searchsorted.of(options).run((NdArray) this, v);
    }

    /** As {@link #searchsorted(NdArray, SearchsortedOption...)}, of one value: a new array without axes. */
    default NdArray searchsorted(Number v, SearchsortedOption... options) {
        return Searchsorted.of(options).run((NdArray) this, v);
    }
}
