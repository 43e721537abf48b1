package io.arrayport.arrow.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

import io.arrayport.core.layout.Layout;

/**
 * How the axes behind the first lie in memory, as {@code arrow.fixed_shape_tensor} says it.
 *
 * @param physical lengths in the order of memory, without the first axis
 * @param permutation which of {@code physical} each axis is
 */
record Permuted(long[] physical, int[] permutation) {
    /** Empty where rows do not lie side by side, or a row is not packed in any order of its axes. */
    static Optional<Permuted> of(Layout layout, int itemsize) {
        int inner = layout.ndim() - 1;
        Integer[] order = IntStream.range(1, inner + 1).boxed()
                .sorted(Comparator.comparingLong((Integer axis) -> layout.dim(axis) == 1 ? 0 : 1)
                        .thenComparingLong(axis -> -layout.stride(axis)))
                .toArray(Integer[]::new);
        // Axes of length 1 lie anywhere: where there are some, only the plain order is looked for
        if (isPacked(layout, itemsize, IntStream.range(1, inner + 1).toArray())) {
            order = IntStream.range(1, inner + 1).boxed().toArray(Integer[]::new);
        }
        int[] axes = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        if (!isPacked(layout, itemsize, axes)) {
            return Optional.empty();
        }
        long[] physical = new long[inner];
        int[] permutation = new int[inner];
        for (int i = 0; i < inner; i++) {
            physical[i] = layout.dim(axes[i]);
            permutation[axes[i] - 1] = i;
        }
        return Optional.of(new Permuted(physical, permutation));
    }

    private static boolean isPacked(Layout layout, int itemsize, int... axes) {
        if (layout.size() == 0) {
            return true;
        }
        long stride = itemsize;
        for (int i = axes.length - 1; i >= 0; i--) {
            if (layout.dim(axes[i]) > 1 && layout.stride(axes[i]) != stride) {
                return false;
            }
            stride *= layout.dim(axes[i]);
        }
        return layout.dim(0) <= 1 || layout.stride(0) == stride;
    }

    boolean isPlain() {
        return IntStream.range(0, permutation.length).allMatch(i -> permutation[i] == i);
    }
}
