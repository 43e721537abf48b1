package io.arrayport.core.sorting;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.CopyOption;
import org.jspecify.annotations.Nullable;

/** Which whole numbers are among others that lie so close together that there can be a bool for each in between. */
final class MembershipTable {
    /** Bools for each number of either array, at most, as NumPy. */
    private static final long DENSE = 6;
    private static final CopyOption IF_NEEDED = new CopyOption(false);

    private MembershipTable() {}

    /**
     * Returns which elements are among {@code tests}, or are not.
     *
     * @return null if the table would be too large, or these are other numbers
     */
    static @Nullable NdArray find(NdArray element, NdArray tests, boolean invert) {
        if (!isLong(element.dtype()) || !isLong(tests.dtype()) || tests.size() == 0) {
            return null;
        }
        NdArray longs = tests.astype(DType.INT64, IF_NEEDED);
        try (NdArray least = longs.min(); NdArray greatest = longs.max()) {
            long low = least.getLong();
            long high = greatest.getLong();
            long range = high - low;
            boolean dense = range >= 0 && range <= DENSE * (element.size() + tests.size());
            return dense && low > Long.MIN_VALUE && high < Long.MAX_VALUE
                    ? find(element, longs, low - 1, high + 1, invert) : null;
        } finally {
            Sequences.closeUnless(tests, longs);
        }
    }

    /** Whether all numbers of the type fit into a long. */
    private static boolean isLong(DType type) {
        return "biu".indexOf(type.kind()) >= 0 && Promotion.canCast(type, DType.INT64, Casting.SAFE);
    }

    /** @param below less than all tests: what is less than that is not among them, as it */
    private static NdArray find(NdArray element, NdArray tests, long below, long above, boolean invert) {
        NdArray wanted = element.astype(DType.INT64, IF_NEEDED);
        try (NdArray table = Sequences.empty(element, DType.BOOL, above - below + 1);
                NdArray marked = tests.subtract(below);
                NdArray places = wanted.clip(below, above)) {
            table.fill(invert ? 1 : 0);
            // Clipped once more: another thread may have changed the tests since their bounds were found
            try (NdArray inside = marked.clip(0L, above - below)) {
                table.set(invert ? 0 : 1, inside);
            }
            places.subtracti(below);
            return table.take(places);
        } finally {
            Sequences.closeUnless(element, wanted);
        }
    }
}
