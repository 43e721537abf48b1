package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.DType;

/** Sorted copies: elements are sorted on their way to the new array where that can be. */
public final class SortedCopies {
    private SortedCopies() {}

    /** {@code np.sort}. */
    public static NdArray sort(NdArray a, SortOption... options) {
        return Sorts.of("sort", options).sorted(a);
    }

    /** {@code np.partition}. */
    public static NdArray partition(NdArray a, long[] kth, PartitionOption... options) {
        return Partitions.of("partition", kth, options).partitioned(a);
    }

    /** {@code np.sort_complex}. */
    public static NdArray sortComplex(NdArray a) {
        DType type = switch (a.dtype().kind()) {
            case 'c' -> a.dtype();
            case 'i', 'u' -> a.itemsize() <= Short.BYTES ? DType.COMPLEX64 : DType.COMPLEX128;
            default -> DType.COMPLEX128;
        };
        return new Sorts("sort", -1, List.of()).after(a.astype(type), Backend::sort);
    }
}
