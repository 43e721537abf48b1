package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.Option.Axis;

/**
 * What the options of a partition say together.
 *
 * @param operation named in errors
 * @param sorts what a sort would be told
 */
record Partitions(String operation, long[] kth, Sorts sorts) {

    static Partitions of(String operation, long[] kth, PartitionOption... options) {
        Option.requireDistinct(operation, options);
        Integer axis = -1;
        List<String> fields = List.of();
        for (PartitionOption option : options) {
            switch (option) {
                case Axis named -> axis = Sorts.one(operation, named);
                case SortOption.FieldOrder(List<String> names) -> fields = names;
                case PartitionOption.KindOption _ -> {
                    // There is one
                }
            }
        }
        return new Partitions(operation, kth, new Sorts(operation, axis, fields));
    }

    void partition(NdArray array) {
        sorts.inPlace(array, inPlace());
    }

    private Sorts.Step inPlace() {
        return (backend, array, along) -> backend.partition(array, along, ranks(array.layout().dim(along)));
    }

    NdArray partitioned(NdArray array) {
        return sorts.copied(array,
                (backend, in, along, out) -> backend.partition(in, along, ranks(in.layout().dim(along)), out),
                inPlace());
    }

    NdArray argpartition(NdArray array) {
        Integer axis = sorts.axis();
        long[] ranks = ranks(axis == null || array.ndim() == 0 ? array.size()
                : array.shape().dim(Layout.axis(operation, axis, array.ndim())));
        return sorts.order(array, (backend, in, along, out) -> backend.argpartition(in, along, ranks, out));
    }

    /** Returns the places, counted from the front, each once and ascending. */
    private long[] ranks(long n) {
        if (n == 0) {
            return new long[0]; // as NumPy, whatever the place
        }
        for (long place : kth) {
            if (place < -n || place >= n) {
                throw new IllegalArgumentException(
                        operation + ": kth is " + place + ", it must be from " + -n + " to " + (n - 1));
            }
        }
        return Arrays.stream(kth).map(place -> place < 0 ? place + n : place).sorted().distinct().toArray();
    }
}
