package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.Locale;

/** On which side of equal elements a value belongs. */
public enum Side {
    /** Before all of them. */
    LEFT,
    /** Behind all of them. */
    RIGHT;

    /**
     * Reads NumPy's spelling: {@code "left"}.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static Side of(String text) {
        return Arrays.stream(values()).filter(side -> side.toString().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "side: must be one of " + Arrays.toString(values()) + ", not '" + text + "'"));
    }

    /** NumPy's spelling: {@code "left"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
