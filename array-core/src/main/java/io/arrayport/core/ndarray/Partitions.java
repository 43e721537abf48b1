package io.arrayport.core.ndarray;

import java.util.Arrays;

import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.Option.Axis;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a partition say together.
 *
 * @param operation named in errors
 * @param axis null is all elements in C order
 */
record Partitions(String operation, long[] kth, @Nullable Integer axis) {

    static Partitions of(String operation, long[] kth, PartitionOption... options) {
        Option.requireDistinct(operation, options);
        Integer axis = -1;
        for (PartitionOption option : options) {
            switch (option) {
                case Axis named -> axis = Sorts.one(operation, named);
                case PartitionOption.KindOption _ -> {
                    // There is one
                }
            }
        }
        return new Partitions(operation, kth, axis);
    }

    void partition(NdArray array) {
        new Sorts(operation, axis).inPlace(array,
                (backend, operand, along) -> backend.partition(operand, along, ranks(operand.layout().dim(along))));
    }

    NdArray argpartition(NdArray array) {
        ranks(axis == null || array.ndim() == 0 ? array.size()
                : array.shape().dim(Layout.axis(operation, axis, array.ndim())));
        return new Sorts(operation, axis).argsort(array);
    }

    /** Returns the places, counted from the front, each once and ascending. */
    private long[] ranks(long n) {
        for (long place : kth) {
            if (place < -n || place >= n) {
                throw new IllegalArgumentException(
                        operation + ": kth is " + place + ", it must be from " + -n + " to " + (n - 1));
            }
        }
        return Arrays.stream(kth).map(place -> place < 0 ? place + n : place).sorted().distinct().toArray();
    }
}
