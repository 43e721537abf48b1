package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.Locale;

/** NumPy's ways to look for elements. The answer is the same. */
public enum IsinKind {
    /** By sorting. */
    SORT,
    /** By a table of all numbers in between: of whole numbers and bools only. */
    TABLE;

    /**
     * Reads NumPy's spelling: {@code "sort"}.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static IsinKind of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.toString().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kind: must be one of " + Arrays.toString(values()) + ", not '" + text + "'"));
    }

    /** NumPy's spelling: {@code "sort"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
