package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.Locale;

/** NumPy's names of ways to sort. All of them are stable here, and as fast as each other. */
public enum SortKind {
    /** NumPy's usual one. */
    QUICKSORT,
    /** NumPy's one in place. */
    HEAPSORT,
    /** The older name of {@link #STABLE}. */
    MERGESORT,
    /** Equal elements stay in their order. */
    STABLE;

    /**
     * Reads NumPy's spelling: {@code "quicksort"}.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static SortKind of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.toString().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kind: must be one of " + Arrays.toString(values()) + ", not '" + text + "'"));
    }

    /** NumPy's spelling: {@code "quicksort"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
