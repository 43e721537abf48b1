package io.arrayport.core.text;

import java.util.List;

import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Python's slices of strings: {@code np.strings.slice}. */
public final class Slicing {
    /** Stands for a bound that is not given. */
    private static final long OPEN = Long.MIN_VALUE;

    private Slicing() {}

    /**
     * New, of the same width.
     *
     * @param start integers or a Number, as the others; null for the end where a slice begins
     * @param stop null for the other end
     * @param step null for 1
     * @throws IllegalArgumentException if a step is 0
     */
    public static NdArray of(NdArray a, @Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        try (Scope scope = Scope.open()) {
            List<NdArray> inputs = List.of(a, bound("start", start), bound("stop", stop),
                    Given.whole("slice", "step", step == null ? 1L : step));
            return scope.keep(TextLoop.run("slice", inputs, loop -> {
                FlexibleType type = loop.type(0);
                Text string = new Text();
                Text out = new Text();
                return loop.give(loop.made(), at -> loop.put(slice(string.load(type, at[0]), Given.whole(at[1]),
                        Given.whole(at[2]), Given.whole(at[3]), out.clear()), 0, at));
            }));
        }
    }

    private static NdArray bound(String name, @Nullable Object bound) {
        return Given.whole("slice", name, bound == null ? OPEN : bound);
    }

    private static Text slice(Text string, long start, long stop, long step, Text out) {
        if (step == 0) {
            throw new IllegalArgumentException("slice: a step is 0; give 1 or -1 for all characters");
        }
        int length = string.length();
        long first = step > 0 ? 0 : -1; // the least places that a bound can be
        long last = step > 0 ? length : length - 1L;
        long from = start == OPEN ? step > 0 ? first : last : inside(start, length, first, last);
        long to = stop == OPEN ? step > 0 ? last : first : inside(stop, length, first, last);
        long count = Math.ceilDiv(to - from, step);
        for (long i = 0; i < count; i++) {
            out.add(string.at((int) (from + i * step)));
        }
        return out;
    }

    private static long inside(long bound, int length, long first, long last) {
        return Math.min(Math.max(bound < 0 ? bound + length : bound, first), last);
    }
}
