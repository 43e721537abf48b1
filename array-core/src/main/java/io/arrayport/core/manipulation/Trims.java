package io.arrayport.core.manipulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Permutations;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Trim;
import io.arrayport.core.ndarray.TrimOption;

/** Ends of arrays without what is zero in them. */
public final class Trims {
    private Trims() {}

    /** {@code np.trim_zeros}. */
    public static NdArray zeros(NdArray array, TrimOption... options) {
        Option.requireDistinct("trimZeros", options);
        String ends = "fb";
        int[] axes = IntStream.range(0, array.ndim()).toArray();
        for (TrimOption option : options) {
            switch (option) {
                case Trim(String given) -> ends = given.toLowerCase(Locale.ROOT);
                case Axis(List<Integer> named) -> axes = named == null ? axes
                        : Permutations.distinct("trimZeros", named.stream().mapToInt(Integer::intValue).toArray(),
                                array.ndim());
            }
        }
        if (!List.of("fb", "bf", "f", "b").contains(ends)) {
            throw new IllegalArgumentException("trimZeros: trim is '" + ends + "', it must be \"f\" for the front,"
                    + " \"b\" for the back, or both");
        }
        NdArray kept = array;
        for (int axis : axes) {
            kept = trimmed(array, kept, axis, ends);
        }
        return kept;
    }

    private static NdArray trimmed(NdArray array, NdArray kept, int axis, String ends) {
        int[] others = IntStream.range(0, array.ndim()).filter(other -> other != axis).toArray();
        try (NdArray wanted = array.any(new Axis(Arrays.stream(others).boxed().toList()))) {
            long first = first(wanted);
            if (first < 0) {
                return Along.slice(kept, axis, 0L, 0L);
            }
            long last = wanted.size() - 1 - first(wanted.get(Index.slice(null, null, -1)));
            return Along.slice(kept, axis, ends.contains("f") ? first : null, ends.contains("b") ? last + 1 : null);
        }
    }

    /** Where the first true one stands, or -1. */
    private static long first(NdArray wanted) {
        if (wanted.size() == 0) {
            return -1;
        }
        try (NdArray position = wanted.argmax()) {
            long first = position.toLong();
            return wanted.getBoolean(first) ? first : -1;
        }
    }
}
